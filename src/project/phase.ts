import { type Quarter, quarterAt } from '../calendar/quarter.ts'
import { heldIn, type Span } from '../calendar/span.ts'
import { gapsIn } from '../calendar/timeline.ts'
import type { Text } from '../language/text.ts'

/*
 * A project may be at work in phases. Between two of them, and between a phase and an end of the project, it pauses: nothing
 * is due, nothing is planned, and nothing can be entered. A project without phases is at work from its first quarter to its last.
 */

/** A run of quarters in which the project is at work, and what it is called. */
export type Phase = Span & { code: string; name: Text }

/** The quarters of a project with its phases, in order. */
type Divided = { firstQuarter: Quarter; lastQuarter: Quarter; phases: readonly Phase[] }

/** The runs of quarters in which a project is at work, in order. */
export function atWork({ firstQuarter, lastQuarter, phases }: Divided): Span[] {
  if (phases.length === 0) return [{ from: firstQuarter, to: lastQuarter }]
  return phases.map(({ from, to }) => ({ from, to }))
}

/** Quarters of the project in which it is not at work, as runs in order. */
export function pausesOf(project: Divided): Span[] {
  const { firstQuarter: from, lastQuarter: to } = project
  return gapsIn(atWork(project), { from, to }).map((gap) => ({ from: gap.from, to: gap.to ?? to }))
}

export function isPause(project: Divided, quarter: Quarter): boolean {
  return pausesOf(project).some((pause) => heldIn(pause, quarter))
}

/** The first quarters of a project and of its phases. */
export function beginningsOf({ firstQuarter, phases }: Pick<Divided, 'firstQuarter' | 'phases'>): Quarter[] {
  return [firstQuarter, ...phases.map(({ from }) => from)]
}

/** The phase that runs in a quarter or, in a pause, was the last to run; null before the first, and in a project without phases. */
export function lastPhaseBy({ phases }: Divided, quarter: Quarter): Phase | null {
  return phases.findLast(({ from }) => from <= quarter) ?? null
}

/**
 * From the beginning of a phase to a quarter: that of the quarter or, in a pause, the whole of the one before. Null where the
 * project has no several phases to tell apart, or none has begun by then.
 */
export function phaseToDate(project: Divided, quarter: Quarter): { phase: Phase; span: Span } | null {
  const phase = project.phases.length > 1 ? lastPhaseBy(project, quarter) : null
  return phase && { phase, span: { from: phase.from, to: Math.min(quarter, phase.to) } }
}

/** What is rated until a quarter: from the beginning of its phase or, where there are not several of them, of the project. */
export function ratedOver(project: Divided, quarter: Quarter): { phase: Phase | null; span: Span } {
  return phaseToDate(project, quarter) ?? { phase: null, span: { from: project.firstQuarter, to: quarter } }
}

/** The phase from whose beginning a span runs, and not from that of the project; null when there is none. */
export function phaseBehind({ firstQuarter, phases }: Divided, { from, to }: Span): Phase | null {
  return phases.find((one) => one.from === from && to <= one.to && from !== firstQuarter) ?? null
}

/** Why nothing can be entered for a quarter, whoever asks. */
export const OUT_OF_TIME = ['before-project', 'after-project', 'in-pause', 'too-early'] as const
export type OutOfTime = (typeof OUT_OF_TIME)[number]

/**
 * Whether values of a quarter have their time at an instant: it is one in which the project is at work, and has begun.
 * @param project null: nothing says when it is at work
 */
export function outOfTimeAt(project: Divided | null, quarter: Quarter, now: number): OutOfTime | null {
  if (project && quarter < project.firstQuarter) return 'before-project'
  if (project && quarter > project.lastQuarter) return 'after-project'
  if (project && isPause(project, quarter)) return 'in-pause'
  return quarter > quarterAt(now) ? 'too-early' : null
}
