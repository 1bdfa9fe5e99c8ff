import type { Quarter } from '../calendar/quarter.ts'
import type { Compare } from '../charts/staff-table.ts'
import type { Figure } from '../figures/figure.ts'
import type { SpanGroup } from '../figures/question.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { traitsOf } from '../indicators/measure.ts'
import type { Text } from '../language/text.ts'
import type { Places } from '../places/place.ts'
import { progressOf, type Thresholds } from './progress.ts'
import { type Baseline, baselineFor, lifeTarget, type Target, targetFor } from './target.ts'

export type Comparison = {
  compare: Compare
  /** What a trend starts from, with its source; null when there is none. */
  baselineOf: (indicator: DefinedIndicator, group: string) => { value: number; source: Text } | null
}

/** What is in force as at an instant, and how a page names its groups and spans. */
export type Goals = {
  targets: readonly Target[]
  baselines: readonly Baseline[]
  thresholds: Thresholds
  places: Places
  firstQuarter: Quarter
  /** Whether a group is the whole project. */
  isProject: (group: string) => boolean
  /** Whether a span is read as "from the start until then": it is held against the target for the project's life first. */
  isToDate: (span: SpanGroup) => boolean
}

/** Holds the figures of a page against the targets, baselines and thresholds of its instant. */
export function comparing(goals: Goals): Comparison {
  const { thresholds, places, firstQuarter, isProject, isToDate } = goals
  const targetsOf = byIndicator(goals.targets)
  const baselinesOf = byIndicator(goals.baselines)
  /** Undefined: no place that could have a target. */
  const placeOf = (group: string) => (isProject(group) ? null : places.bySlug.get(group)?.id)
  return {
    compare: (indicator, ref, span, figure) => {
      const placeId = placeOf(ref.group)
      if (placeId === undefined || ref.cell !== '') return { target: null, progress: null }
      const targets = targetsOf(indicator.id)
      const life = span.from === firstQuarter && isToDate(span) ? lifeTarget(targets, indicator.id, placeId) : null
      const set = life ?? targetFor(targets, indicator, placeId, span)
      const baseline = baselineFor(baselinesOf(indicator.id), indicator, placeId)
      const progress = progressOf(figure, indicator, { target: set, baseline, thresholds })
      return { target: stated(set, figure, indicator), progress }
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
