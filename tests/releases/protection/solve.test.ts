import { expect, it } from 'vitest'
import { DamagedLedger } from '../../../src/disclosure/earlier/ledger.ts'
import { CannotProtect } from '../../../src/disclosure/request.ts'
import { reportSolver } from '../../../src/releases/protection/fail-protection.ts'
import { orFailure, solve } from '../../../src/releases/protection/solve.ts'
import { failureFrom } from '../../../src/releases/release.ts'
import { Jobs } from '../../../src/threads/jobs.ts'

const one = (id: string, count: number) => ({
  ...{ threshold: 5, atoms: { [id]: count } },
  cells: [{ id, sum: [id] }],
})

it('what a report has to hide is found for everybody it is protected against, within its time, and said as it goes', async () => {
  const said: { done: number; of: number }[] = []
  const { answer, seconds } = await solve({ problem: one('few', 3) }, 60_000, (progress) => said.push(progress))
  expect(answer).toMatchObject({ suppressed: { few: expect.any(String) } })
  expect(said.at(-1)).toEqual({ done: 1, of: 1 })
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThan(60)
})

it('what is not found within its time is refused', async () => {
  const { answer } = await solve({ problem: one('few', 3), others: [one('many', 30)] }, 0, () => {})
  expect(answer).toEqual({ refused: 'out-of-time' })
})

it('why a report can’t be protected is a failure as those of the solver are, and a fault of the program stays one', async () => {
  expect(await orFailure(Promise.resolve(7))).toBe(7)
  expect(await orFailure(Promise.reject(new DamagedLedger(3, 'atoms')))).toEqual({
    failure: { code: 'ledger-damaged', about: null },
  })
  expect(await orFailure(Promise.reject(new CannotProtect('not-whole', 'B|x')))).toEqual({
    failure: { code: 'not-whole', about: 'B|x' },
  })
  await expect(orFailure(Promise.reject(new RangeError('a fault')))).rejects.toThrow(RangeError)
})

it('what the solver threw comes into the log, and nothing does of what it says by itself', () => {
  const reported: unknown[] = []
  const jobs = new Jobs((error) => reported.push(error))
  reportSolver(jobs, failureFrom({ refused: 'out-of-time' }))
  expect(reported).toEqual([])
  reportSolver(jobs, failureFrom({ refused: 'solver-failed', thrown: 'RuntimeError: unreachable' }))
  expect(reported).toEqual([new Error('the solver threw: RuntimeError: unreachable')])
})
