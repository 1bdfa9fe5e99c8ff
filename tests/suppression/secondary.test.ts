import { beforeAll, describe, expect, it } from 'vitest'
import type { Requirement } from '../../src/suppression/attacker/attacker.ts'
import { Budget, SolveFailure } from '../../src/suppression/budget.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { LinearModel, ModelShape, Solver } from '../../src/suppression/lp.ts'
import { chooseSecondary, type SecondaryProblem } from '../../src/suppression/secondary.ts'
import fc from '../fast-check.ts'
import { row } from './row.ts'

let highs: Solver
beforeAll(async () => {
  highs = await loadSolver()
})

type Sets = readonly (readonly number[])[]
const isHit = (set: readonly number[], rows: readonly number[]) => set.some((one) => rows.includes(one))

/**
 * An attack that succeeds while one of these sets of rows is shown as a whole, requirement by requirement. The cover it gives
 * has whatever else is shown of `noise` in it, as the duals of a program may.
 */
function attackedBy(requirements: readonly Sets[], noise: readonly number[] = []): SecondaryProblem['attacker'] {
  return {
    reachTogether: () => {},
    cover(pattern, requirement) {
      const set = requirements[requirement[0]!.row]!.find((rows) => rows.every((one) => pattern[one] === 0))
      return set ? [...new Set([...set, ...noise.filter((one) => pattern[one] === 0)])].sort((a, b) => a - b) : null
    },
  }
}

function problemOf(values: readonly number[], requirements: readonly Sets[], more: Partial<SecondaryProblem> = {}) {
  return {
    block: { rows: values.map((value, nth) => row(value, `r${nth}`)) },
    attacker: attackedBy(requirements),
    requirements: requirements.map((_, nth): Requirement => [{ row: nth, side: 'highest', level: 4 }]),
    ...{ covers: [], suppressedBefore: new Set<string>(), solver: highs, budget: new Budget() },
    ...more,
  }
}
const UNPROVEN = { rounds: 0, nodes: 5000 }

describe('the rows suppressed to protect others', () => {
  it('are none where the attack fails as it is', () => {
    expect(chooseSecondary(problemOf([10, 20], [[], []]))).toEqual({ rows: [], proven: true })
  })

  it('are the fewest, and of as many the smallest', () => {
    const values = [30, 10, 20, 5, 6]
    expect(chooseSecondary(problemOf(values, [[[0, 1, 2]]]))).toEqual({ rows: [1], proven: true })
    // One of thirty instead of five and six.
    expect(chooseSecondary(problemOf(values, [[[0, 3]], [[0, 4]]]))).toEqual({ rows: [0], proven: true })
  })

  it('are those that were suppressed before, where that costs nothing', () => {
    const suppressedBefore = new Set(['r0'])
    expect(chooseSecondary(problemOf([30, 10, 20], [[[0, 1, 2]]], { suppressedBefore })).rows).toEqual([0])
  })

  it('hit what is known beforehand, too', () => {
    expect(chooseSecondary(problemOf([30, 10, 20], [[[0, 1]]], { covers: [[2], [0, 2]] })).rows).toEqual([1, 2])
  })

  it('are not found where nothing shown is to blame: the solver has failed', () => {
    const attacker = { reachTogether: () => {}, cover: () => [] }
    expect(() => chooseSecondary(problemOf([1], [[]], { attacker }))).toThrow(new SolveFailure('solver-failed'))
  })
})

describe('without a proof', () => {
  const values = [40, 10, 20, 30]

  it('they are enough, and none of them can be done without', () => {
    expect(chooseSecondary(problemOf(values, [[[0, 1]], [[1, 2]], [[2, 3]]]), UNPROVEN)).toEqual({
      rows: [1, 2],
      proven: false,
    })
  })

  it('they are the less of two ways: the cheapest of each cover, or what is left of the whole of each', () => {
    // The cheapest of each are two, while the dearest stands in both.
    expect(chooseSecondary(problemOf(values, [[[0, 1]], [[0, 2]]]), UNPROVEN)).toEqual({ rows: [0], proven: false })
  })

  it('the search ends when its nodes do not suffice, with the best that was found', () => {
    let asked = 0
    const solver: Solver = {
      open(): LinearModel {
        const solve = () => {
          asked++
          return { status: 'out-of-nodes' as const }
        }
        return { setRowBounds: () => {}, setCost: () => {}, close: () => {}, solve }
      },
    }
    expect(chooseSecondary(problemOf(values, [[[0, 1]], [[2, 3]]], { solver }))).toEqual({
      rows: [1, 2],
      proven: false,
    })
    expect(asked).toBe(1)
  })
})

describe('whatever is attacked', () => {
  const system = fc.record({
    values: fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 7, maxLength: 7 }),
    requirements: fc.array(
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
      { minLength: 1, maxLength: 3 },
    ),
  })

  /** The least that hits all sets, by trying every choice: how many rows, and what they come to. */
  function least(values: readonly number[], sets: Sets): [cells: number, size: number] {
    const choices = Array.from({ length: 2 ** 5 }, (_, bits) => [0, 1, 2, 3, 4].filter((one) => bits & (1 << one)))
    const sizes = choices
      .filter((rows) => sets.every((set) => isHit(set, rows)))
      .map((rows): [number, number] => [rows.length, rows.reduce((sum, one) => sum + values[one]!, 0)])
    return sizes.sort((a, b) => a[0] - b[0] || a[1] - b[1])[0]!
  }

  it('they are the cheapest there are, found from covers that have nothing to spare', () => {
    fc.assert(
      fc.property(system, ({ values, requirements }) => {
        const shapes: ModelShape[] = []
        const solver: Solver = {
          open(shape) {
            shapes.push(shape)
            return highs.open(shape)
          },
        }
        // Rows 5 and 6 are in no set: they are to blame for nothing.
        const attacker = attackedBy(requirements, [5, 6])
        const { rows, proven } = chooseSecondary(problemOf(values, requirements, { attacker, solver }))
        expect(proven).toBe(true)
        expect([rows.length, rows.reduce((sum, one) => sum + values[one]!, 0)]).toEqual(
          least(values, requirements.flat()),
        )
        expect(rows).toEqual([...rows].sort((a, b) => a - b))
        const most = new Set(requirements.flat(2)).size
        for (const { columns } of shapes) expect(columns).toBeLessThanOrEqual(most)
      }),
      { numRuns: 40 },
    )
  })

  it('without a proof they hold, and each of them is needed', () => {
    fc.assert(
      fc.property(system, ({ values, requirements }) => {
        const sets = requirements.flat()
        const problem = problemOf(values, requirements, { attacker: attackedBy(requirements, [5, 6]) })
        const { rows } = chooseSecondary(problem, UNPROVEN)
        expect(sets.every((set) => isHit(set, rows))).toBe(true)
        for (const one of rows) {
          const fewer = rows.filter((other) => other !== one)
          expect(sets.every((set) => isHit(set, fewer))).toBe(false)
        }
      }),
      { numRuns: 40 },
    )
  })
})
