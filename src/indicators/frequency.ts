import { nthOf, type Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import type { Frequency } from '../vocabulary/indicator.ts'

/**
 * Whether an indicator of a frequency is expected in a quarter. Half-yearly ones are due in Q2 and Q4, annual ones in Q4 (of the
 * calendar year, as provincial statistics are), survey rounds in the quarters listed for them.
 */
export function isDueIn(frequency: Frequency, quarter: Quarter, rounds: readonly Quarter[] = []): boolean {
  switch (frequency) {
    case 'quarterly':
      return true
    case 'half-yearly':
      return nthOf(quarter) % 2 === 0
    case 'annual':
      return nthOf(quarter) === 4
    case 'survey':
      return rounds.includes(quarter)
  }
}

/** How often an indicator is asked for, and the runs of quarters in which the project asks for anything; absent: in all. */
export type Schedule = { frequency: Frequency; rounds: readonly Quarter[]; phases?: readonly Span[] }

/** Whether an indicator is expected in a quarter: by its frequency, and while the project is at work. */
export function isScheduledIn({ frequency, rounds, phases }: Schedule, quarter: Quarter): boolean {
  const works = phases === undefined || phases.some(({ from, to }) => from <= quarter && quarter <= to)
  return works && isDueIn(frequency, quarter, rounds)
}

/** The last quarter of a span in which an indicator is due; null when it is due in none. */
export function lastDueIn(schedule: Schedule, { from, to }: Span): Quarter | null {
  for (let quarter = to; quarter >= from; quarter--) if (isScheduledIn(schedule, quarter)) return quarter
  return null
}
