import { daysLater } from './day.ts'
import type { Quarter } from './quarter.ts'
import { datesOf } from './span.ts'

/** How many days after a quarter reports are due in a file without a project. */
export const USUAL_DUE_DAYS = 15

/**
 * Last day on which a submission is on time, as an ISO date, where none has been set.
 * @param days how many days after the quarter the project has its reports due
 */
export function usualDueOn(quarter: Quarter, days: number): string {
  return daysLater(datesOf({ from: quarter, to: quarter }).last, days)
}
