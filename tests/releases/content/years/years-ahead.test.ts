import { describe, expect, it } from 'vitest'
import type { TableRequest } from '../../../../src/releases/content/layout.ts'
import type { RawTable } from '../../../../src/releases/content/tables.ts'
import { untilQuarter, withYearsAhead } from '../../../../src/releases/content/years/years-ahead.ts'
import { q } from '../../../support/small-project.ts'

const year = (of: number) => {
  const [from, to] = [q(`${of}-Q1`), q(`${of}-Q4`)]
  return { key: String(of), named: { grain: 'year' as const, key: String(of), year: of, nth: 1, from, to } }
}
const request = (section: TableRequest['section']): TableRequest => ({
  ...{ section, indicators: ['A'], breakdown: null, groups: [], columns: [year(2020), year(2021), year(2022)] },
})
const indicators = [{ code: 'A' }] as never
const compare = () => ({ target: 7, progress: null })
const raw = {
  table: { indicator: { code: 'A' }, columns: [{ key: '2020' }], cells: [['over']] },
} as unknown as RawTable
const columnsOf = ({ columns }: TableRequest) => columns.map(({ key }) => key)

describe('tables by the donor’s years', () => {
  it('ask of years that are over by the end of the report, and of no other', () => {
    expect(columnsOf(untilQuarter(request('years'), q('2021-Q4')))).toEqual(['2020', '2021'])
    expect(columnsOf(untilQuarter(request('years'), q('2021-Q3')))).toEqual(['2020'])
    expect(columnsOf(untilQuarter(request('series'), q('2021-Q3')))).toEqual(['2020', '2021', '2022'])
  })

  it('say of years that are not over what is planned for the whole project, and no number', () => {
    const { table } = withYearsAhead(raw, request('years'), q('2021-Q3'), { compare, indicators })
    expect(table.columns.map(({ key }) => key)).toEqual(['2020', '2021', '2022'])
    const [over, ahead] = table.cells[0]!
    expect(over).toBe('over')
    expect(ahead).toMatchObject({
      ...{ target: 7, figure: { state: 'not due', value: null }, period: { from: q('2021-Q1'), to: q('2021-Q4') } },
      ref: { indicator: 'A', group: 'project', span: '2021-Q1..2021-Q4', cell: '' },
    })
  })

  it('look ahead also where no year is over', () => {
    const [probe] = untilQuarter(request('years'), q('2020-Q2')).columns
    expect(probe).toMatchObject({ named: { from: q('2020-Q2'), to: q('2020-Q2') } })
    const asked = { table: { ...raw.table, columns: [probe], cells: [['a quarter']] } } as unknown as RawTable
    const { table } = withYearsAhead(asked, request('years'), q('2020-Q2'), { compare, indicators })
    expect(table.columns.map(({ key }) => key)).toEqual(['2020', '2021', '2022'])
    expect(table.cells[0]!.map(({ figure }) => figure.state)).toEqual(['not due', 'not due', 'not due'])
  })

  it('are the only ones that look ahead', () => {
    expect(withYearsAhead(raw, request('series'), q('2021-Q3'), { compare, indicators })).toBe(raw)
  })
})
