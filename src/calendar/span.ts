import type { Language } from '../vocabulary/language.ts'
import { isoDay } from './day.ts'
import { nthOf, parseQuarter, type Quarter, quarterCode, yearOf } from './quarter.ts'

/** A run of whole quarters, both ends included. */
export type Span = { from: Quarter; to: Quarter }

/** What holds from a quarter to a quarter, both included; null = until further notice. */
export type Validity = { from: Quarter; to: Quarter | null }

export function heldIn({ from, to }: Validity, quarter: Quarter): boolean {
  return from <= quarter && (to === null || quarter <= to)
}

/** The quarters of it as they are written; null = until further notice. */
export function validityCodes({ from, to }: Validity): { from: string; to: string | null } {
  return { from: quarterCode(from), to: to === null ? null : quarterCode(to) }
}

/** Whether it holds in some quarter of a span. */
export function overlaps({ from, to }: Validity, span: Span): boolean {
  return from <= span.to && (to === null || span.from <= to)
}

/** First and last day of a span as ISO dates: a label is never shown without them. */
export function datesOf(span: Span): { first: string; last: string } {
  const month = (nthOf(span.from) - 1) * 3
  const first = new Date(Date.UTC(yearOf(span.from), month, 1))
  const last = new Date(Date.UTC(yearOf(span.to), nthOf(span.to) * 3, 0))
  return { first: isoDay(first), last: isoDay(last) }
}

/** From the first quarter of all spans to the last. */
export function wholeOf(spans: readonly Span[]): Span {
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
}

export function quartersIn(span: Span): Quarter[] {
  return Array.from({ length: Math.max(0, span.to - span.from + 1) }, (_, i) => span.from + i)
}

/** Why a text names no quarter of a span. */
export type OutOfSpan = 'not-a-quarter' | 'before' | 'after'

/** Reads a quarter that must be of a span: the one origin for every page, download and report that is asked for a period. */
export function quarterWithin(text: string, { from, to }: Span): Quarter | OutOfSpan {
  const quarter = parseQuarter(text)
  if (quarter === null) return 'not-a-quarter'
  if (quarter < from) return 'before'
  return quarter > to ? 'after' : quarter
}

/** First and last quarter of a span as they are written. */
export function codesOf({ from, to }: Span): { first: string; last: string } {
  return { first: quarterCode(from), last: quarterCode(to) }
}

export type Grain = 'quarter' | 'half-year' | 'year' | 'fiscal-year' | 'to-date'
export const GRAINS: readonly Grain[] = ['quarter', 'half-year', 'year', 'fiscal-year', 'to-date']

export function isGrain(kind: SpanKind | undefined): kind is Grain {
  return GRAINS.some((grain) => grain === kind)
}

/** What spans are called by: periods of a grain, survey rounds, halves of a year that does not start in January. */
export type SpanKind = Grain | 'round' | 'fiscal-half-year'

/** A span with the name it goes by: the name alone says nothing, "Q1" means three things in this field. */
export type NamedSpan = Span & {
  grain: SpanKind
  key: string
  year: number
  nth: number
  /** What a survey round is called; null: by its number. */
  name?: Readonly<Record<Language, string>> | null
}

/** Whether the values of two spans can be held against each other: they are as long, or both of a survey round. */
export function isAsLong(one: NamedSpan, other: NamedSpan): boolean {
  const areRounds = one.grain === 'round' && other.grain === 'round'
  return areRounds || one.to - one.from === other.to - other.from
}

/**
 * Cuts a span into periods of one grain. Periods that stick out of the span are cut to it, so that a first or last
 * fiscal year holds only the quarters asked for.
 * @param fiscalStartMonth 1, 4, 7 or 10: a fiscal year is a union of quarters. It is named after the calendar year in
 *   which it starts (UK: FY2020/21 starts on 1 April 2020).
 */
export function cut(span: Span, grain: Grain, fiscalStartMonth = 4): NamedSpan[] {
  const shift = (fiscalStartMonth - 1) / 3
  // A fiscal year from January is the calendar's, and FY2020/21 would say otherwise.
  const told = grain === 'fiscal-year' && shift === 0 ? 'year' : grain
  const named = new Map<string, NamedSpan>()
  for (const quarter of quartersIn(span)) {
    const { key, year, nth } = nameOf(quarter, grain, shift)
    const known = named.get(key)
    if (known) known.to = quarter
    else named.set(key, { grain: told, key, year, nth, from: quarter, to: quarter })
  }
  return [...named.values()]
}

/** The fiscal years that a span touches, each with all of its quarters. @param startMonth as of `cut` */
export function wholeFiscalYears(span: Span, startMonth: number): NamedSpan[] {
  const shift = (startMonth - 1) / 3
  const first = (quarter: Quarter) => quarter - (nthOf(quarter - shift) - 1)
  return cut({ from: first(span.from), to: first(span.to) + 3 }, 'fiscal-year', startMonth)
}

function nameOf(quarter: Quarter, grain: Grain, shift: number): { key: string; year: number; nth: number } {
  const year = yearOf(quarter)
  switch (grain) {
    case 'quarter':
      return { key: quarterCode(quarter), year, nth: nthOf(quarter) }
    case 'half-year': {
      const nth = nthOf(quarter) <= 2 ? 1 : 2
      return { key: `${year}-H${nth}`, year, nth }
    }
    case 'year':
      return { key: `${year}`, year, nth: 1 }
    case 'fiscal-year': {
      const start = yearOf(quarter - shift)
      return { key: `FY${start}`, year: start, nth: 1 }
    }
    case 'to-date':
      return { key: 'to-date', year, nth: 1 }
  }
}
