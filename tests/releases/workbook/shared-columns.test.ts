import { beforeAll, describe, expect, it } from 'vitest'
import type { Quarter } from '../../../src/calendar/quarter.ts'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import type { DetailPeriod } from '../../../src/releases/workbook/sheets/detail/periods.ts'
import type { DetailRow, DetailTable } from '../../../src/releases/workbook/sheets/detail/rows.ts'
import { inSharedColumns } from '../../../src/releases/workbook/sheets/detail/shared-columns.ts'
import { ofOwnYears } from '../../../src/releases/workbook/sheets/years.ts'
import { q } from '../../support/small-project.ts'
import { en, inBoth, smallContent } from './small-content.ts'

/** No matter where a line may not be parted. */
function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

let content: ReleaseContent
beforeAll(async () => {
  content = await smallContent()
})

describe('the sheet of a component, by a donor’s years that cut the values of some indicators', () => {
  const by = (years: 'fiscal' | 'calendar') => {
    const { release } = content
    return { ...content, fiscalStart: 4, release: { ...release, layout: { ...release.layout, years } } }
  }
  const row = (code: string, values: Record<string, number>): DetailRow => ({
    indicator: {} as DetailRow['indicator'],
    lead: [code],
    values: new Map(Object.entries(values).map(([key, value]) => [key, { value }])),
    after: new Map(),
  })
  const period = (label: string, from: Quarter, to: Quarter, isYear = true) => ({
    ...{ key: `${from}-${to}`, label: inBoth(label), span: { from, to }, isYear },
  })
  const BEGUN = period('FY2019/20', q('2020-Q1'), q('2020-Q1'))
  const DONORS = period('FY2020/21', q('2020-Q2'), q('2020-Q4'))
  const YEAR = period('2020', q('2020-Q1'), q('2020-Q4'))
  const HALF = period('H1 2020', q('2020-Q1'), q('2020-Q2'), false)
  const OWN = period('FY2019/20', q('2019-Q3'), q('2020-Q2'))
  const shared = (periods: DetailPeriod[], rows: DetailRow[], from = by('fiscal')) => {
    const part = { indicator: rows[0]!.indicator, title: null, about: [], rows, notes: [] }
    return inSharedColumns({ lead: ['Place'], after: [], parts: [part] }, periods, { content: from, bilingual: en })
  }
  const rowsOf = ({ parts }: DetailTable) =>
    parts.flatMap(({ rows }) => rows.map(({ lead }) => lead.map((cell) => spaced(String(cell)))))

  it('has one column for two years, of which one ends in the other, and says in each row which of them it is of', () => {
    const table = shared(
      [BEGUN, DONORS, YEAR],
      [row('A', { [BEGUN.key]: 1, [DONORS.key]: 2 }), row('B', { [YEAR.key]: 3 }), row('C', {})],
    )
    expect(table.lead).toEqual(['Place', 'Years'])
    expect(table.periods.map(({ heading, short }) => [spaced(heading), short])).toEqual([
      ['2019/20 (Jan – Mar 2020)', '2019/20'],
      ['2020/21 (Apr – Dec 2020) or 2020 (Jan – Dec)', '2020/21 or 2020'],
    ])
    expect(rowsOf(table)).toEqual([
      ['A', 'Apr – Mar'],
      ['B', 'Jan – Dec'],
      ['C', '–'],
    ])
    expect(table.periods[1]!.keys).toEqual([DONORS.key, YEAR.key])
  })

  it.each<[string, DetailPeriod[], DetailRow[], number]>([
    ['none would be cut', [BEGUN, DONORS], [row('A', { [DONORS.key]: 2 })], 2],
    ['a row is told by both', [DONORS, YEAR], [row('A', { [DONORS.key]: 2, [YEAR.key]: 3 })], 2],
    ['the other year ends later', [BEGUN, YEAR], [row('A', { [BEGUN.key]: 1 }), row('B', { [YEAR.key]: 3 })], 2],
  ])('has a column of each where %s', (_, periods, rows, columns) => {
    const table = shared(periods, rows)
    expect([table.lead, table.periods.length]).toEqual([['Place'], columns])
    expect(rowsOf(table)).toEqual(rows.map(({ lead }) => lead.map((cell) => spaced(String(cell)))))
  })

  it('has a column of its own for what ends in a year beside which another one stands', () => {
    const rows = [row('A', { [DONORS.key]: 2 }), row('B', { [HALF.key]: 1, [YEAR.key]: 3 })]
    expect(shared([DONORS, HALF, YEAR], rows).periods.map(({ keys }) => keys)).toEqual([
      [YEAR.key],
      [DONORS.key, HALF.key],
    ])
  })

  it('says by their months which years are neither the report’s nor the calendar’s, and calls them own where it has none whole', () => {
    const rows = [row('A', { [YEAR.key]: 2 }), row('B', { [OWN.key]: 3 })]
    expect(rowsOf(shared([YEAR, OWN], rows, by('calendar')))).toEqual([
      ['A', 'Jan – Dec'],
      ['B', 'Jul – Jun'],
    ])
    const [begun] = [period('FY2019/20', q('2019-Q3'), q('2020-Q1'))]
    const others = [row('A', { [YEAR.key]: 2 }), row('B', { [begun.key]: 3 })]
    expect(rowsOf(shared([YEAR, begun], others, by('calendar')))).toEqual([
      ['A', 'Jan – Dec'],
      ['B', 'own'],
    ])
  })
})

describe('figures by years that are not the report’s', () => {
  it('are named where the report’s years stand over them', () => {
    expect(ofOwnYears(content, en)).toEqual([])
    const tables = content.tables.map((one) => {
      if (one.section !== 'years' || one.table.indicator.code !== 'B') return one
      const own = { from: q('2019-Q3'), to: q('2020-Q2') }
      const cells = one.table.cells.map((row) => row.map((cell) => ({ ...cell, period: own })))
      return { ...one, table: { ...one.table, cells } }
    })
    expect(ofOwnYears({ ...content, tables }, en)).toEqual([
      'B: under a year stands the one of their own, as a rule the calendar’s, that ends in it.',
    ])
  })
})
