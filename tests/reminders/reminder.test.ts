import { describe, expect, it } from 'vitest'
import { type RemindableReport, remindersOn } from '../../src/reminders/reminder.ts'
import { q } from '../support/small-project.ts'

const REPORT: RemindableReport = {
  partnerId: 1,
  placeId: 2,
  quarter: q('2021-Q4'),
  id: 7,
  state: 'draft',
  // A Saturday.
  dueOn: '2022-01-15',
  closed: false,
  fact: null,
}
const instant = (day: string) => Date.parse(`${day}T09:00:00+07:00`)
const on = (day: string, report: Partial<RemindableReport> = {}, days = 7) => {
  const [told] = remindersOn(day, [{ ...REPORT, ...report }], days)
  return told ? `${told.kind} ${told.occasion}` : 'nothing'
}

describe('what is not handed in', () => {
  it.each([
    ['2022-01-07', 'nothing'],
    ['2022-01-08', 'due 2022-01-15'],
    ['2022-01-15', 'due 2022-01-15'],
    // The day after, and until there is a Monday a week later.
    ['2022-01-16', 'overdue 2022-01-16'],
    ['2022-01-17', 'overdue 2022-01-16'],
    ['2022-01-23', 'overdue 2022-01-16'],
    ['2022-01-24', 'overdue 2022-01-24'],
    ['2022-01-30', 'overdue 2022-01-24'],
    ['2022-01-31', 'overdue 2022-01-31'],
    ['2022-12-31', 'overdue 2022-12-26'],
  ])('on %s: %s, begun or not', (day, told) => {
    expect([on(day), on(day, { state: 'due', id: null })]).toEqual([told, told])
  })

  it('is told anew when its day is moved, and as early as is set', () => {
    expect(on('2022-01-15', { dueOn: '2022-01-20' })).toBe('due 2022-01-20')
    expect([on('2022-01-14', {}, 1), on('2022-01-13', {}, 1)]).toEqual(['due 2022-01-15', 'nothing'])
  })

  it('is told once, then at most once in seven days, whatever day it was due', () => {
    for (let shift = 0; shift < 7; shift++) {
      const dueOn = `2022-01-${String(10 + shift)}`
      const days = Array.from({ length: 60 }, (_, nth) => new Date(Date.UTC(2022, 0, 11 + shift + nth)))
      const occasions = [...new Set(days.map((day) => on(day.toISOString().slice(0, 10), { dueOn })))]
      expect(occasions[0]).toBe(`overdue 2022-01-${11 + shift}`)
      const gaps = occasions.slice(1).map((one, nth) => (at(one) - at(occasions[nth]!)) / 86_400_000)
      expect(gaps[0]).toBeGreaterThanOrEqual(7)
      expect(gaps[0]).toBeLessThan(14)
      expect(new Set(gaps.slice(1))).toEqual(new Set([7]))
    }
    function at(occasion: string) {
      return Date.parse(occasion.replace('overdue ', ''))
    }
  })
})

describe('what was handed in', () => {
  it('is told to whoever reviews, once a day', () => {
    expect([on('2022-01-20', { state: 'submitted' }), on('2022-01-21', { state: 'submitted' })]).toEqual([
      'to-approve 2022-01-20',
      'to-approve 2022-01-21',
    ])
  })

  it('is told when it was returned or re-opened, until it is handed in again', () => {
    const fact = { id: 40, kind: 'returned' as const, at: instant('2022-01-20') }
    expect(on('2022-01-20', { state: 'returned', fact })).toBe('returned 40')
    expect(on('2022-06-20', { state: 'returned', fact: { ...fact, id: 41, kind: 'reopened' } })).toBe('returned 41')
  })

  it.each([
    ['2022-01-20', 'approved 42'],
    ['2022-01-26', 'approved 42'],
    ['2022-01-27', 'nothing'],
  ])('is news for a week when it was approved on 20 January: on %s %s', (day, told) => {
    // Late in the evening there, the day before in UTC.
    const fact = { id: 42, kind: 'approved' as const, at: Date.parse('2022-01-20T00:30:00+07:00') }
    expect(on(day, { state: 'approved', fact })).toBe(told)
  })

  it('is no news where nobody knows when', () => {
    expect(on('2022-01-20', { state: 'approved' })).toBe('nothing')
  })
})

it('tells nothing of a closed quarter', () => {
  for (const state of ['due', 'draft', 'submitted', 'returned', 'approved'] as const) {
    const fact = { id: 1, kind: 'approved' as const, at: instant('2022-01-20') }
    expect(on('2022-01-20', { state, fact, closed: true })).toBe('nothing')
  }
})
