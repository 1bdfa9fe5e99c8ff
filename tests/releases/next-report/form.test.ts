import { describe, expect, it } from 'vitest'
import { dayAt, daysLater } from '../../../src/calendar/day.ts'
import { readForm } from '../../../src/forms/read.ts'
import { maySetNextReport, nextReportForm } from '../../../src/releases/next-report/next-report.ts'
import { RELEASE_STATES } from '../../../src/vocabulary/release.ts'

const NOW = Date.parse('2022-01-20T09:00:00+07:00')
const today = dayAt(NOW)

describe('the day of the next report', () => {
  const read = (nextReport: string) => {
    const given = readForm(nextReportForm(NOW), { nextReport, seen: '' })
    return 'values' in given ? given.values.nextReport : given.errors.nextReport
  }

  it.each([
    ['', null],
    ['  ', null],
    [daysLater(today, 1), daysLater(today, 1)],
    [` ${daysLater(today, 90)} `, daysLater(today, 90)],
    [today, 'releases:next-report.past'],
    [daysLater(today, -1), 'releases:next-report.past'],
    [daysLater(today, 3660), daysLater(today, 3660)],
    [daysLater(today, 3661), 'releases:next-report.far'],
    ['2099-01-01', 'releases:next-report.far'],
    ['2022-02-30', 'releases:wrong.day'],
    ['15/04/2022', 'releases:wrong.day'],
    ['soon', 'releases:wrong.day'],
  ])('%j is read as %s', (typed, answer) => {
    expect(read(typed)).toBe(answer)
  })

  it('may be set once the report is protected, until it is frozen', () => {
    expect(RELEASE_STATES.filter((state) => maySetNextReport({ state }))).toEqual(['protected'])
  })
})
