import { dayAt } from '../../src/calendar/day.ts'

/** The form of a report for donors as the pages send it, by quarters and years, of everything there is. */
export function reportForm(title: string, from: string, to: string): Record<string, string> {
  return {
    title,
    from,
    to,
    // The day in Viet Nam: in the evening of UTC, yesterday's end lies before a program that was loaded just now.
    asAt: dayAt(Date.now()),
    audience: 'donor',
    language: 'both',
    threshold: '',
    project: 'quarter',
    province: 'year',
    breakdown: 'year',
    years: 'calendar',
  }
}
