import { describe, expect, it } from 'vitest'
import { Attacker } from '../../../src/suppression/attacker/attacker.ts'
import { patternOf } from '../../../src/suppression/attacker/feasible-points.ts'
import { presolve } from '../../../src/suppression/attacker/presolve.ts'
import { blockSystem } from '../../../src/suppression/blocks.ts'
import { Budget, SolveFailure } from '../../../src/suppression/budget.ts'
import type { Group } from '../../../src/suppression/groups/group.ts'
import type { Solution } from '../../../src/suppression/lp.ts'
import { type Asked, infeasible, optimum, scriptedSolver } from './scripted-solver.ts'

/*
 * Which programs the attacker asks for, in which order, and what is made of the answers: three provinces of 2, 7 and 20, the first,
 * the first two and all of them published. What the solver says is written here, so that it can be wrong as well.
 */

const ANY = Number.POSITIVE_INFINITY
const FREE: readonly [number, number] = [-ANY, ANY]
const problem = {
  threshold: 5,
  atoms: { HP: 2, QN: 7, NA: 20 },
  cells: [
    { id: 'HP', sum: ['HP'] },
    { id: 'two', sum: ['HP', 'QN'] },
    { id: 'all', sum: ['HP', 'QN', 'NA'] },
  ],
}
const { blocks, counts } = blockSystem(problem)
const block = blocks[0]!
const rowOf = (id: string) => block.rows.findIndex((row) => row.ids.includes(id))
const [HP, TWO, ALL] = ['HP', 'two', 'all'].map(rowOf) as [number, number, number]
const presolved = presolve(block, counts)
const unknownOf = (row: number, less: readonly number[] = []) =>
  presolved.terms[row]!.find((unknown) => !less.includes(unknown))!
const [hp, qn] = [unknownOf(HP), unknownOf(TWO, presolved.terms[HP])]
const na = unknownOf(ALL, presolved.terms[TWO])

/** Counts of the three provinces as a solver would give them. */
function at(first: number, second: number, third: number): number[] {
  const point: number[] = []
  point[hp] = first
  point[qn] = second
  point[na] = third
  return point
}
/** How far the three go up from the truth, and how far down. */
const moves = (up: readonly number[], down: readonly number[]) => [
  ...at(up[0]!, up[1]!, up[2]!),
  ...at(down[0]!, down[1]!, down[2]!),
]

function attack(answers: ((asked: Asked) => Solution)[], groups: readonly Group[] = []) {
  const { solver, asked } = scriptedSolver(...answers)
  const attacker = new Attacker(block, counts, solver, new Budget(), { list: groups, presolved })
  return { attacker, asked }
}
/** The first two provinces and their sum are hidden, all three together are shown. */
const hidden = patternOf(block, [HP, TWO])
const boundsOf = (asked: Asked, row: number) => asked.bounds[row]
const costsOf = ({ costs }: Asked) => [costs[hp], costs[qn], costs[na]]

