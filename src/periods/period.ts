/**
 * A quarter as one whole number, `year * 4 + (quarter - 1)`, so that spans are ranges and "the quarter before" is minus one.
 * Written "2020-Q1" in files, URLs and exports.
 */
export type Quarter = number

/** A run of whole quarters, both ends included. */
export type Span = { from: Quarter; to: Quarter }

export const FIRST_QUARTER = quarterOf(1990, 1)
export const LAST_QUARTER = quarterOf(2100, 4)

export function quarterOf(year: number, nth: number): Quarter {
  return year * 4 + (nth - 1)
}

export function yearOf(quarter: Quarter): number {
  return Math.floor(quarter / 4)
}

/** 1 to 4. */
export function nthOf(quarter: Quarter): number {
  return (quarter % 4) + 1
}

export function quarterCode(quarter: Quarter): string {
  return `${yearOf(quarter)}-Q${nthOf(quarter)}`
}

/** Reads "2020-Q1"; null when it is not a quarter between 1990 and 2100. */
export function parseQuarter(text: string): Quarter | null {
  const found = /^(\d{4})-Q([1-4])$/.exec(text)
  if (!found) return null
  const quarter = quarterOf(Number(found[1]), Number(found[2]))
  return quarter >= FIRST_QUARTER && quarter <= LAST_QUARTER ? quarter : null
}

/** First and last day of a span as ISO dates: a label is never shown without them. */
export function datesOf(span: Span): { first: string; last: string } {
  const month = (nthOf(span.from) - 1) * 3
  const first = new Date(Date.UTC(yearOf(span.from), month, 1))
  const last = new Date(Date.UTC(yearOf(span.to), nthOf(span.to) * 3, 0))
  return { first: iso(first), last: iso(last) }
}

export function quartersIn(span: Span): Quarter[] {
  return Array.from({ length: Math.max(0, span.to - span.from + 1) }, (_, i) => span.from + i)
}

/** The calendar quarter in which an instant falls, by Viet Nam time (UTC+7, no summer time). */
export function quarterAt(now: number): Quarter {
  const there = new Date(now + 7 * 3_600_000)
  return quarterOf(there.getUTCFullYear(), Math.floor(there.getUTCMonth() / 3) + 1)
}

/** The calendar quarter of an ISO date. */
export function quarterOfDay(day: string): Quarter {
  return quarterOf(Number(day.slice(0, 4)), Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1)
}

/** The day it is in Viet Nam (UTC+7, no summer time), as an ISO date. */
export function dayAt(now: number): string {
  return iso(new Date(now + 7 * 3_600_000))
}

export type Grain = 'quarter' | 'half-year' | 'year' | 'fiscal-year' | 'to-date'
export const GRAINS: readonly Grain[] = ['quarter', 'half-year', 'year', 'fiscal-year', 'to-date']

/** A span with the name it goes by: the name alone says nothing, "Q1" means three things in this field. */
export type NamedSpan = Span & { grain: Grain; key: string; year: number; nth: number }

/**
 * Cuts a span into periods of one grain. Periods that stick out of the span are cut to it, so that a first or last
 * fiscal year holds only the quarters asked for.
 * @param fiscalStartMonth 1, 4, 7 or 10: a fiscal year is a union of quarters. It is named after the calendar year in
 *   which it starts (UK: FY2020/21 starts on 1 April 2020).
 */
export function cut(span: Span, grain: Grain, fiscalStartMonth = 4): NamedSpan[] {
  const shift = (fiscalStartMonth - 1) / 3
  const named = new Map<string, NamedSpan>()
  for (const quarter of quartersIn(span)) {
    const { key, year, nth } = nameOf(quarter, grain, shift)
    const known = named.get(key)
    if (known) known.to = quarter
    else named.set(key, { grain, key, year, nth, from: quarter, to: quarter })
  }
  return [...named.values()]
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

function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}
