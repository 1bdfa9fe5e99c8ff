import { daysLater } from './day.ts'
import type { Quarter } from './quarter.ts'
import { datesOf } from './span.ts'

/** Submissions are expected by the 15th day after the quarter, unless the project has set another day. */
const DAYS_AFTER = 15

/** Last day on which a submission is on time, as an ISO date, where none has been set. */
export function usualDueOn(quarter: Quarter): string {
  return daysLater(datesOf({ from: quarter, to: quarter }).last, DAYS_AFTER)
}
