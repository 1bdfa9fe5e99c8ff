import type { Figure } from '../figures/figure.ts'
import type { SpanGroup } from '../figures/question.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { traitsOf } from '../indicators/measure.ts'
import type { Text } from '../language/text.ts'
import type { FigureRef } from './figure-table.ts'
import { type Progress, progressOf, type Thresholds } from './progress.ts'
import { type Baseline, baselineFor, lifeTarget, type Target, targetFor } from './target.ts'

/** What a figure is compared with; both null where nothing can be. */
export type Compared = { target: number | null; progress: Progress | null }

/** @param heading key of the period as it is shown: two periods of the same quarters may be held against different targets */
export type Compare = (
  indicator: DefinedIndicator,
  ref: FigureRef,
  span: SpanGroup,
  figure: Figure,
  heading: string,
) => Compared

export type Comparison = {
  compare: Compare
  /** What a trend starts from, with its source; null when there is none. */
  baselineOf: (indicator: DefinedIndicator, group: string) => { value: number; source: Text } | null
}

/** Which target a figure is held against: its span's, that of the project's life, or the span's where there is no such. */
export type Aim = 'span' | 'life' | 'life-else-span'

/** What figures of an outlet are held against, as at an instant. */
export type Benchmarks = {
  targets: readonly Target[]
  baselines: readonly Baseline[]
  thresholds: Thresholds
  /** Place of a group of the question; null: the whole project; undefined: nothing that could have a target. */
  placeOf: (group: string) => number | null | undefined
  aimOf: (span: SpanGroup, heading: string) => Aim
  /** Baselines that may not be known, by code of the indicator: nothing that would give them away is worked out. */
  secretBaselines?: ReadonlySet<string>
}

/** Holds the figures of an outlet against the targets, baselines and thresholds of its instant. */
export function comparing(benchmarks: Benchmarks): Comparison {
  const { thresholds, placeOf, aimOf, secretBaselines } = benchmarks
  const targetsOf = byIndicator(benchmarks.targets)
  const baselinesOf = byIndicator(benchmarks.baselines)
  return {
    compare: (indicator, ref, span, figure, heading) => {
      const placeId = placeOf(ref.group)
      if (placeId === undefined || ref.cell !== '') return { target: null, progress: null }
      const target = aimedAt(aimOf(span, heading), targetsOf(indicator.id), indicator, placeId, span)
      const secret = secretBaselines?.has(indicator.code) ?? false
      const baseline = secret ? null : baselineFor(baselinesOf(indicator.id), indicator, placeId)
      const progress = progressOf(figure, indicator, { target, baseline, thresholds })
      if (secret && progress.why === 'no baseline') progress.why = 'hidden baseline'
      return { target: stated(target, figure, indicator), progress }
    },
    baselineOf: (indicator, group) => {
      const placeId = placeOf(group)
      if (placeId === undefined) return null
      const baselines = baselinesOf(indicator.id)
      const value = baselineFor(baselines, indicator, placeId)
      const source = baselines.find((one) => one.placeId === placeId)?.source
      return value === null ? null : { value, source: source ?? { vi: '', en: '' } }
    },
  }
}

function aimedAt(
  aim: Aim,
  targets: readonly Target[],
  indicator: DefinedIndicator,
  placeId: number | null,
  span: SpanGroup,
): number | null {
  const life = aim === 'span' ? null : lifeTarget(targets, indicator.id, placeId)
  return aim === 'life' ? life : (life ?? targetFor(targets, indicator, placeId, span))
}

/** A page holds hundreds of figures against them: each is found among those of its own indicator. */
function byIndicator<T extends { indicatorId: number }>(all: readonly T[]): (indicatorId: number) => readonly T[] {
  const found = new Map<number, T[]>()
  for (const one of all) {
    const list = found.get(one.indicatorId)
    if (list) list.push(one)
    else found.set(one.indicatorId, [one])
  }
  return (indicatorId) => found.get(indicatorId) ?? []
}

/** A milestone of one reporter is held against the stage of its indicator; of several against all of them, unless a row says less. */
function stated(target: number | null, figure: Figure, indicator: DefinedIndicator): number | null {
  if (traitsOf(indicator).shown !== 'stage' || figure.state !== 'reported') return target
  return figure.of === undefined ? indicator.targetStage : (target ?? figure.of)
}
