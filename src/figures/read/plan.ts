import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { quartersIn } from '../../calendar/span.ts'
import { isDueIn } from '../../indicators/frequency.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { effective, poolable, takesLast } from '../../indicators/rules.ts'
import type { Place, Places } from '../../places/place.ts'

/** Runs of quarters that no span of a question cuts, in order: the finest that need to be told apart. */
export function runsOf(spans: readonly Span[]): Span[] {
  const starts = [...new Set(spans.flatMap((span) => [span.from, span.to + 1]))].sort((a, b) => a - b)
  return starts
    .map((from, i) => ({ from, to: (starts[i + 1] ?? from) - 1 }))
    .filter((run) => run.to >= run.from && spans.some((span) => within(run, span)))
}

export function within(run: Span, span: Span): boolean {
  return run.from >= span.from && run.to <= span.to
}

/** How an indicator is read: pooled in SQL, or one reporter at a time, by its sums, its latest value, or quarter by quarter. */
export type IndicatorPlan = {
  indicator: DefinedIndicator
  mode: 'pooled' | 'apart' | 'latest'
  runs: Span[]
  due: Quarter[]
}

export function indicatorPlanOf(indicator: DefinedIndicator, spans: readonly Span[]): IndicatorPlan {
  const { overTime } = effective(indicator)
  const coarse = runsOf(spans)
  const quarters = coarse.flatMap(quartersIn)
  return {
    indicator,
    mode: poolable(indicator) ? 'pooled' : takesLast(overTime) ? 'latest' : 'apart',
    runs: overTime === 'none' ? quarters.map((quarter) => ({ from: quarter, to: quarter })) : coarse,
    due: quarters.filter((quarter) => isDueIn(indicator.frequency, quarter, indicator.rounds)),
  }
}

/** Places that are read alike: in the same groups, and in the same of them by way of a successor. */
export type Bucket = { groups: number[]; joined: number[] }

/**
 * Puts every place that some group holds into a bucket.
 * @param named places per group, null = the whole project
 * @param today ISO date to read them on that day's map; null = as reported
 */
export function bucketsOf(
  places: Places,
  named: readonly (readonly Place[] | null)[],
  today: string | null,
): { buckets: Bucket[]; bucketOf: Map<number, number> } {
  const [groupsOf, whole] = index(named)
  const buckets: Bucket[] = []
  const known = new Map<string, number>()
  const bucketOf = new Map<number, number>()
  for (const place of places.list) {
    const steps = today === null ? places.lineage(place.id) : places.lineageOn(place.id, today)
    const joined = new Map<number, boolean>()
    for (const step of steps) {
      for (const group of groupsOf.get(step.id) ?? []) if (!joined.has(group)) joined.set(group, step.joined)
    }
    for (const group of whole)
      joined.set(
        group,
        steps.some((step) => step.joined),
      )
    if (joined.size === 0) continue
    const groups = [...joined.keys()].sort((a, b) => a - b)
    const bucket = { groups, joined: groups.filter((group) => joined.get(group)) }
    const name = `${bucket.groups}/${bucket.joined}`
    const at = known.get(name) ?? buckets.push(bucket) - 1
    known.set(name, at)
    bucketOf.set(place.id, at)
  }
  return { buckets, bucketOf }
}

function index(named: readonly (readonly Place[] | null)[]): [Map<number, number[]>, number[]] {
  const groupsOf = new Map<number, number[]>()
  const whole: number[] = []
  named.forEach((group, i) => {
    if (group === null) whole.push(i)
    for (const place of group ?? []) groupsOf.set(place.id, [...(groupsOf.get(place.id) ?? []), i])
  })
  return [groupsOf, whole]
}
