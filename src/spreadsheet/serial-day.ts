import { daysBetween, daysLater } from '../calendar/day.ts'

/** The day from which spreadsheets count days. They take 1900 for a leap year: from March 1900 on their numbers are right. */
const DAY_ZERO = '1899-12-30'

/** A day as spreadsheets count it. */
export function serialOfDay(isoDay: string): number {
  return daysBetween(DAY_ZERO, isoDay)
}

/** The day that such a number stands for. */
export function dayOfSerial(serial: number): string {
  return daysLater(DAY_ZERO, serial)
}
