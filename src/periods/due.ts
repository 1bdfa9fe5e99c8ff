import { datesOf, type Quarter } from './period.ts'

/** Submissions are expected by the 15th day after the quarter, unless the project has set another day. */
const DAYS_AFTER = 15

/** Last day on which a submission is on time, as an ISO date, where none has been set. */
export function usualDueOn(quarter: Quarter): string {
  const last = Date.parse(datesOf({ from: quarter, to: quarter }).last)
  return new Date(last + DAYS_AFTER * 86_400_000).toISOString().slice(0, 10)
}

/** Whether the day has passed in Viet Nam (UTC+7). */
export function isPast(day: string, now: number): boolean {
  return dayAt(now) > day
}

/** The day in Viet Nam at an instant. */
export function dayAt(now: number): string {
  return new Date(now + 7 * 3_600_000).toISOString().slice(0, 10)
}