describe('whether a count can be so high', () => {
  const end = { row: HP, side: 'highest', level: 4 } as const

  it('is asked of a linear program that goes no further, and a whole answer is enough', () => {
    const { attacker, asked } = attack([optimum(at(4, 5, 20))])
    expect(attacker.cover(hidden, [end])).toBeNull()
    expect(asked).toHaveLength(1)
    expect(asked[0]!.shape).toMatchObject({ columns: 3, integer: false })
    expect([HP, TWO, ALL].map((row) => boundsOf(asked[0]!, row))).toEqual([
      [1, 4],
      [1, ANY],
      [29, 29],
    ])
    expect(costsOf(asked[0]!)).toEqual([-1, 0, 0])
  })

  it('is not asked again of what was found possible, nor where something more was', () => {
    const { attacker, asked } = attack([optimum(at(4, 5, 20))])
    for (const level of [4, 3]) expect(attacker.cover(hidden, [{ ...end, level }])).toBeNull()
    expect(attacker.cover(hidden, [{ row: TWO, side: 'lowest', level: 9 }, end])).toBeNull()
    expect(attacker.limit(hidden, end)).toBe(4)
    expect(asked).toHaveLength(1)
  })

  it('is asked again where what was found moves a row that is now shown', () => {
    const pattern = patternOf(block, [HP])
    const { attacker, asked } = attack([optimum(at(4, 5, 20)), optimum(at(2, 7, 20), { [ALL]: 1 })])
    expect(attacker.cover(patternOf(block, [HP, ALL]), [end])).toBeNull()
    expect(attacker.cover(pattern, [end])).toBeNull()
    expect(asked).toHaveLength(1)
  })

  it('is asked of the nearest point where the linear answer is not whole: how far each goes up or down', () => {
    const { attacker, asked } = attack([optimum(at(4, 5.5, 19.5)), optimum(moves([2, 0, 0], [0, 2, 0]))])
    expect(attacker.cover(hidden, [end])).toBeNull()
    expect(asked).toHaveLength(2)
    const [, nearest] = asked
    expect(nearest!.shape).toMatchObject({ columns: 6, integer: false })
    expect([HP, TWO, ALL].map((row) => boundsOf(nearest!, row))).toEqual([
      [2, 2],
      [1 - 9, ANY],
      [0, 0],
    ])
    expect(nearest!.costs).toEqual([1, 1, 1, 1, 1, 1])
    // The point that was found is two more of the first and two fewer of the second.
    expect(attacker.cover(hidden, [{ row: TWO, side: 'lowest', level: 9 }])).toBeNull()
    expect(attacker.limit(hidden, end)).toBe(4)
    expect(asked).toHaveLength(2)
  })

  it.each([
    ['there is none', infeasible],
    ['it is not whole', optimum(moves([1.5, 0, 0], [0, 1.2, 0.3]))],
  ])('is asked in whole numbers where the nearest point does not help: %s', (_, nearest) => {
    const { attacker, asked } = attack([optimum(at(4, 5.5, 19.5)), nearest, optimum(at(4, 5, 20))])
    expect(attacker.cover(hidden, [end])).toBeNull()
    expect(asked).toHaveLength(3)
    expect(asked[2]!.shape).toMatchObject({ columns: 3, integer: true })
    expect(boundsOf(asked[2]!, HP)).toEqual([4, ANY])
    expect(asked[2]!.costs).toEqual([0, 0, 0])
  })

  it('is a no that rests on anything shown that could be hidden, where there are no such whole numbers', () => {
    const { attacker } = attack([optimum(at(4, 5.5, 19.5)), infeasible, infeasible])
    expect(attacker.cover(hidden, [end])).toEqual([ALL])
  })

  it('is never believed of a solver that contradicts itself', () => {
    const wrong = attack([optimum(at(4, 5.5, 19.5)), infeasible, optimum(at(4, 7, 20))])
    expect(() => wrong.attacker.cover(hidden, [end])).toThrow(new SolveFailure('solver-failed'))
    const none = attack([infeasible])
    expect(() => none.attacker.cover(hidden, [end])).toThrow(new SolveFailure('solver-failed'))
  })

  it('is a no that rests on the shown rows that have a price, where the linear program stays below', () => {
    const pattern = patternOf(block, [HP])
    const prices = { [HP]: 3, [TWO]: -1, [ALL]: 1e-5 }
    expect(attack([optimum(at(3, 7, 20), prices)]).attacker.cover(pattern, [end])).toEqual([TWO])
    const both = { [TWO]: -1, [ALL]: 2e-5 }
    expect(attack([optimum(at(3, 7, 20), both)]).attacker.cover(pattern, [end])).toEqual([TWO, ALL].sort())
  })

  it('is no no for the last digit of a solver', () => {
    expect(attack([optimum(at(4 - 1e-5, 5, 20))]).attacker.cover(hidden, [end])).toBeNull()
  })
})

describe('whether a count can be so low', () => {
  it('is asked between the level and no end, of the sum of what it is made of', () => {
    const { attacker, asked } = attack([optimum(at(1, 2, 26))])
    expect(attacker.cover(hidden, [{ row: TWO, side: 'lowest', level: 3 }])).toEqual(null)
    expect(boundsOf(asked[0]!, TWO)).toEqual([3, ANY])
    expect(costsOf(asked[0]!)).toEqual([1, 1, 0])
  })

  it('is at least one, whatever the level', () => {
    const { attacker, asked } = attack([optimum(at(1, 8, 20))])
    expect(attacker.cover(hidden, [{ row: HP, side: 'lowest', level: 1 }])).toBeNull()
    expect(boundsOf(asked[0]!, HP)).toEqual([1, ANY])
  })

  it('is asked in whole numbers from one up to the level', () => {
    const answers = [optimum(at(1.5, 0.5, 27)), infeasible, infeasible]
    const { attacker, asked } = attack(answers)
    expect(attacker.cover(hidden, [{ row: TWO, side: 'lowest', level: 2 }])).toEqual([ALL])
    expect(boundsOf(asked[2]!, TWO)).toEqual([1, 2])
  })

  it('is a no where the linear program stays above, and no no for its last digit', () => {
    const end = { row: TWO, side: 'lowest', level: 3 } as const
    expect(attack([optimum(at(2, 2, 25), { [ALL]: 1 })]).attacker.cover(hidden, [end])).toEqual([ALL])
    expect(attack([optimum(at(1, 2 + 1e-5, 26), { [ALL]: 1 })]).attacker.cover(hidden, [end])).toBeNull()
  })
})

