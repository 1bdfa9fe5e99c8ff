import { isoDay } from '../calendar/day.ts'
import { nthOf, type Quarter, yearOf } from '../calendar/quarter.ts'

/**
 * First and last day of a partner's own quarter when its books close on a day of the month: with 14, the third quarter of
 * 2021 runs from 15 June to 14 September. Recorded and flagged, never corrected.
 */
export function cutOf(cutOffDay: number | null, quarter: Quarter): { from: string; to: string } | null {
  if (cutOffDay === null) return null
  const lastMonth = nthOf(quarter) * 3
  return {
    from: isoDay(new Date(Date.UTC(yearOf(quarter), lastMonth - 4, cutOffDay + 1))),
    to: isoDay(new Date(Date.UTC(yearOf(quarter), lastMonth - 1, cutOffDay))),
  }
}
