import { expect, it } from 'vitest'
import { Budget, SolveFailure } from '../../src/suppression/budget.ts'
import type { LinearModel, Solution, SolveLimits } from '../../src/suppression/lp.ts'

/** A program that is solved so, and with which limits it was asked. */
function program(solve: () => Solution): { model: () => LinearModel; asked: SolveLimits[] } {
  const asked: SolveLimits[] = []
  const model: LinearModel = {
    setRowBounds: () => {},
    setCost: () => {},
    close: () => {},
    solve(limits) {
      asked.push(limits)
      return solve()
    },
  }
  return { model: () => model, asked }
}
const infeasible = () => program(() => ({ status: 'infeasible' }))

it('counts the programs, and gives each what is left of the time, and of nodes what it may have', () => {
  const left = [2500, 1000]
  const budget = new Budget(() => left.shift()!)
  const { model, asked } = infeasible()
  expect(budget.solve(model)).toEqual({ status: 'infeasible' })
  budget.solve(model, 7)
  expect(asked).toStrictEqual([{ seconds: 2.5 }, { seconds: 1, nodes: 7 }])
  expect(budget.programs).toBe(2)
})

it('has no end unless one is set', () => {
  const { model, asked } = infeasible()
  new Budget().solve(model)
  expect(asked).toEqual([{ seconds: Number.POSITIVE_INFINITY }])
})

it.each([0, -1, Number.NaN])('asks nothing more when the time left is %d', (left) => {
  const budget = new Budget(() => left)
  const { model, asked } = infeasible()
  expect(() => budget.solve(model)).toThrow(new SolveFailure('out-of-time'))
  expect([asked, budget.programs]).toEqual([[], 0])
})

it('takes no answer that came too late for one', () => {
  expect(() => new Budget().solve(program(() => ({ status: 'out-of-time' })).model)).toThrow(
    new SolveFailure('out-of-time'),
  )
  expect(new Budget().solve(program(() => ({ status: 'out-of-nodes' })).model)).toEqual({ status: 'out-of-nodes' })
})

it('says that the solver has failed, and of what, whatever it throws and whenever', () => {
  const crash = new Error('unreachable')
  const throwing = () => {
    throw crash
  }
  const failed = expect.objectContaining({ code: 'solver-failed', cause: crash })
  expect(() => new Budget().solve(program(throwing).model)).toThrow(failed)
  expect(() => new Budget().solve(throwing)).toThrow(failed)
  expect(() => new Budget().attempt(throwing)).toThrow(failed)
})
