import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { type Figure, isWithheld } from '../figures/figure.ts'
import type { SpanGroup } from '../figures/question.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import type { Text } from '../language/text.ts'
import type { FigureRef } from './figure-table.ts'
import { type Compared, type PhaseSpan, paceOf } from './pace.ts'
import type { PlannedLevel } from './planned-level.ts'
import { type Thresholds, withheldProgress } from './progress.ts'
import { type Baseline, baselineFor, baselineLevel, fromBaselines, type Target } from './target.ts'

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
  /** @param by the quarter that it is to be in force in; absent: the project's last */
  baselineOf: (indicator: DefinedIndicator, group: string, by?: Quarter) => { value: number; source: Text } | null
}

/** What figures of an outlet are held against, as at an instant. */
export type Benchmarks = {
  targets: readonly Target[]
  baselines: readonly Baseline[]
  thresholds: Thresholds
  /** Place of a group of the question; null: the whole project; undefined: nothing that could have a target. */
  placeOf: (group: string) => number | null | undefined
  /** What a place was before, at whatever remove: a target of theirs is not its own. Absent: nothing is asked of it. */
  formerPlacesOf?: (placeId: number) => readonly number[]
  /** Whether a figure is one "to date": held against all that was planned since the beginning. */
  isToDate: (span: SpanGroup, heading: string) => boolean
  /** The phase from whose beginning a figure is one to date; null or absent: it is none of a phase. */
  phaseOf?: (span: SpanGroup, heading: string) => PhaseSpan | null
  /** The phases of the project, in order: a phase may have baselines of its own. Absent: there are none. */
  phases?: readonly PhaseSpan[]
  project: Span
  /** Baselines that may not be known, by code of the indicator: nothing that would give them away is worked out. */
  secretBaselines?: ReadonlySet<string>
}

/** Holds the figures of an outlet against the targets, baselines and thresholds of its instant. */
export function comparing(benchmarks: Benchmarks): Comparison {
  const { thresholds, placeOf, formerPlacesOf, isToDate, phaseOf, phases = [], project, secretBaselines } = benchmarks
  const targetsOf = grouped(benchmarks.targets, ({ indicatorId, placeId }) => `${indicatorId}/${placeId}`)
  const baselinesOf = grouped(benchmarks.baselines, ({ indicatorId }) => indicatorId)
  const hadTargets = (indicatorId: number, placeId: number | null) =>
    placeId !== null &&
    targetsOf(`${indicatorId}/${placeId}`).length === 0 &&
    (formerPlacesOf?.(placeId) ?? []).some((former) => targetsOf(`${indicatorId}/${former}`).length > 0)
  return {
    compare: (indicator, ref, span, figure, heading) => {
      if (isWithheld(figure.state)) return { target: null, progress: withheldProgress(figure.state) }
      const placeId = placeOf(ref.group)
      if (placeId === undefined || ref.cell !== '') return { target: null, progress: null }
      const phase = phaseOf?.(span, heading) ?? null
      const secret = secretBaselines?.has(indicator.code) ?? false
      const levelIn = (known: readonly PhaseSpan[]) =>
        fromBaselines(baselinesOf(indicator.id), known, span.to, (own) => baselineLevel(own, indicator, placeId)) ??
        beginningOf(indicator, project)
      const compared = paceOf({
        indicator,
        figure,
        span,
        ...(phase ? { toDate: true, phase } : { toDate: isToDate(span, heading) }),
        targets: targetsOf(`${indicator.id}/${placeId}`),
        ofProject: placeId === null,
        ...(secret ? { baseline: null } : { baseline: levelIn(phases), start: levelIn([]) }),
        project,
        thresholds,
      })
      if (secret && compared.progress?.why === 'no baseline') compared.progress.why = 'hidden baseline'
      if (compared.progress?.why === 'no target' && hadTargets(indicator.id, placeId))
        compared.progress.why = 'no target since'
      return compared
    },
    baselineOf: (indicator, group, by = project.to) => {
      const placeId = placeOf(group)
      if (placeId === undefined || secretBaselines?.has(indicator.code)) return null
      return fromBaselines(baselinesOf(indicator.id), phases, by, (own) => {
        const value = baselineFor(own, indicator, placeId)
        const source = own.find((one) => one.placeId === placeId)?.source
        return value === null ? null : { value, source: source ?? { vi: '', en: '' } }
      })
    },
  }
}

/** A count since the beginning was 0 before it, unless a baseline says more. */
function beginningOf({ overTime }: DefinedIndicator, project: Span): PlannedLevel | null {
  return overTime === 'life' ? { at: project.from - 1, value: 0 } : null
}

/** A page holds hundreds of figures against them: each is found among those of its own indicator. */
function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): (key: K) => readonly T[] {
  const found = new Map<K, T[]>()
  for (const one of all) {
    const list = found.get(keyOf(one))
    if (list) list.push(one)
    else found.set(keyOf(one), [one])
  }
  return (key) => found.get(key) ?? []
}
