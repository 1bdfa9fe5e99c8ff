import type { Figure } from '../figures/figure.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { type NumberStyle, traitsOf } from '../indicators/measure.ts'
import { rounded } from '../language/format.ts'
import type { Rag } from '../vocabulary/rag.ts'
import { isFlow } from './target.ts'

/** Per cent of target from which a figure is green, and from which amber; below it is red. */
export type Thresholds = { green: number; amber: number }

/** How a percentage of target is written everywhere: one decimal, so that 89.8 % is not read as 90 %. */
export const OF_TARGET: NumberStyle = { scale: 100, decimals: 1, isPercent: true }

/** Why there is no percentage of target. `no distance`: the baseline is the target. `wrong way`: the target lies on the worse side of the baseline. */
export type NoProgress =
  | 'no figure'
  | 'no target'
  | 'no baseline'
  | 'hidden baseline'
  | 'no distance'
  | 'target is 0'
  | 'wrong way'

/** What is derived from a figure and its target. */
export type Progress = {
  /** Achieved minus target, on the scale stored. */
  variance: number | null
  /** A bare quotient: 0.9 = 90 % of target. Null when undefined. */
  ofTarget: number | null
  rag: Rag
  /** Given when `ofTarget` is null. */
  why?: NoProgress
}

/** What a figure is held against; all on the scale stored. */
export type Against = { target: number | null; baseline: number | null; thresholds: Thresholds }

/**
 * Variance, per cent of target and RAG of one figure.
 * - A flow: achieved ÷ target. Where fewer is better the target is a ceiling: target ÷ achieved, and 0 is reached.
 * - A stock, a ratio, a mean: (achieved − baseline) ÷ (target − baseline), whichever way is better.
 * - A milestone: stage ÷ target stage or, of several reporters, k ÷ the number that should be there; the indicator's own
 *   target stage, and all of them, where no target says otherwise.
 */
export function progressOf(
  figure: Figure,
  indicator: Pick<Indicator, 'measure' | 'overTime' | 'direction' | 'targetStage'>,
  against: Against,
): Progress {
  const target = traitsOf(indicator).shown === 'stage' ? milestoneTarget(figure, indicator, against) : against.target
  const achieved = figure.state === 'reported' ? figure.value : null
  if (achieved === null) return undefinedFor('no figure', null)
  if (target === null) return undefinedFor('no target', null)
  const variance = clean(achieved - target)
  const share = shareOf(achieved, target, indicator, against.baseline)
  if (typeof share === 'string') return undefinedFor(share, variance)
  return { variance, ofTarget: share, rag: ragOf(share, against.thresholds) }
}

function milestoneTarget(figure: Figure, indicator: Pick<Indicator, 'targetStage'>, against: Against): number | null {
  if (figure.of === undefined) return indicator.targetStage
  return against.target ?? figure.of
}

function shareOf(
  achieved: number,
  target: number,
  indicator: Pick<Indicator, 'measure' | 'overTime' | 'direction'>,
  baseline: number | null,
): number | NoProgress {
  const lower = indicator.direction === 'lower'
  if (isFlow(indicator) || traitsOf(indicator).shown === 'stage') {
    if (lower) return achieved === 0 ? 1 : clean(target / achieved)
    return target === 0 ? 'target is 0' : clean(achieved / target)
  }
  if (baseline === null) return 'no baseline'
  if (target === baseline) return 'no distance'
  if (target < baseline !== lower) return 'wrong way'
  return clean((achieved - baseline) / (target - baseline))
}

/** Thresholds apply to the percentage as it is printed: what reads as 90.0 % is 90 %. */
function ragOf(share: number, { green, amber }: Thresholds): Rag {
  const percent = rounded(share * OF_TARGET.scale, OF_TARGET.decimals)
  if (percent >= green) return 'green'
  return percent >= amber ? 'amber' : 'red'
}

function undefinedFor(why: NoProgress, variance: number | null): Progress {
  return { variance, ofTarget: null, rag: 'grey', why }
}

/** Takes off the noise of binary fractions (0.57 × 100 = 56.99999999999999), so that thresholds are met where they are. */
function clean(number: number): number {
  return Number(number.toPrecision(12))
}
