import { daysLater } from './day.ts'
import type { Quarter } from './quarter.ts'
import { datesOf } from './span.ts'

/**
 * Last day on which a submission is on time, as an ISO date, where none has been set.
 * @param days how many days after the quarter the project has its reports due
 */
export function usualDueOn(quarter: Quarter, days: number): string {
  return daysLater(datesOf({ from: quarter, to: quarter }).last, days)
}
