import { expect, it } from 'vitest'
import { type FailedTry, faultOfServer, nextTry, problemAfter } from '../../src/reminders/sending/outcome.ts'
import { REMINDER_PROBLEMS, type ReminderProblem } from '../../src/vocabulary/reminder.ts'

it.each<[FailedTry, ReminderProblem]>([
  [{ reply: null, during: 'greeting', begun: false }, 'unreachable'],
  [{ reply: 554, during: 'greeting', begun: false }, 'refused-for-now'],
  [{ reply: 421, during: 'greeting', begun: false }, 'refused-for-now'],
  [{ reply: 454, during: 'encryption', begun: false }, 'not-encrypted'],
  [{ reply: null, during: 'encryption', begun: false }, 'not-encrypted'],
  [{ reply: 535, during: 'login', begun: false }, 'login-refused'],
  [{ reply: 450, during: 'message', begun: false }, 'refused-for-now'],
  [{ reply: 550, during: 'message', begun: false }, 'refused'],
  [{ reply: 500, during: 'message', begun: false }, 'refused'],
  [{ reply: 452, during: 'message', begun: true }, 'refused-for-now'],
  [{ reply: 554, during: 'message', begun: true }, 'refused'],
  [{ reply: null, during: 'message', begun: false }, 'unreachable'],
  [{ reply: null, during: 'message', begun: true }, 'interrupted'],
])('of %j: %s', (failure, problem) => {
  expect(problemAfter(failure)).toBe(problem)
})

it('tries again later and later, for three days', () => {
  const minutes = Array.from({ length: 9 }, (_, nth) => nextTry('refused-for-now', nth + 1, 0)).map(
    (at) => at && at / 60_000,
  )
  expect(minutes).toEqual([5, 15, 60, 180, 360, 720, 1440, 1440, null])
  const all = minutes.reduce<number>((sum, one) => sum + (one ?? 0), 0)
  expect(all / 60).toBeGreaterThan(66)
})

it('never tries again what was refused for good, may have arrived, or is not needed', () => {
  const never = REMINDER_PROBLEMS.filter((problem) => nextTry(problem, 1, 0) === null)
  expect(never).toEqual(['refused', 'interrupted', 'not-needed'])
})

it('knows what the other messages would meet too', () => {
  expect([...REMINDER_PROBLEMS, 'sent' as const].filter((one) => faultOfServer(one))).toEqual([
    'unreachable',
    'not-encrypted',
    'login-refused',
  ])
})