it('what rests on several ends is named once, by row', () => {
  const pattern = patternOf(block, [HP])
  const answers = [optimum(at(3, 7, 20), { [ALL]: 1 }), optimum(at(2, 7, 20), { [TWO]: 1, [ALL]: 1 })]
  const ends = [
    { row: HP, side: 'highest', level: 4 },
    { row: HP, side: 'lowest', level: 1 },
  ] as const
  expect(attack(answers).attacker.cover(pattern, ends)).toEqual([TWO, ALL].sort((a, b) => a - b))
})

describe('how far a count can go', () => {
  it('is what the linear program says, if that is whole', () => {
    const { attacker } = attack([optimum(at(1, 8, 20)), optimum(at(1, 0, 0)), optimum(at(4, 25, 0))])
    // The lowest, whether there is a highest (it moved by less than half), and that.
    expect(attacker.interval(hidden, TWO)).toEqual([9, null])
    const bounded = attack([optimum(at(1, 1, 27)), optimum(at(0.5, 0, 0)), optimum(at(4, 25, 0))])
    expect(bounded.attacker.interval(hidden, TWO)).toEqual([2, 29])
  })

  it('is asked in whole numbers, if it is not, even where it may be rounded', () => {
    const { attacker, asked } = attack([optimum(at(1.4, 1, 26.6)), optimum(at(1, 1, 27)), optimum(at(1, 0, 0))])
    expect(attacker.interval(hidden, TWO)).toEqual([2, null])
    expect(asked.map(({ shape }) => shape.integer)).toEqual([false, true, false])
    expect(asked[1]!.costs).toEqual(asked[0]!.costs)
  })

  it('is never believed of a solver that contradicts itself', () => {
    const { attacker } = attack([optimum(at(1.4, 1, 26.6)), optimum(at(1, 1, 20))])
    expect(() => attacker.interval(hidden, TWO)).toThrow(new SolveFailure('solver-failed'))
  })

  it('begins at one, where one has been found possible', () => {
    const { attacker, asked } = attack([optimum(at(1, 8, 20)), optimum(at(1, 0, 0))])
    attacker.cover(hidden, [{ row: HP, side: 'lowest', level: 1 }])
    expect(attacker.interval(hidden, HP)).toEqual([1, null])
    // Whether it can grow for ever: nothing shown moves, nothing hidden shrinks, it itself goes up by one at most.
    expect([HP, TWO, ALL].map((row) => boundsOf(asked[1]!, row))).toEqual([
      [0, 1],
      [0, ANY],
      [0, 0],
    ])
  })
})

describe('a group', () => {
  const second: Group = {
    ...{ kind: 'difference', count: 7, plus: [TWO], minus: [HP], atoms: [1], less: [] },
    pairs: [[TWO, HP]],
  }
  const row = block.rows.length

  it('is told where both of a pair are shown, without a program, and by no one of them', () => {
    const third: Group = { ...second, count: 20, plus: [ALL], minus: [TWO], atoms: [2], pairs: [[ALL, TWO]] }
    const { attacker, asked } = attack([optimum(at(2, 8, 19))], [third])
    const shown = patternOf(block, [])
    expect(attacker.limit(shown, { row, side: 'highest', level: 90 })).toBe(20)
    expect(attacker.interval(shown, row)).toEqual([20, 20])
    expect(asked).toHaveLength(0)
    expect(attacker.limit(hidden, { row, side: 'lowest', level: 19 })).toBe(19)
    expect(asked).toHaveLength(1)
  })

  it('is not told by one of a pair, may be nothing or less, and has no bounds while others are asked about', () => {
    const { attacker, asked } = attack([optimum(at(3, -1, 27)), infeasible, infeasible], [second])
    expect(attacker.cover(hidden, [{ row, side: 'lowest', level: -1 }])).toEqual([ALL])
    expect(boundsOf(asked[0]!, row)).toEqual([-1, ANY])
    expect(boundsOf(asked[2]!, row)).toEqual([-ANY, -1])
    const other = attack([optimum(at(4, 5, 20))], [second])
    other.attacker.cover(hidden, [{ row: HP, side: 'highest', level: 4 }])
    expect(boundsOf(other.asked[0]!, row)).toEqual(FREE)
  })

  it('goes no higher than the level, from no lower end', () => {
    const { attacker, asked } = attack([optimum(at(1, 8, 20))], [second])
    expect(attacker.cover(hidden, [{ row, side: 'highest', level: 8 }])).toBeNull()
    expect(boundsOf(asked[0]!, row)).toEqual([-ANY, 8])
    expect(costsOf(asked[0]!)).toEqual([0, -1, 0])
  })

  it('counts twice what stands in it twice', () => {
    const twice: Group = { ...second, count: 11, plus: [HP, TWO], minus: [], pairs: [] }
    const { attacker, asked } = attack([optimum(at(3, 6, 20))], [twice])
    expect(attacker.cover(hidden, [{ row, side: 'highest', level: 12 }])).toBeNull()
    expect(costsOf(asked[0]!)).toEqual([-2, -1, 0])
  })
})
