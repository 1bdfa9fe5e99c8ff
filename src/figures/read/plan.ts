import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { quartersIn } from '../../calendar/span.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import { addTogether } from '../../indicators/definitions/definition.ts'
import {
  definitionOver,
  definitionsOver,
  dueAmong,
  type IndicatorHistory,
  protectedAs,
} from '../../indicators/definitions/history.ts'
import { type Covered, coveredBy, valueSpanIn } from '../../indicators/definitions/value-spans.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { effective, poolable, takesLast } from '../../indicators/rules.ts'
import type { Place, Places } from '../../places/place.ts'
import type { Listing } from '../listing.ts'
import type { Question, SpanGroup } from '../question.ts'
import type { Split } from '../split.ts'

/**
 * Runs of quarters that no span of a question cuts, in order: the finest that need to be told apart.
 * @param turns quarters at which another run begins as well
 */
export function runsOf(spans: readonly Span[], turns: readonly Quarter[]): Span[] {
  const ends = spans.flatMap((span) => [span.from, span.to + 1])
  const starts = [...new Set([...ends, ...turns])].sort((a, b) => a - b)
  return starts
    .map((from, i) => ({ from, to: (starts[i + 1] ?? from) - 1 }))
    .filter((run) => run.to >= run.from && spans.some((span) => within(run, span)))
}

export function within(run: Span, span: Span): boolean {
  return run.from >= span.from && run.to <= span.to
}

/**
 * How an indicator is read in those spans of a question that lie under the same definitions: pooled in SQL, or one reporter at a
 * time, by its sums, its latest value, or quarter by quarter.
 */
export type IndicatorPlan = {
  history: IndicatorHistory
  /** Under the last definition of these spans. */
  indicator: DefinedIndicator
  /** Whether values under all definitions of these spans may go into one figure. */
  adds: boolean
  /** Keys of the spans. */
  spans: ReadonlySet<string>
  mode: 'pooled' | 'apart' | 'latest'
  runs: Span[]
  due: Quarter[]
  /** By key of the span: which quarters the values due in it cover. */
  covered: ReadonlyMap<string, Covered>
}

/** The spans of a question as they are read: most indicators are read over all of them, in the same runs. */
export type ReadSpans = { spans: readonly SpanGroup[]; keys: ReadonlySet<string>; runs: Span[]; quarters: Quarter[] }

/** @param turns quarters at which the categories kept apart are others than before */
export function readSpans(spans: readonly SpanGroup[], turns: readonly Quarter[]): ReadSpans {
  const runs = runsOf(spans, turns)
  return { spans, keys: new Set(spans.map(({ key }) => key)), runs, quarters: runs.flatMap(quartersIn) }
}

type PlanOptions = {
  /** Quarters at which the categories kept apart are others than before. */
  turns: readonly Quarter[]
  /** First quarters of the project and of its phases. */
  begins: readonly Quarter[]
  /** Whether reporters have to be told apart, whatever the rules of the indicator. */
  apart: boolean
}

/**
 * The plans of an indicator: one where its definition is the same in all spans, else one for each set of definitions. Spans in
 * which it is not measured are read under the definition before them, or the first: nothing is due in them.
 */
export function indicatorPlansOf(
  history: IndicatorHistory,
  all: ReadSpans,
  { turns, begins, apart }: PlanOptions,
): IndicatorPlan[] {
  if (history.definitions.length === 1) return [planOver(history, history.definitions, all, begins, apart)]
  const alike = new Map<string, { definitions: DefinedIndicator[]; spans: SpanGroup[] }>()
  for (const span of all.spans) {
    const held = definitionsOver(history, span)
    const definitions = held.length > 0 ? held : [definitionOver(history, span)]
    const name = definitions.map(({ from }) => from).join()
    const known = alike.get(name)
    if (known) known.spans.push(span)
    else alike.set(name, { definitions, spans: [span] })
  }
  return [...alike.values()].map((one) =>
    planOver(history, one.definitions, readSpans(one.spans, turns), begins, apart),
  )
}

function planOver(
  history: IndicatorHistory,
  definitions: readonly DefinedIndicator[],
  { spans, keys, runs, quarters }: ReadSpans,
  begins: readonly Quarter[],
  apart: boolean,
): IndicatorPlan {
  const indicator = protectedAs(history, definitions.at(-1)!)
  const { overTime } = effective(indicator)
  const due = dueAmong(history, quarters)
  const values = due.map((quarter) => valueSpanIn(history, quarter))
  // A stock of every quarter is that of the whole period, at its end; one of every year is that of its year.
  const options = { begins, lastOnly: takesLast(overTime) && indicator.frequency !== 'quarterly' }
  return {
    history,
    indicator,
    adds: definitions.every((one) => addTogether(one, indicator)),
    spans: keys,
    mode: poolable(indicator) && !apart ? 'pooled' : takesLast(overTime) ? 'latest' : 'apart',
    runs: overTime === 'none' ? quarters.map((quarter) => ({ from: quarter, to: quarter })) : runs,
    due,
    covered: new Map(spans.map((span) => [span.key, coveredBy(values.filter(dueWithin(span)), span, options)])),
  }
}

/** A value is due in the last quarter of its span. */
function dueWithin(period: Span): (value: Span) => boolean {
  return ({ to }) => period.from <= to && to <= period.to
}

/** Plans in layers, none of which has two plans of one indicator: a layer is read in one go. */
export function layersOf(plans: readonly IndicatorPlan[]): IndicatorPlan[][] {
  const layers: IndicatorPlan[][] = []
  const nth = new Map<number, number>()
  for (const plan of plans) {
    const at = nth.get(plan.indicator.id) ?? 0
    nth.set(plan.indicator.id, at + 1)
    const layer = layers[at]
    if (layer) layer.push(plan)
    else layers.push([plan])
  }
  return layers
}

/** Places that are read alike: in the same groups, and in the same of them by way of a successor. */
export type Bucket = { groups: number[]; joined: number[] }

/** A question understood: what is read how, and which place belongs to which of its groups. */
export type QuestionPlan = {
  question: Question
  /** The instant the answer is as at, ms. */
  at: number
  /** One of each indicator or, where its definition changes, one of each set of spans under the same definitions. */
  plans: IndicatorPlan[]
  split: Split
  /** The breakdowns kept apart, with the categories of all spans, as known at the instant. */
  breakdowns: Breakdown[]
  listing: Listing
  /** Every breakdown with every category it ever had, as known at the instant. */
  lists: readonly Breakdown[]
  /** The project's first quarter; 0 where there is no project. */
  first: Quarter
  buckets: Bucket[]
  /** Place to bucket; places of no group are not there. */
  bucketOf: Map<number, number>
  /** By group: the id of the partner whose reports alone it holds; null = everybody's. */
  partnerOf: readonly (number | null)[]
}

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
    else for (const place of group) groupsOf.set(place.id, [...(groupsOf.get(place.id) ?? []), i])
  })
  return [groupsOf, whole]
}
