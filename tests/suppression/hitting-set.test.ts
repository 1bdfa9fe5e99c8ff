import { beforeAll, describe, expect, it } from 'vitest'
import { Budget, SolveFailure } from '../../src/suppression/budget.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import { cheapestHittingSet } from '../../src/suppression/hitting-set.ts'
import { compareLoss, type Loss, totalLoss } from '../../src/suppression/loss.ts'
import type { LinearModel, Solution, Solver } from '../../src/suppression/lp.ts'
import fc from '../fast-check.ts'

const NODES = 5000

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const choose = (sets: readonly (readonly number[])[], losses: readonly Loss[], nodes = NODES) =>
  cheapestHittingSet(sets, losses, solver, new Budget(), nodes)

const hits = (chosen: readonly number[], sets: readonly (readonly number[])[]) =>
  sets.every((set) => set.some((member) => chosen.includes(member)))

/** The least loss of all choices of members that hit every set, by trying each. */
function leastLoss(sets: readonly (readonly number[])[], losses: readonly Loss[]): Loss {
  let least: Loss = { cells: Number.POSITIVE_INFINITY, size: 0 }
  for (let choice = 0; choice < 2 ** losses.length; choice++) {
    const chosen = [...losses.keys()].filter((member) => choice & (1 << member))
    const loss = totalLoss(losses, chosen)
    if (hits(chosen, sets) && compareLoss(loss, least) < 0) least = loss
  }
  return least
}

const systems = fc
  .record({ members: fc.integer({ min: 1, max: 9 }), most: fc.constantFrom(0, 1, 300) })
  .chain(({ members, most }) =>
    fc.record({
      losses: fc.array(fc.record({ cells: fc.integer({ min: 1, max: 4 }), size: fc.integer({ min: 0, max: most }) }), {
        minLength: members,
        maxLength: members,
      }),
      sets: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: members - 1 }), { minLength: 1 }), { maxLength: 10 }),
    }),
  )

describe('the cheapest hitting set', () => {
  it('hits every set at the least loss there is, each member once, ascending', () => {
    fc.assert(
      fc.property(systems, ({ sets, losses }) => {
        const chosen = choose(sets, losses)!
        expect(hits(chosen, sets)).toBe(true)
        expect(totalLoss(losses, chosen)).toEqual(leastLoss(sets, losses))
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b))
      }),
      { numRuns: 150 },
    )
  })

  it('is the same every time, whatever the order of sets and members, and with a solver newly loaded', async () => {
    const other = await loadSolver()
    fc.assert(
      fc.property(systems, ({ sets, losses }) => {
        const turned = sets.map((set) => [...set].reverse()).reverse()
        const chosen = choose(sets, losses)
        expect(choose(sets, losses)).toEqual(chosen)
        expect(choose(turned, losses)).toEqual(chosen)
        expect(cheapestHittingSet(sets, losses, other, new Budget(), NODES)).toEqual(chosen)
      }),
      { numRuns: 60 },
    )
  })

  it('takes fewer cells before smaller ones, and of as many the smallest', () => {
    const sets = [
      [0, 1],
      [1, 2],
    ]
    const sized = (...sizes: number[]) => sizes.map((size) => ({ cells: 1, size }))
    expect(choose(sets, sized(1, 1000, 1))).toEqual([1])
    expect(choose([[0, 1, 2]], sized(7, 5, 6))).toEqual([1])
  })

  it('tells sizes apart that differ by one in a million', () => {
    const losses = [1_000_001, 1_000_000, 1_000_002].map((size) => ({ cells: 1, size }))
    expect(choose([[0, 1, 2]], losses)).toEqual([1])
  })

  it('is empty when there is nothing to hit, without asking the solver', () => {
    const budget = new Budget()
    expect(cheapestHittingSet([], [], solver, budget, NODES)).toEqual([])
    expect(budget.programs).toBe(0)
  })
})

/** The lines of a projective space: the bound of the linear program is 5, the answer a plane, which has 7 points. */
const lines = Array.from({ length: 15 * 15 }, (_, at) => [1 + Math.floor(at / 15), 1 + (at % 15)] as const)
  .filter(([a, b]) => a < b && b < (a ^ b))
  .map(([a, b]) => [a - 1, b - 1, (a ^ b) - 1])

describe('what bounds the search', () => {
  const losses = Array.from({ length: 15 }, (_, at) => ({ cells: 1, size: (at * 37) % 11 }))

  it('gives no answer when the nodes do not suffice, and the answer when they do', () => {
    expect(choose(lines, losses, 1)).toBeNull()
    expect(choose(lines, losses)).toHaveLength(7)
  })

  it('stops when the time has run out', () => {
    const late = new Budget(() => 0)
    expect(() => cheapestHittingSet(lines, losses, solver, late, NODES)).toThrow(new SolveFailure('out-of-time'))
  })
})

describe('a solver that is not to be believed', () => {
  const answering = (solution: Solution): Solver => ({
    open: (): LinearModel => ({ setRowBounds: () => {}, setCost: () => {}, solve: () => solution, close: () => {} }),
  })
  const losses = [
    { cells: 1, size: 1 },
    { cells: 1, size: 1 },
  ]
  const failed = new SolveFailure('solver-failed')

  it('fails when its choice leaves a set open', () => {
    const wrong = answering({ status: 'optimal', point: [1, 0.4], duals: [] })
    expect(() => cheapestHittingSet([[0], [1]], losses, wrong, new Budget(), NODES)).toThrow(failed)
  })

  it('fails when it finds no choice where there always is one', () => {
    const wrong = answering({ status: 'infeasible' })
    expect(() => cheapestHittingSet([[0], [1]], losses, wrong, new Budget(), NODES)).toThrow(failed)
  })

  it('fails when it cannot be asked', () => {
    const broken: Solver = {
      open: () => {
        throw new Error('no memory')
      },
    }
    expect(() => cheapestHittingSet([[0], [1]], losses, broken, new Budget(), NODES)).toThrow(failed)
  })

  it('gives its memory back whatever happens', () => {
    let closed = 0
    const model: LinearModel = {
      setRowBounds: () => {},
      setCost: () => {},
      solve: () => ({ status: 'infeasible' }),
      close: () => closed++,
    }
    expect(() => cheapestHittingSet([[0]], losses, { open: () => model }, new Budget(), NODES)).toThrow(failed)
    expect(closed).toBe(1)
  })
})
