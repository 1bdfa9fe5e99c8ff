import { z } from 'zod'
import { dayAt, daysBetween, startOfDay } from '../../calendar/day.ts'
import type { Key } from '../../language/words.ts'
import type { Release } from '../release.ts'

/** A day further away than this is a slip of the hand. */
const MOST_DAYS = 3660

/** The day on which the next report is to be expected, after today; blank = nobody says. `seen`: what stood there when the form was made. */
export function nextReportForm(now: number) {
  return z.object({
    nextReport: z.string().transform((typed, context): string | null => {
      const day = typed.trim()
      if (day === '') return null
      const problem = problemOf(day, dayAt(now))
      if (problem === null) return day
      context.addIssue(problem)
      return z.NEVER
    }),
    seen: z.string(),
  })
}

function problemOf(day: string, today: string): Key | null {
  if (startOfDay(day) === null) return 'releases:wrong.day'
  if (day <= today) return 'releases:next-report.past'
  return daysBetween(today, day) > MOST_DAYS ? 'releases:next-report.far' : null
}

/** As deviations are explained: once it is protected, until it is frozen. */
export function maySetNextReport({ state }: Pick<Release, 'state'>): boolean {
  return state === 'protected'
}
