import { describe, expect, it } from 'vitest'
import { clockAt, dayAt, daysBetween, daysLater, endOfDay, isoDay, isPast, startOfDay } from '../../src/calendar/day.ts'
import { quarterAt, quarterOf } from '../../src/calendar/quarter.ts'
import fc from '../fast-check.ts'

const at = (text: string) => Date.parse(text)

describe('the day in Viet Nam', () => {
  it.each([
    ['2021-09-30T16:59:59.999Z', '2021-09-30', '23:59'],
    ['2021-09-30T17:00:00Z', '2021-10-01', '00:00'],
    ['2021-12-31T17:05:00Z', '2022-01-01', '00:05'],
    ['2024-02-28T20:30:00Z', '2024-02-29', '03:30'],
    ['1999-12-31T12:00:00Z', '1999-12-31', '19:00'],
  ])('%s is %s, %s', (instant, day, time) => {
    expect(clockAt(at(instant))).toEqual({ day, time })
    expect(dayAt(at(instant))).toBe(day)
  })

  it('turns the quarter with the day', () => {
    expect(quarterAt(at('2021-09-30T16:59:59Z'))).toBe(quarterOf(2021, 3))
    expect(quarterAt(at('2021-09-30T17:00:00Z'))).toBe(quarterOf(2021, 4))
  })

  it('begins and ends at midnight there', () => {
    expect(startOfDay('2021-10-01')).toBe(at('2021-09-30T17:00:00Z'))
    expect(endOfDay('2021-10-01')).toBe(at('2021-10-01T16:59:59.999Z'))
    expect(isPast('2021-10-01', at('2021-10-01T16:59:59.999Z'))).toBe(false)
    expect(isPast('2021-10-01', at('2021-10-01T17:00:00Z'))).toBe(true)
  })

  it.each(['', '2021-02-30', '2021-13-01', '2021-1-1', '2021-10-01T00', 'x2021-10-01', '2021-10-011', 'mai'])(
    '%j is no day',
    (text) => {
      expect(startOfDay(text)).toBeNull()
      expect(endOfDay(text)).toBeNull()
    },
  )

  it('counts days over months and leap years', () => {
    expect(daysLater('2024-02-28', 1)).toBe('2024-02-29')
    expect(daysLater('2024-03-01', -1)).toBe('2024-02-29')
    expect(daysLater('2021-12-31', 15)).toBe('2022-01-15')
    expect(isoDay(new Date(Date.UTC(2021, 8, 30)))).toBe('2021-09-30')
  })

  it('is UTC+7 in every year the product knows, and a day holds its own beginning and end', () => {
    const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 11, 31) })
    fc.assert(
      fc.property(instants, (now) => {
        const there = new Date(now + 7 * 3_600_000).toISOString()
        expect(clockAt(now)).toEqual({ day: there.slice(0, 10), time: there.slice(11, 16) })
        expect(startOfDay(dayAt(now))!).toBeLessThanOrEqual(now)
        expect(endOfDay(dayAt(now))!).toBeGreaterThanOrEqual(now)
      }),
    )
  })
})

describe('days between two days', () => {
  it.each([
    ['2021-09-30', '2021-09-30', 0],
    ['2021-09-30', '2021-10-01', 1],
    ['2020-02-28', '2020-03-01', 2],
    ['2021-01-01', '2022-01-01', 365],
    ['2021-10-01', '2021-09-30', -1],
  ])('from %s to %s: %s', (first, last, days) => {
    expect(daysBetween(first, last)).toBe(days)
    expect(daysLater(first, days)).toBe(last)
  })
})
