import type { Figure, FigureState, Withheld } from '../figures/figure.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { type NumberStyle, traitsOf } from '../indicators/measure.ts'
import { rounded, withoutNoise } from '../language/format.ts'
import type { Rag } from '../vocabulary/rag.ts'
import type { NotPlanned, Planned } from './planned.ts'
import { isFlow } from './target.ts'

/** Per cent of target from which a figure is green, and from which amber; below it is red. */
export type Thresholds = { green: number; amber: number }

/** How a percentage of target is written everywhere: one decimal, so that 89.8 % is not read as 90 %. */
export const OF_TARGET: NumberStyle = { scale: 100, decimals: 1, isPercent: true }

/**
 * Why a figure is not rated: it has no number (in whatever state it is), nothing is planned by then, or the plan can't be
 * divided by. `no distance`: the baseline is the target. `wrong way`: the target lies on the worse side of the baseline.
 */
export type NoProgress =
  | 'no figure'
  | Exclude<FigureState, 'reported' | 'not reported'>
  | Withheld
  | NotPlanned
  | 'no distance'
  | 'target is 0'
  | 'wrong way'

/** What is derived from a figure and what was planned. */
export type Progress = {
  /** Achieved minus planned, on the scale stored. */
  variance: number | null
  /** A bare quotient: 0.9 = 90 % of what was planned. Null when undefined, and of a stage, which has no distance to another. */
  ofTarget: number | null
  rag: Rag
  /** Given when there is no rating. */
  why?: NoProgress
  /** Rated while reports are still missing: the rating is not final. */
  soFar?: true
  /** Where the planned value comes from, and by when; absent when nothing is planned. */
  plan?: Planned
  /** The target of the project's life, beside what was planned by now; of figures to date. */
  life?: { target: number; ofTarget: number | null }
}

/** What a figure is held against, on the scale stored; `why` there is no target where there is none. */
export type Against = { target: number | null; baseline: number | null; thresholds: Thresholds; why?: NotPlanned }

/**
 * Variance, per cent of what was planned, and rating of one figure.
 * - A flow: achieved ÷ planned. Where fewer is better the plan is a ceiling: planned ÷ achieved, and 0 is reached.
 * - A stock, a ratio, a mean, a median: (achieved − baseline) ÷ (planned − baseline), whichever way is better.
 * - A milestone of several reporters: k ÷ the number that should be there. Of one reporter a stage has no percentage: it is
 *   reached, or one stage short (amber), or more (red).
 * What has fewer reports than expected is rated as it stands, and says so.
 */
export function progressOf(
  figure: Figure,
  indicator: Pick<Indicator, 'measure' | 'overTime' | 'direction'>,
  against: Against,
): Progress {
  const { target } = against
  const { value: achieved } = figure
  if (achieved === null) return undefinedFor(whyNoFigure(figure, against), null)
  if (target === null) return undefinedFor(against.why ?? 'no target', null)
  const variance = withoutNoise(achieved - target)
  const soFar = figure.flags.includes('partial') ? ({ soFar: true } as const) : {}
  if (traitsOf(indicator).shown === 'stage' && figure.of === undefined)
    return { variance, ofTarget: null, rag: ragOfStage(variance), ...soFar }
  const share = shareOf(achieved, target, indicator, against.baseline)
  if (typeof share === 'string') return undefinedFor(share, variance)
  return { variance, ofTarget: share, rag: ragOf(share, against.thresholds), ...soFar }
}

/** Of a figure that is kept from whoever looks nothing is told that could be made of it, nor of its plan, which may rest on a baseline. */
export function withheldProgress(why: Withheld): Progress {
  return undefinedFor(why, null)
}

function whyNoFigure({ state }: Figure, { why }: Against): NoProgress {
  if (state !== 'reported' && state !== 'not reported') return state
  return why !== undefined && why !== 'no target' ? why : 'no figure'
}

/** How much of the way is done, as a bare quotient, or why that can't be said. */
export function shareOf(
  achieved: number,
  target: number,
  indicator: Pick<Indicator, 'measure' | 'overTime' | 'direction'>,
  baseline: number | null,
): number | NoProgress {
  const lower = indicator.direction === 'lower'
  if (isFlow(indicator) || traitsOf(indicator).shown === 'stage') {
    if (lower) return achieved === 0 ? 1 : withoutNoise(target / achieved)
    return target === 0 ? 'target is 0' : withoutNoise(achieved / target)
  }
  if (baseline === null) return 'no baseline'
  if (target === baseline) return 'no distance'
  if (target < baseline !== lower) return 'wrong way'
  return withoutNoise((achieved - baseline) / (target - baseline))
}

function ragOfStage(ahead: number): Rag {
  if (ahead >= 0) return 'green'
  return ahead === -1 ? 'amber' : 'red'
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
