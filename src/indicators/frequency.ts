import { nthOf, type Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import type { Frequency } from '../vocabulary/indicator.ts'

/**
 * Whether an indicator is expected in a quarter. Half-yearly ones are due in Q2 and Q4, annual ones in Q4 (of the
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

/** The last quarter of a span in which an indicator is due; null when it is due in none. */
export function lastDueIn(
  { frequency, rounds }: { frequency: Frequency; rounds: readonly Quarter[] },
  { from, to }: Span,
): Quarter | null {
  for (let quarter = to; quarter >= from; quarter--) if (isDueIn(frequency, quarter, rounds)) return quarter
  return null
}
