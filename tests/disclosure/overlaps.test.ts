import { describe, expect, it } from 'vitest'
import { coverOverlaps } from '../../src/disclosure/suppress.ts'
import type { FigureTable } from '../../src/targets/figure-table.ts'
import { count, indicator, ratio, request, value } from './request-of.ts'

describe('a second row where somebody may stand in several', () => {
  const of = indicator('count')
  const service = (code: string, amount: number) => ({
    cell: `service=${code}`,
    figure: count(amount),
    behind: [value(1, amount, `service=${code}`)],
  })
  const extra = (
    amounts: readonly number[],
    hidden: readonly string[],
    over: Partial<FigureTable> = {},
    overlapping = true,
  ) => {
    const rows = amounts.map((amount, at) => service('abcdefg'[at]!, amount))
    const { tables } = request(of, rows, overlapping)
    const suppressed = Object.fromEntries(
      hidden.map((code) => [`X1|project|2020-Q1|service=${code}|amount`, 'primary' as const]),
    )
    const ids = coverOverlaps(
      tables.map((table) => ({ ...table, ...over })),
      suppressed,
    )
    return [...ids].map((id) => id.split('=')[1])
  }

  it('is the smallest that is not zero, of equal ones the first by name', () => {
    expect(extra([3, 9, 0, 7, 20], ['a'])).toEqual(['d'])
    expect(extra([3, 7, 7], ['a'])).toEqual(['b'])
    expect(extra([7, 7, 3], ['c'])).toEqual(['a'])
    const [law, health, shelter] = [service('law', 3), service('health', 7), service('care', 7)]
    const { tables } = request(of, [law, health, shelter], true)
    const found = coverOverlaps(tables, { 'X1|project|2020-Q1|service=law|amount': 'primary' })
    expect([...found]).toEqual(['X1|project|2020-Q1|service=care'])
  })

  it('is not needed where none is hidden, or two are, or no other could be', () => {
    expect(extra([8, 9], [])).toEqual([])
    expect(extra([3, 4, 9], ['a', 'b'])).toEqual([])
    expect(extra([3, 0], ['a'])).toEqual([])
  })

  it('is not needed where nobody stands twice, where rows are no categories, or where the rule does not look', () => {
    expect(extra([3, 9], ['a'], {}, false)).toEqual([])
    expect(extra([3, 9], ['a'], { rowsAre: 'places' })).toEqual([])
    expect(extra([3, 9], ['a'], { indicator: indicator('count', 0) })).toEqual([])
    expect(extra([3, 9], ['a'])).toEqual(['b'])
  })

  it('is found in each column by itself', () => {
    const rows = [service('a', 3), service('b', 9), service('c', 8)]
    const [table] = request(of, rows, true).tables
    const later = table!.cells.map(([cell]) => ({ ...cell!, id: `${cell!.id} later` }))
    const two: FigureTable = {
      ...table!,
      columns: [...table!.columns, { key: 'later', label: { vi: '', en: '' } }],
      cells: table!.cells.map(([cell], at) => (at === 2 ? [cell!] : [cell!, later[at]!])),
    }
    const id = (code: string) => `X1|project|2020-Q1|service=${code}`
    expect(
      coverOverlaps([two], { [`${id('a')}|amount`]: 'primary', [`${id('a')} later|amount`]: 'secondary' }),
    ).toEqual(new Set([id('c'), `${id('b')} later`]))
  })

  it('counts one that another table hides already', () => {
    const rows = [service('a', 3), service('b', 9)]
    const [table] = request(of, rows, true).tables
    const id = (code: string) => `X1|project|2020-Q1|service=${code}`
    expect(coverOverlaps([table!, table!], { [`${id('a')}|amount`]: 'primary' })).toEqual(new Set([id('b')]))
  })

  it('is judged by the largest of its counts', () => {
    const ratios = [
      { cell: 'service=a', figure: ratio(2, 30), behind: [] },
      { cell: 'service=b', figure: ratio(19, 20), behind: [] },
      { cell: 'service=c', figure: ratio(5, 90), behind: [] },
    ]
    const { tables } = request(indicator('ratio'), ratios, true)
    const found = coverOverlaps(tables, { 'X1|project|2020-Q1|service=a|numerator': 'primary' })
    expect([...found]).toEqual(['X1|project|2020-Q1|service=b'])
  })
})
