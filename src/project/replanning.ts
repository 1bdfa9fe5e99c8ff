import type { Quarter } from '../calendar/quarter.ts'
import type { QuarterRefusal } from '../calendar/refusal.ts'
import { heldIn, overlaps, type Span } from '../calendar/span.ts'
import type { Phase } from './phase.ts'
import { type ProjectCard, projectSpan } from './project.ts'

/** What is otherwise of when the project is at work; what is not named stays as it was. */
export type Replanning = { first?: Quarter; last?: Quarter; phases?: readonly Phase[] }

/** Why the project stays as it was planned; the sentences are in the language files under `periods.refused-plan`. */
export const REPLANNING_REFUSALS = [
  'no-project',
  'unchanged',
  /** The project, or a phase, would end before it begins. */
  'ends-first',
  /** A phase would lie outside of the project. */
  'phase-outside',
  'phases-overlap',
  /** Values have been given for a quarter that would lie outside of the project. */
  'has-reported',
  /** A survey round would lie outside of the project, or reach over its end. */
  'cuts-round',
] as const
/** It is about the project, a phase or an indicator, by its code. */
export type ReplanningRefusal = QuarterRefusal<(typeof REPLANNING_REFUSALS)[number]>

/** When the project is at work, as it becomes. */
export type Plan = Span & { phases: readonly Phase[] }

/** What a plan must leave room for: quarters with values, and survey rounds by the codes of their indicators. */
export type PlannedAround = { given: readonly Quarter[]; rounds: readonly (Span & { code: string })[] }

export function replanned(
  project: ProjectCard,
  { first = project.firstQuarter, last = project.lastQuarter, phases = project.phases }: Replanning,
  { given, rounds }: PlannedAround,
): Plan | { refused: ReplanningRefusal } {
  const refused = (code: ReplanningRefusal['code'], what: string, quarter?: Quarter) => ({
    refused: { code, what, ...(quarter === undefined ? {} : { quarter }) },
  })
  const span = { from: first, to: last }
  const plan = { ...span, phases: [...phases].sort((a, b) => a.from - b.from) }
  if (last < first) return refused('ends-first', project.code)
  for (const [nth, phase] of plan.phases.entries()) {
    if (phase.to < phase.from) return refused('ends-first', phase.code)
    if (phase.from < first || phase.to > last) return refused('phase-outside', phase.code)
    const others = plan.phases.slice(0, nth)
    if (others.some((one) => overlaps(one, phase) || one.code === phase.code))
      return refused('phases-overlap', phase.code)
  }
  const outside = given.find((quarter) => !heldIn(span, quarter) && heldIn(projectSpan(project), quarter))
  if (outside !== undefined) return refused('has-reported', project.code, outside)
  const cut = rounds.find(({ from, to }) => from < first || to > last)
  if (cut) return refused('cuts-round', cut.code, cut.to)
  const before = { ...projectSpan(project), phases: project.phases }
  return JSON.stringify(plan) === JSON.stringify(before) ? refused('unchanged', project.code) : plan
}
