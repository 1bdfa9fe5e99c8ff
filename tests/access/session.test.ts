import { describe, expect, it } from 'vitest'
import { IDLE_MS, isOpen, LONGEST_MS } from '../../src/access/session.ts'

const HOUR = 3_600_000
const BEGAN = 1_000_000_000
const session = { expiresAt: BEGAN + LONGEST_MS }

describe('a session', () => {
  it('lasts twelve hours without a sign of life, and a day and a night whatever happens', () => {
    expect([IDLE_MS / HOUR, LONGEST_MS / HOUR]).toEqual([12, 24])
  })

  it.each([
    ['as soon as it has begun', BEGAN, BEGAN, true],
    ['a moment before twelve hours without a sign of life', BEGAN, BEGAN + IDLE_MS - 1, true],
    ['after twelve hours without one', BEGAN, BEGAN + IDLE_MS, false],
    ['when it was used an hour ago', BEGAN + 20 * HOUR, BEGAN + 21 * HOUR, true],
    ['a moment before the end of its day', BEGAN + 23 * HOUR, BEGAN + LONGEST_MS - 1, true],
    ['at the end of its day, used or not', BEGAN + LONGEST_MS, BEGAN + LONGEST_MS, false],
    ['after the end of its day', BEGAN + LONGEST_MS, BEGAN + LONGEST_MS + 1, false],
  ])('%s', (_, seenAt, now, open) => {
    expect(isOpen(session, seenAt, now)).toBe(open)
  })
})
