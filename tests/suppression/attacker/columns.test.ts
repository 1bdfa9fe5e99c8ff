import { describe, expect, it } from 'vitest'
import {
  type AtomColumn,
  bestSplit,
  factorise,
  merge,
  sharedRows,
  without,
} from '../../../src/suppression/attacker/columns.ts'

const column = (...rows: number[]): AtomColumn => ({ rows, count: 1 })
const rowsOf = (columns: readonly AtomColumn[]) => columns.map(({ rows }) => rows.join(' '))

/** Every pair of a member of the one with a member of the other. */
function cross(one: readonly number[][], other: readonly number[][]): AtomColumn[] {
  return one.flatMap((left) => other.map((right) => column(...[...left, ...right].sort((a, b) => a - b))))
}
const factorsOf = (columns: readonly AtomColumn[]) => factorise(columns).map(rowsOf)

describe('columns that are a full cross', () => {
  it('are their factors, with how many there are of each member', () => {
    const columns = cross([[1], [2], []], [[7], []])
    expect(factorsOf(columns)).toEqual([
      ['', '1', '2'],
      ['', '7'],
    ])
    expect(factorise(columns)[1]!.map(({ count }) => count)).toEqual([3, 3])
  })

  it.each([
    ['one row that is within another', [[1, 2], [2], []], ['', '1 2', '2']],
    ['two rows of which each column has one', [[1], [2], [1, 2]], ['1', '1 2', '2']],
    ['rows that have nothing in common', [[1], [2], []], ['', '1', '2']],
  ])('have %s in one factor', (_, members, factor) => {
    for (const pairs of [cross(members, [[7], []]), cross([[7], []], members)])
      expect(factorsOf(pairs).sort()).toEqual([['', '7'], factor].sort())
  })

  it('are one factor, as they stand, where one of them is missing or nothing can be told apart', () => {
    const columns = cross([[1], [2], []], [[7], []])
    for (const some of [columns.slice(1), columns.slice(0, -1), [column(3), column(1), column(2)]])
      expect(factorise(some)).toEqual([some])
  })
})

describe('columns within one row and those outside it', () => {
  /** Two crosses of three by three: within rows 100 and 101. */
  const crossed = (row: number, from: number) =>
    cross(
      [[from], [from + 1], [from + 2]],
      [
        [from + 3, row],
        [from + 4, row],
        [from + 5, row],
      ],
    )
  const two = [...crossed(100, 1), ...crossed(101, 7)]

  it('are told by the row that leaves the fewest unknowns, of as good ones the first', () => {
    const split = bestSplit(two)!
    expect([split.row, split.within, split.outside]).toEqual([100, two.slice(0, 9), two.slice(9)])
    expect(bestSplit([1, 2, 3, 4, 5].map((row) => column(row)))).toBeNull()
    expect(bestSplit(two.slice(0, 3))).toBeNull()
  })

  it('are looked for by the rows that cut most evenly, each cut once, however many rows make it', () => {
    // Beside a cross, twelve that are none, and rows of which all make the same, more even cut.
    const many = Array.from({ length: 13 }, (_, nth) => 200 + nth)
    const apart = Array.from({ length: 12 }, (_, nth) => column(50 + nth, ...(nth < 7 ? many : [])))
    const within = crossed(100, 1).map(({ rows }) => column(...rows, ...(rows.includes(1) ? many : [])))
    expect(bestSplit([...within, ...apart])?.row).toBe(100)
  })
})

it('columns of the same rows are one, in order; what all share is no difference between them', () => {
  expect(merge([column(2), column(1), { rows: [2], count: 5 }])).toEqual([
    { rows: [1], count: 1 },
    { rows: [2], count: 6 },
  ])
  const columns = [column(1, 2, 3), column(2, 3), column(3, 2, 9)]
  expect(sharedRows(columns)).toEqual([2, 3])
  expect(rowsOf(without(columns, [2, 3]))).toEqual(['1', '', '9'])
  expect(rowsOf(columns)).toEqual(['1 2 3', '2 3', '3 2 9'])
})
