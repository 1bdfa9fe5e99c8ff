import { dayAt, endOfDay } from '../../calendar/day.ts'
import { type Quarter, quarterOf, yearOf } from '../../calendar/quarter.ts'
import { datesOf, overlaps, type Span } from '../../calendar/span.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { type Query, readAsAt } from '../choice.ts'
import { oneOffered, type WrongParameter } from '../parameters/parameter.ts'
import { COMPARED, type ComparedKind, isOfOneUnit } from './side.ts'

/** What an address compares, besides the choice of its page. */
export type AskedComparison = {
  kind: ComparedKind
  indicator: DefinedIndicator
  /** Another one, where two indicators are compared. */
  other: DefinedIndicator
  /** Slug of the area that is held against the one of the scope; null = the whole project. */
  against: string | null
  year: number
  /** Instant of the day that is held against now. */
  known: number
}

/** What can be compared. */
export type Comparable = {
  indicators: readonly DefinedIndicator[]
  areas: readonly { slug: string }[]
  /** The area whose figures are shown first. */
  first: string | null
  project: Span
  /** Until which quarter figures are shown. */
  to: Quarter
  now: number
}

/** For the whole project, in the list of areas that one is held against. */
export const AGAINST_PROJECT = 'project'

/** @returns null where there is nothing to compare: no indicator is measured */
export function readComparison(
  query: Query,
  { indicators, areas, first, project, to, now }: Comparable,
): { asked: AskedComparison; wrong: WrongParameter[] } | null {
  const codes = indicators.map(({ code }) => code)
  const years = comparableYears(project).map(String)
  const kind = oneOffered(query, 'of', COMPARED)
  const named = oneOffered(query, 'indicator', codes)
  const other = oneOffered(query, 'other', codes)
  const against = oneOffered(query, 'against', [AGAINST_PROJECT, ...areas.map(({ slug }) => slug)])
  const year = oneOffered(query, 'year', years)
  const day = readAsAt(query.day, now, 'day')
  const indicator = indicators.find(({ code }) => code === named.found) ?? usualIndicator(indicators)
  if (!indicator) return null
  const usualArea = areas.find(({ slug }) => slug !== (first ?? areas[0]?.slug))?.slug ?? null
  return {
    asked: {
      kind: kind.found ?? 'years',
      indicator,
      other: indicators.find(({ code }) => code === other.found) ?? besides(indicator, indicators),
      against: against.found === null ? usualArea : against.found === AGAINST_PROJECT ? null : against.found,
      year: Number(year.found ?? usualYear(years.map(Number), to)),
      known: day.instant ?? usualDay(to, now),
    },
    wrong: [kind, named, other, against, year, day].flatMap(({ wrong }) => wrong),
  }
}

/** The first that belongs to a component. */
function usualIndicator(indicators: readonly DefinedIndicator[]): DefinedIndicator | undefined {
  return indicators.find(({ component }) => component !== null) ?? indicators[0]
}

/** One that counts the same, as near to it as there is. */
function besides(indicator: DefinedIndicator, indicators: readonly DefinedIndicator[]): DefinedIndicator {
  const others = indicators.filter(({ code }) => code !== indicator.code)
  const alike = others.filter((one) => isOfOneUnit(one, indicator) && one.frequency === indicator.frequency)
  return alike.find(({ component }) => component === indicator.component) ?? alike[0] ?? others[0] ?? indicator
}

/** Years of the project that another of its years goes before, in order. */
export function comparableYears({ from, to }: Span): number[] {
  const first = yearOf(from) + 1
  return Array.from({ length: Math.max(0, yearOf(to) - first + 1) }, (_, nth) => first + nth)
}

function usualYear(years: readonly number[], to: Quarter): number {
  return years.findLast((year) => overlaps(yearSpan(year), { from: yearSpan(year).from, to })) ?? years[0] ?? yearOf(to)
}

export function yearSpan(year: number): Span {
  return { from: quarterOf(year, 1), to: quarterOf(year, 4) }
}

/** The last day of the last quarter that figures are shown of: what was known before its own reports came. */
function usualDay(to: Quarter, now: number): number {
  return Math.min(endOfDay(datesOf({ from: to, to }).last) ?? now, now)
}

/** What is compared as an address: what the kind does not ask for is left out. */
export function writeComparison(
  { indicator, other, against, year, known }: AskedComparison,
  kind: ComparedKind,
): Record<string, string> {
  return {
    of: kind,
    indicator: indicator.code,
    ...(kind === 'indicators' ? { other: other.code } : {}),
    ...(kind === 'areas' ? { against: against ?? AGAINST_PROJECT } : {}),
    ...(kind === 'years' ? { year: String(year) } : {}),
    ...(kind === 'days' ? { day: dayAt(known) } : {}),
  }
}
