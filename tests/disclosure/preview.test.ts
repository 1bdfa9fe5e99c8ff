import { describe, expect, it } from 'vitest'
import { holdKey } from '../../src/disclosure/earlier/hold.ts'
import { type HiddenFigure, lossesOf } from '../../src/disclosure/preview.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { Protection } from '../../src/suppression/protect.ts'
import type { TableCell } from '../../src/targets/figure-table.ts'
import { count, indicator, ratio, request } from './request-of.ts'

const protection = (over: Partial<Protection>): Protection => ({
  suppressed: {},
  unprotectable: [],
  causes: {},
  intervals: {},
  groups: [],
  proven: true,
  programs: 0,
  blocks: 0,
  unknowns: 0,
  ...over,
})
const id = (group: string) => `X1|${group}|2020-Q1|`
const rowsOf = (figures: Readonly<Record<string, Figure>>) =>
  Object.entries(figures).map(([group, figure]) => ({ group, figure, behind: [] }))

describe('what a release loses', () => {
  const { tables } = request(
    indicator('count'),
    rowsOf({ a: count(3), b: count(10), c: count(20), d: { ...count(0), state: 'not due', value: null } }),
  )
  const suppressed = { [`${id('a')}|amount`]: 'primary', [`${id('b')}|amount`]: 'secondary' } as const

  it('is each hidden figure once, with where it stands, how small it is and why it goes', () => {
    const inferred = { before: [3, 3], after: [1, null] } as const
    const losses = lossesOf(
      [...tables, ...tables],
      protection({
        suppressed,
        intervals: { [`${id('a')}|amount`]: inferred },
        causes: { [`${id('a')}|amount`]: 'earlier' },
      }),
    )
    const [first, second] = losses.hidden
    expect(losses).toMatchObject({ figures: 3, sensitive: 3 })
    expect(losses.hidden).toHaveLength(2)
    expect(first).toEqual({
      id: id('a'),
      indicator: 'X1',
      name: tables[0]!.indicator.name,
      table: tables[0]!.title,
      row: tables[0]!.rows[0]!.label,
      column: tables[0]!.columns[0]!.label,
      counts: [['amount', 3]],
      kind: 'primary',
      reason: 'amount',
      ...inferred,
      given: 'earlier',
      earlier: null,
    })
    expect(second).toMatchObject({ id: id('b'), kind: 'secondary', reason: 'protects', before: null, after: null })
    expect(second!.given).toBeNull()
  })

  it('is of each hidden figure the number it could be held at, and how many others would bear the sign with it', () => {
    const [a, b, c] = tables[0]!.cells.flat() as [TableCell, TableCell, TableCell]
    const shownBefore = (cell: TableCell, shown: number) => {
      const number = { releaseId: 4, asAt: 0, value: shown, parts: new Map([['amount' as const, { sum: [], shown }]]) }
      return [holdKey(tables[0]!.id, cell.id), { cell, number }] as const
    }
    // C says what it said before; of B another number was shown, and of A the same.
    const holdable = new Map([shownBefore(a, 3), shownBefore(b, 11), shownBefore(c, 20)])
    const { hidden, alike } = lossesOf([...tables, ...tables], protection({ suppressed }), [], holdable)
    expect(hidden.map(({ earlier }) => earlier)).toEqual([
      { counts: [['amount', 3]], releaseId: 4 },
      { counts: [['amount', 11]], releaseId: 4 },
    ])
    expect(alike).toBe(1)
    const without = new Map([shownBefore(a, 3), shownBefore(c, 21)])
    expect(lossesOf(tables, protection({ suppressed }), [], without).alike).toBe(0)
    expect(lossesOf(tables, protection({}), [], holdable).alike).toBe(0)
  })

  it('counts figures that the rule does not look at apart, and those without a number not at all', () => {
    const open = request(indicator('count', 0), rowsOf({ a: count(3), b: count(4) }))
    expect(
      lossesOf([...tables, ...open.tables.map((table) => ({ ...table, cells: renamed(table.cells) }))], protection({})),
    ).toEqual({ figures: 5, sensitive: 3, hidden: [], alike: 0 })
    const base = request(indicator('ratio'), rowsOf({ a: { ...ratio(0, 0), value: null, state: 'undefined' } }))
    expect(lossesOf(base.tables, protection({})).figures).toBe(1)
    const mean = request(indicator('mean'), rowsOf({ a: { ...count(0), value: null, n: 0 } }))
    expect(lossesOf(mean.tables, protection({})).figures).toBe(1)
  })

  it('names the part that says most: a small base before what is counted on it', () => {
    const of = (parts: readonly string[], figure: Figure = ratio(1, 3)) => {
      const { tables } = request(indicator('ratio'), rowsOf({ a: figure }))
      const primary = Object.fromEntries(parts.map((part) => [`${id('a')}|${part}`, 'primary' as const]))
      return lossesOf(tables, protection({ suppressed: primary })).hidden.map(({ reason }: HiddenFigure) => reason)
    }
    expect(of(['complement', 'numerator', 'denominator'])).toEqual(['denominator'])
    expect(of(['complement', 'numerator'])).toEqual(['numerator'])
    expect(of(['complement'])).toEqual(['complement'])
  })

  it('is a figure hidden for its part that protects another, whatever stands beside it', () => {
    const { tables } = request(indicator('ratio'), rowsOf({ a: ratio(6, 13) }))
    const [hidden] = lossesOf(tables, protection({ suppressed: { [`${id('a')}|complement`]: 'secondary' } })).hidden
    expect(hidden).toMatchObject({ kind: 'secondary', reason: 'protects', given: null, earlier: null })
    expect(hidden!.counts).toEqual([
      ['numerator', 6],
      ['complement', 7],
      ['denominator', 13],
    ])
  })

  it('is also the second row of a column in which somebody may stand twice', () => {
    const service = (code: string, amount: number) => ({ cell: `service=${code}`, figure: count(amount), behind: [] })
    const { tables } = request(indicator('count'), [service('law', 3), service('health', 7)], true)
    const { hidden } = lossesOf(
      tables,
      protection({ suppressed: { 'X1|project|2020-Q1|service=law|amount': 'primary' } }),
    )
    expect(hidden.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['primary', 'amount'],
      ['secondary', 'overlaps'],
    ])
  })
})

function renamed<Cell extends { id: string }>(cells: readonly (readonly Cell[])[]): Cell[][] {
  return cells.map((row) => row.map((cell) => ({ ...cell, id: `other ${cell.id}` })))
}
