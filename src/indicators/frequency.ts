import { nthOf, type Quarter, quarterCode, yearOf } from '../calendar/quarter.ts'
import { heldIn, type NamedSpan, type Span } from '../calendar/span.ts'
import type { Text } from '../language/text.ts'
import type { Frequency, YearStart } from '../vocabulary/indicator.ts'

/** A survey round: the quarters it covers, and what it is called; null: by its number. It is due in the last of them. */
export type SurveyRound = Span & { name: Text | null }

/** How often an indicator is asked for, and the runs of quarters in which the project asks for anything; absent: in all. */
export type Schedule = {
  frequency: Frequency
  /** First month of the years, and half-years, by which it is asked for. */
  yearStart: YearStart
  /** In order; of other frequencies there are none. */
  rounds: readonly SurveyRound[]
  phases?: readonly Span[]
}

/** Quarters that a value covers. */
const LENGTH = { quarterly: 1, 'half-yearly': 2, annual: 4 } as const satisfies Record<
  Exclude<Frequency, 'survey'>,
  number
>

/**
 * Whether an indicator of a frequency is expected in a quarter: in the last one of each span that a value covers. Half-yearly and annual ones go
 * by the calendar, as provincial statistics do, or by years that start in another month, as a donor's may.
 */
export function isDueIn({ frequency, yearStart, rounds }: Schedule, quarter: Quarter): boolean {
  if (frequency === 'survey') return rounds.some(({ to }) => to === quarter)
  return (quarter + 1 - shiftOf(yearStart)) % LENGTH[frequency] === 0
}

/** Whether the project is at work in a quarter. */
export function isAtWork({ phases }: Pick<Schedule, 'phases'>, quarter: Quarter): boolean {
  return phases === undefined || phases.some((phase) => heldIn(phase, quarter))
}

/** Whether an indicator is expected in a quarter: by its frequency, and while the project is at work. */
export function isScheduledIn(schedule: Schedule, quarter: Quarter): boolean {
  return isAtWork(schedule, quarter) && isDueIn(schedule, quarter)
}

/** The last quarter of a span in which an indicator is due; null when it is due in none. */
export function lastDueIn(schedule: Schedule, { from, to }: Span): Quarter | null {
  for (let quarter = to; quarter >= from; quarter--) if (isScheduledIn(schedule, quarter)) return quarter
  return null
}

/**
 * The span of a value: the one origin of the dates it stands under, and of the name they go by. A half-yearly value that is due in
 * Q2 covers January to June, an annual one the year, a survey its round. Of a value that came in a quarter in which nobody asked
 * for one no more is known than that quarter.
 */
export function valueSpan(schedule: Schedule, quarter: Quarter): NamedSpan {
  const { frequency, yearStart, rounds } = schedule
  if (!isScheduledIn(schedule, quarter) || frequency === 'quarterly') return quarterSpan(quarter)
  if (frequency === 'survey') {
    const nth = rounds.findIndex(({ to }) => to === quarter)
    const { from, to, name } = rounds[nth]!
    return { grain: 'round', key: `round-${quarterCode(to)}`, year: yearOf(to), nth: nth + 1, from, to, name }
  }
  const from = quarter - LENGTH[frequency] + 1
  const year = yearOf(from - shiftOf(yearStart))
  const fiscal = yearStart !== 1
  if (frequency === 'annual') {
    const name = fiscal
      ? ({ grain: 'fiscal-year', key: `FY${year}` } as const)
      : ({ grain: 'year', key: `${year}` } as const)
    return { ...name, year, nth: 1, from, to: quarter }
  }
  // Halves of a year from July are those of the calendar, and are called so.
  if (nthOf(from) % 2 === 1) {
    const nth = nthOf(from) === 1 ? 1 : 2
    return { grain: 'half-year', key: `${yearOf(from)}-H${nth}`, year: yearOf(from), nth, from, to: quarter }
  }
  const nth = from === quarterOfStart(year, yearStart) ? 1 : 2
  return { grain: 'fiscal-half-year', key: `FY${year}-H${nth}`, year, nth, from, to: quarter }
}

/** Whether no two survey rounds cover the same quarter, and none ends before it begins. */
export function areApart(rounds: readonly SurveyRound[]): boolean {
  const inOrder = [...rounds].sort((a, b) => a.from - b.from)
  return inOrder.every(({ from, to }, nth) => from <= to && to < (inOrder[nth + 1]?.from ?? Number.POSITIVE_INFINITY))
}

/** A quarter as the span of what was given in it. */
export function quarterSpan(quarter: Quarter): NamedSpan {
  const named = { key: quarterCode(quarter), year: yearOf(quarter), nth: nthOf(quarter) }
  return { grain: 'quarter', ...named, from: quarter, to: quarter }
}

function shiftOf(yearStart: YearStart): number {
  return (yearStart - 1) / 3
}

function quarterOfStart(year: number, yearStart: YearStart): Quarter {
  return year * 4 + shiftOf(yearStart)
}
