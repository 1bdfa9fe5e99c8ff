import { describe, expect, it } from 'vitest'
import { type AttackTarget, boundsOf, DoNotFit } from '../../../src/attack/working/bounds.ts'
import type { System } from '../../../src/attack/working/system.ts'
import type { Solution, Solver } from '../../../src/suppression/lp.ts'
import { count } from './given.ts'

type Answer = number[] | Exclude<Solution['status'], 'optimal'>
/** What a solver was asked, and what it left open. */
type Asked = { models: unknown[]; costs: string[]; bounds: string[]; open: number }

const SMALL = 5
const MOST = 1e7
const fact = count(7)

/** A solver that gives these answers one after another: of programs in fractions, and of those in whole numbers. */
function scripted(fractions: Answer[], wholes: Answer[] = []): { solver: Solver; asked: Asked } {
  const asked: Asked = { models: [], costs: [], bounds: [], open: 0 }
  const open: Solver['open'] = ({ columns, upper, integer }) => {
    const costs = new Array<number>(columns).fill(0)
    asked.models.push([columns, upper?.every((one) => one === MOST), integer])
    asked.open += 1
    return {
      setRowBounds: (row, lower, most) => void asked.bounds.push(`${row}: ${lower} to ${most}`),
      setCost: (column, cost) => {
        costs[column] = cost
      },
      solve: () => {
        asked.costs.push(`${integer ? 'whole' : 'any'} ${costs}`)
        const answer = (integer ? wholes : fractions).shift()!
        if (typeof answer === 'string') return { status: answer }
        return { status: 'optimal', point: answer, duals: [2, -1, 1e-9, 3] }
      },
      close: () => {
        asked.open -= 1
      },
    }
  }
  return { solver: { open }, asked }
}

const rows = [fact, null, fact, count(9)].map((said, nth) => {
  return { columns: [0], weights: [1], lower: nth, upper: nth + 1, fact: said }
})
const system = (columns: number) => ({ columns, rows, most: MOST }) as unknown as System
const target = (columns: number[], weights = columns.map(() => 1)): AttackTarget => ({
  columns,
  weights,
  facts: [fact],
})

function bounds(targets: AttackTarget[], fractions: Answer[], wholes?: Answer[]) {
  const { solver, asked } = scripted(fractions, wholes)
  const found = boundsOf(system(2), targets, SMALL, solver)
  return { found: found.map(({ least, most }) => [least, most]), because: found.map((one) => one.because), asked }
}

describe('between what a target must lie', () => {
  it('is asked of the least and then of the most, and follows from the rows that bind', () => {
    const { found, because, asked } = bounds([target([0])], [[2], [3]])
    expect([found, because]).toEqual([[[2, 3]], [[rows[0]!.fact, rows[3]!.fact]]])
    expect(asked).toEqual({
      models: [[2, true, false]],
      costs: ['any 1,0', 'any -1,0'],
      bounds: ['0: 0 to 1', '1: 1 to 2', '2: 2 to 3', '3: 3 to 4'],
      open: 0,
    })
  })

  it('is a weighted sum, and leaves no cost behind', () => {
    const { found, asked } = bounds(
      [target([0, 1], [2, -1]), target([1])],
      [
        [2, 1],
        [2, 1],
        [2, 2],
        [2, 3],
      ],
    )
    expect(found).toEqual([
      [3, 3],
      [2, 3],
    ])
    expect(asked.costs).toEqual(['any 2,-1', 'any -2,1', 'any 0,1', 'any 0,-1'])
  })

  it.each<[number, number, boolean]>([
    [2, 2, true],
    [1, 3, true],
    [2, 4, true],
    [1, 4, false],
    [2, 5, false],
    [0, 0, false],
    [5, 5, false],
    [5, 7, false],
  ])('is given away or not from %d to %d: %s', (least, most, given) => {
    expect(bounds([target([0])], [[least], [most]]).found).toEqual(given ? [[least, most]] : [])
    // The same where no point in whole numbers was found, so that none has settled it.
    const near: Answer[] = [[least - 0.4], [most + 0.4]]
    expect(bounds([target([0])], near, ['out-of-nodes', 'out-of-nodes']).found).toEqual(given ? [[least, most]] : [])
  })

  it.each<[string, Answer[], number]>([
    [
      'is nothing',
      [
        [2, 0],
        [3, 2],
      ],
      2,
    ],
    [
      'is nothing at the second',
      [
        [2, 2],
        [3, 0],
      ],
      2,
    ],
    [
      'is as many as are not small',
      [
        [2, 5],
        [3, 2],
      ],
      2,
    ],
    [
      'is more',
      [
        [2, 9],
        [3, 2],
      ],
      2,
    ],
    [
      'reaches both ends',
      [
        [2, 1],
        [3, 4],
      ],
      2,
    ],
    [
      'reaches both ends, the other way round',
      [
        [2, 4],
        [3, 1],
      ],
      2,
    ],
    [
      'reaches the lower end alone',
      [
        [2, 1],
        [3, 3],
      ],
      4,
    ],
    [
      'reaches the upper end alone',
      [
        [2, 2],
        [3, 4],
      ],
      4,
    ],
  ])('is not asked where a point in whole numbers settles it, at which it %s', (_, points, solved) => {
    const { asked } = bounds([target([0]), target([1])], [...points, [2, 2], [2, 3]])
    expect(asked.costs).toHaveLength(solved)
  })

  it('is not asked of the most where the least is nothing, or has settled it', () => {
    expect(bounds([target([0])], [[0]]).asked.costs).toHaveLength(1)
    expect(bounds([target([0])], [[5]]).asked.costs).toHaveLength(1)
  })

  it('is asked again in whole numbers where the point is in fractions', () => {
    const { found, asked } = bounds([target([0])], [[1.5], [3.5]], [[2], [3]])
    expect(found).toEqual([[2, 3]])
    expect(asked.models).toEqual([
      [2, true, false],
      [2, true, true],
    ])
    expect([asked.costs, asked.open]).toEqual([['any 1,0', 'whole 1,0', 'any -1,0', 'whole -1,0'], 0])
    // What such a point shows of another target settles that one.
    const both = bounds(
      [target([0]), target([1])],
      [
        [1.5, 2],
        [3.5, 2],
      ],
      [
        [2, 0],
        [3, 2],
      ],
    )
    expect(both.asked.costs).toHaveLength(4)
    expect(bounds([target([0])], [[0.5]], [[0]]).found).toEqual([])
    expect(bounds([target([0])], [[1.9999999], [3.0000001]]).found).toEqual([[2, 3]])
  })

  it('is rounded inwards where whole numbers take too long', () => {
    expect(bounds([target([0])], [[1.5], [3.5]], ['out-of-time', 'out-of-nodes']).found).toEqual([[2, 3]])
    expect(bounds([target([0])], [[0.5], [3.5]], ['out-of-time', 'out-of-time']).found).toEqual([[1, 3]])
  })

  it.each<[Answer[], Answer[]]>([
    [['infeasible'], []],
    [['out-of-time'], []],
    [['out-of-nodes'], []],
    [[[1.5]], ['infeasible']],
  ])('is none where figures do not fit together: %j, in whole numbers %j; all is closed', (fractions, wholes) => {
    const { solver, asked } = scripted(fractions, wholes)
    expect(() => boundsOf(system(2), [target([0])], SMALL, solver)).toThrow(DoNotFit)
    expect(asked.open).toBe(0)
  })
})
