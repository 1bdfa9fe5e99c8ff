import { nthOf, quarterCode } from '../calendar/quarter.ts'
import {
  cut,
  GRAINS,
  type Grain,
  type NamedSpan,
  quartersIn,
  type Span,
  type SpanKind,
  wholeOf,
} from '../calendar/span.ts'
import type { Frequency } from '../vocabulary/indicator.ts'
import { definitionOver, definitionsOver, dueUnder, type IndicatorHistory } from './definitions/history.ts'
import { valueSpanIn, valueSpansIn } from './definitions/value-spans.ts'

/** Grains finer than the spans of values: asked by one of them, values stand under their own spans. Rounds follow no calendar. */
const FINER: Record<Frequency, readonly Grain[]> = {
  quarterly: [],
  'half-yearly': ['quarter'],
  annual: ['quarter', 'half-year'],
  survey: ['quarter', 'half-year'],
}

/**
 * The periods in which the series of an indicator is set out. Where a grain is finer than what its values cover, their own spans take
 * the place of the periods, from each quarter on in which it is so: frequencies change. What is left of a half-year is a quarter.
 * @param periods of the grain, in order
 */
export function periodsFor(history: IndicatorHistory, periods: readonly NamedSpan[], grain: Grain): NamedSpan[] {
  if (grain === 'to-date')
    return periods.filter(({ to }) => !isFinerAt(history, to, 'quarter') || dueUnder(history, to))
  return periods.flatMap((period) => {
    const quarters = quartersIn(period)
    const finer = quarters.filter((quarter) => isFinerAt(history, quarter, grain))
    if (finer.length === 0) return [period]
    const own = finer.flatMap((quarter) => (dueUnder(history, quarter) ? [valueSpanIn(history, quarter)] : []))
    const rest = quarters.filter((quarter) => !finer.includes(quarter))
    const pieces = rest.map((to) => ({ ...period, from: to, to, key: `${period.key} ${quarterCode(to)}` }))
    return [...pieces, ...own].sort((a, b) => a.to - b.to)
  })
}

/**
 * The same in a report, which is read without asking again: values that years would cut stand under the years of their own calendar,
 * and what is left of these under their own spans.
 */
export function reportedPeriods(history: IndicatorHistory, periods: readonly NamedSpan[], grain: Grain): NamedSpan[] {
  const found = periodsFor(history, periods, grain)
  const isCut = (period: Span) => (valueSpansIn(history, period)[0]?.from ?? period.from) < period.from
  return found.some(isCut) ? inOwnYears(valueSpansIn(history, wholeOf(periods))) : found
}

/** Two halves of one year are that year. */
function inOwnYears(values: readonly NamedSpan[]): NamedSpan[] {
  return values.flatMap((value, at) => {
    const [before, after] = [values[at - 1], values[at + 1]]
    if (before && areOneYear(before, value)) return []
    return after && areOneYear(value, after) ? yearOver({ from: value.from, to: after.to }) : [value]
  })
}

function areOneYear(first: NamedSpan, second: NamedSpan): boolean {
  const areHalves = [first, second].every(({ grain, nth }, at) => HALVES.includes(grain) && nth === at + 1)
  return areHalves && first.to + 1 === second.from && second.to - first.from === 3
}

const HALVES: readonly SpanKind[] = ['half-year', 'fiscal-half-year']

function yearOver(span: Span): NamedSpan[] {
  const start = nthOf(span.from)
  return start === 1 ? cut(span, 'year') : cut(span, 'fiscal-year', 3 * start - 2)
}

/** The grain of an indicator's own: that of its values, as far as they all have one in a span. */
export function ownGrain(history: IndicatorHistory, span: Span): Grain {
  const grains = new Set(valueSpansIn(history, span).map(({ grain }) => grain))
  const [grain, ...others] = grains
  return others.length === 0 && (grain === 'half-year' || grain === 'year') ? grain : 'quarter'
}

/** How often an indicator is asked for in a span; quarterly where that changes within it. */
export function frequencyOver(history: IndicatorHistory, span: Span): Frequency {
  const [frequency, ...others] = new Set(definitionsOver(history, span).map((one) => one.frequency))
  return others.length === 0 && frequency ? frequency : 'quarterly'
}

/** The grains that are worth choosing for an indicator: its own and the coarser ones. */
export function grainsFor(history: IndicatorHistory, span: Span): Grain[] {
  const own = ownGrain(history, span)
  const finest = valueSpansIn(history, span).every(({ grain }) => grain === 'quarter')
  const left: Record<string, readonly Grain[]> = { 'half-year': ['quarter'], year: ['quarter', 'half-year'] }
  const out = left[own] ?? (finest ? [] : ['half-year'])
  return GRAINS.filter((grain) => !out.includes(grain))
}

/** Whether fiscal years that start in a month cut the values of an indicator in a span. */
export function isCutByYears(history: IndicatorHistory, span: Span, startMonth: number): boolean {
  return cut(span, 'fiscal-year', startMonth).some((year) =>
    valueSpansIn(history, year).some(({ from }) => from < year.from && year.from > span.from),
  )
}

function isFinerAt(history: IndicatorHistory, quarter: number, grain: Grain): boolean {
  return FINER[definitionOver(history, { from: quarter, to: quarter }).frequency].includes(grain)
}
