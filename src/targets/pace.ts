import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import type { Figure } from '../figures/figure.ts'
import { isAtWork, lastDueIn } from '../indicators/frequency.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { traitsOf } from '../indicators/measure.ts'
import type { Phase } from '../project/phase.ts'
import type { NotPlanned, Planned } from './planned.ts'
import { plannedFlow, plannedInPhase } from './planned-flow.ts'
import { type PlannedLevel, plannedLevel } from './planned-level.ts'
import { plannedStage } from './planned-stage.ts'
import { type Progress, progressOf, shareOf, type Thresholds } from './progress.ts'
import { isFlow, lifeTargetAt, lifeTargets, phaseTarget, type Target } from './target.ts'

/** A phase by its code, with its quarters. */
export type PhaseSpan = Pick<Phase, keyof Span | 'code'>

/** What a figure is held against; `targets` are those of its indicator and place, as they were known at the instant. */
export type Pacing = {
  indicator: DefinedIndicator
  figure: Figure
  span: Span
  /** The span runs from the beginning of the project, or of the phase. */
  toDate: boolean
  /** The phase from whose beginning it runs; absent: it is that of the project. */
  phase?: PhaseSpan
  targets: readonly Target[]
  /** The targets are those of the whole project: of a milestone they count reporters. */
  ofProject: boolean
  /** What it is measured from. */
  baseline: PlannedLevel | null
  /** Where the project started, where `baseline` is a phase's own: what is done of the project's life is measured from there. */
  start?: PlannedLevel | null
  project: Span
  thresholds: Thresholds
}

/** What a figure is compared with; `target` is what was planned by the end of its span. */
export type Compared = { target: number | null; progress: Progress | null }

/**
 * Whether a figure keeps pace: what was achieved by the end of a span against what was planned by then, rated by the
 * thresholds. The target of the project's life stands beside a figure to date, and never in the place of the plan. What was
 * planned is that of the last quarter of the span in which the indicator was asked for: an annual value is not behind in March.
 */
export function paceOf(pacing: Pacing): Compared {
  const { figure, indicator, baseline, thresholds } = pacing
  const planned = plannedFor(pacing)
  const isPlanned = typeof planned === 'object'
  const target = isPlanned ? planned.value : null
  const from = baseline?.value ?? null
  const progress = progressOf(figure, indicator, {
    target,
    baseline: from,
    thresholds,
    ...(isPlanned ? {} : { why: planned }),
  })
  if (isPlanned) progress.plan = planned
  const life = pacing.toDate ? lifeOf(pacing) : null
  if (life !== null) progress.life = { target: life, ofTarget: ofLife(pacing, life) }
  return { target, progress }
}

/** What was planned for a figure, or why nothing was. */
export function plannedFor(pacing: Pacing): Planned | NotPlanned {
  const { indicator, span, toDate, phase, project, targets, baseline } = pacing
  const by = lastDueIn(indicator, span)
  if (by === null) return 'not due'
  if (traitsOf(indicator).shown === 'stage') return stageOf(pacing, by)
  const works = (quarter: Quarter) => isAtWork(indicator, quarter)
  if (!isFlow(indicator)) return plannedLevel(targets, baseline, by, span, (of) => lastDueIn(indicator, of), works)
  const planned = phase
    ? plannedInPhase(targets, phase, by, { project, works })
    : plannedFlow(targets, toDate ? { from: span.from, to: by } : span, toDate, works)
  return planned ?? 'no target'
}

function stageOf(pacing: Pacing, by: number): Planned | NotPlanned {
  const { figure, targets, project } = pacing
  const unless = { value: figure.state === 'reported' ? ownGoal(pacing) : null, of: project }
  const planned = plannedStage(targets, by, (target) => goalOf(pacing, target), unless)
  if (planned !== 'planned later') return planned
  const final = lifeOf(pacing)
  if (final === null || figure.value === null || figure.value < final) return planned
  return { value: final, by, basis: 'target', of: lifeTargetAt(targets, by) ?? project }
}

/** One reporter is held against a stage, several against how many of them should be there. */
function goalOf(pacing: Pacing, target: Target): number | null {
  const { figure, ofProject } = pacing
  const counted = figure.of !== undefined
  return figure.state !== 'reported' || counted === ofProject ? target.value : ownGoal(pacing)
}

/** Where no target says so: the stage that counts as reached, by all. */
function ownGoal({ figure, indicator }: Pacing): number | null {
  return figure.of ?? indicator.targetStage
}

/**
 * The target of the life of the project for a figure from its beginning (where only its phases have targets, that of the one in
 * force; those of a flow add up), or of the life of a phase for a figure from the beginning of that.
 */
function lifeOf(pacing: Pacing): number | null {
  const { indicator, span, phase, targets, figure } = pacing
  const life = phase ? phaseTarget(targets, phase.code) : lifeTargetAt(targets, span.to)
  const isStage = traitsOf(indicator).shown === 'stage'
  if (!life) return isStage && figure.state === 'reported' ? ownGoal(pacing) : null
  if (isStage) return goalOf(pacing, life)
  if (phase || !isFlow(indicator)) return life.value
  const from = Math.min(span.from, life.from)
  return plannedFlow(lifeTargets(targets), { from, to: life.to }, true)?.value ?? life.value
}

function ofLife(pacing: Pacing, life: number): number | null {
  const { figure, indicator, span, phase, targets, baseline, start = baseline } = pacing
  if (figure.state !== 'reported' || figure.value === null) return null
  if (traitsOf(indicator).shown === 'stage' && figure.of === undefined) return null
  const isOfPhase = phase !== undefined || lifeTargetAt(targets, span.to)?.kind === 'phase'
  const from = isOfPhase ? baseline : start
  const share = shareOf(figure.value, life, indicator, from?.value ?? null)
  return typeof share === 'string' ? null : share
}
