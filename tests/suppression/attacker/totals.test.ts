import { describe, expect, it } from 'vitest'
import { totalColumns } from '../../../src/suppression/attacker/totals.ts'

/** Lists of one total, each atom as the rows it stands in and its count; the first margin is row 90. */
function columnsOf(...totals: [rows: number[], count: number][][][]) {
  const atoms = totals.flat(2)
  let next = 0
  const sameTotal = totals.map((lists) => lists.map((list) => list.map(() => next++)))
  const column = (atom: number) => ({ rows: atoms[atom]![0], count: atoms[atom]![1] })
  const { groups, margins, placeOf } = totalColumns(sameTotal, column, 90)
  const said = (columns: readonly { rows: readonly number[]; count: number }[]) =>
    columns.map(({ rows, count }) => `${rows.join(' ')}: ${count}`)
  return { groups: groups.map(said), margins: margins.map(said), placeOf }
}

describe('lists of one total', () => {
  it('are the shortest of them, and a margin of it for each other', () => {
    const long: [number[], number][] = [
      [[3], 2],
      [[4], 5],
      [[5], 0],
    ]
    const short: [number[], number][] = [
      [[1], 3],
      [[2], 4],
    ]
    for (const lists of [
      [short, long],
      [long, short],
    ]) {
      const { groups, margins } = columnsOf(lists)
      expect([groups, margins]).toEqual([[['1 90: 3', '2 90: 4']], [['3: 2', '4: 5', '5: 0']]])
    }
    const { placeOf } = columnsOf([short, long])
    const total = [
      [1, 90],
      [2, 90],
    ]
    expect(placeOf.get(0)).toEqual({ group: 0, total, own: [1, 90], margin: null })
    expect(placeOf.get(3)).toEqual({ group: 0, total, own: null, margin: { nth: 0, rows: [4] } })
  })

  it('of which no row tells the members apart are their total and nothing more', () => {
    const alike: [number[], number][] = [
      [[7], 1],
      [[7], 6],
    ]
    const { groups, margins, placeOf } = columnsOf([
      alike,
      [
        [[1], 3],
        [[2], 4],
      ],
    ])
    expect([groups, margins]).toEqual([[['1 7: 3', '2 7: 4']], []])
    expect(placeOf.get(1)).toMatchObject({ own: null, margin: null })
    expect(columnsOf([alike, [[[8], 7]]])).toMatchObject({ groups: [['7 8: 7']], margins: [] })
    expect(columnsOf([alike, alike.toReversed()])).toMatchObject({ groups: [['7 7: 7']], margins: [] })
  })
})

describe('several totals', () => {
  /** By sex and by what a ratio counts, each of a report: rows 1 and 3, or 2 and 4, are its totals. */
  const report = (count: number, first: number, second: number): [number[], number][][] => [
    [
      [[first, 5], count],
      [[first, 6], 1],
    ],
    [
      [[second, 7], 1],
      [[second, 8], count],
    ],
  ]

  it('whose lists differ in nothing but their totals have their margins together', () => {
    const { groups, margins, placeOf } = columnsOf(report(10, 1, 3), report(20, 2, 4))
    expect(groups).toEqual([['1 3 90 91: 11', '2 4 90 91: 21']])
    expect(margins).toEqual([
      ['5: 30', '6: 2'],
      ['7: 2', '8: 30'],
    ])
    expect(placeOf.get(0)).toEqual({ group: 0, total: [[1, 3, 90, 91]], own: null, margin: { nth: 0, rows: [5] } })
    expect(placeOf.get(7)).toEqual({ group: 0, total: [[2, 4, 90, 91]], own: null, margin: { nth: 1, rows: [8] } })
  })

  it('that no row tells apart are one, in whatever order their lists stand', () => {
    const longer = (count: number) => {
      const [sexes, ratio] = report(count, 1, 3) as [[number[], number][], [number[], number][]]
      return [sexes, [...ratio, [[3, 9], 0] as [number[], number]]]
    }
    const { groups, margins } = columnsOf(longer(10), longer(20).toReversed())
    expect([groups, margins]).toEqual([[['1 3 5 90: 30', '1 3 6 90: 2']], [['7: 2', '8: 30', '9: 0']]])
  })

  it('have rows in order, whichever of their margins was met first', () => {
    const other: [number[], number][][] = [
      ...report(5, 2, 4).toReversed(),
      [
        [[9], 1],
        [[10], 5],
      ],
    ]
    const { groups } = columnsOf(report(10, 1, 3), other)
    expect(groups).toEqual([['1 3 90 91: 11', '2 4 10 90 91: 5', '2 4 9 90 91: 1']])
  })

  it('without margins in common are groups of their own', () => {
    const { groups, margins } = columnsOf(
      [
        [
          [[1], 3],
          [[2], 4],
        ],
        [[[3], 7]],
      ],
      report(10, 4, 9),
    )
    expect([groups, margins]).toEqual([
      [
        ['1 3: 3', '2 3: 4'],
        ['4 5 9 90: 10', '4 6 9 90: 1'],
      ],
      [['7: 1', '8: 10']],
    ])
  })
})
