import { describe, expect, it } from 'vitest'
import { isPast } from '../../src/calendar/day.ts'
import { usualDueOn } from '../../src/calendar/due-day.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'

describe('due days', () => {
  it.each([
    [quarterOf(2021, 4), '2022-01-15'],
    [quarterOf(2021, 1), '2021-04-15'],
    [quarterOf(2024, 2), '2024-07-15'],
  ])('of %d is %s where none has been set', (quarter, day) => {
    expect(usualDueOn(quarter, 15)).toBe(day)
  })

  it('pass at midnight in Viet Nam', () => {
    expect(isPast('2022-01-15', Date.parse('2022-01-15T23:59:59+07:00'))).toBe(false)
    expect(isPast('2022-01-15', Date.parse('2022-01-16T00:00:00+07:00'))).toBe(true)
  })
})
