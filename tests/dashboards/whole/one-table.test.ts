import { describe, expect, it } from 'vitest'
import { exportOf } from '../../../src/dashboards/export/export.ts'
import { loadIndicatorTable, loadIndicatorTables } from '../../../src/dashboards/indicators/load.ts'
import { indicatorTablePage } from '../../../src/dashboards/indicators/table-page.ts'
import { loadProvince } from '../../../src/dashboards/provinces/load.ts'
import { request, smallPages } from './small-pages.ts'

const world = smallPages()
const tableOf = (table?: string) =>
  loadIndicatorTable(request(world, { from: '2021-Q1', grain: 'quarter', ...(table ? { table } : {}) }), 'V1')

describe('a table of an indicator by itself', () => {
  it.each([
    [undefined, ['places', ['project'], 'periods']],
    ['trend', ['places', ['project'], 'periods']],
    ['trend-hai-phong', ['places', ['hai-phong'], 'periods']],
    ['provinces', ['periods', ['whole'], 'places']],
    ['over-time', ['places', ['hai-phong', 'nghe-an'], 'periods']],
    ['by-sex', ['categories', ['sex=female', 'sex=male', 'sex=not-recorded'], 'periods']],
  ])('is the one that the address names: %s', (name, [columnsAre, columns, rowsAre]) => {
    const taken = tableOf(name)!
    const table = taken.tables[0]!
    const { name: file, csv } = exportOf(taken)!
    expect([table.columnsAre, table.columns.map(({ key }) => key), table.rowsAre]).toEqual([
      columnsAre,
      columns,
      rowsAre,
    ])
    expect([file, csv.lead]).toEqual([
      expect.stringMatching(/^V1\. Clients – .+, 2021-Q1–2021-Q3$/),
      '1 Jan 2021 – 30 Sept 2021',
    ])
  })

  it.each(['by-age', 'trend-nowhere', 'sex'])('is refused where the page has none of that name: %s', (name) => {
    expect(() => tableOf(name)).toThrow('table: not-offered')
  })

  it('is of what is drawn on the page', () => {
    const sections = indicatorTablePage(loadIndicatorTables(request(world, { from: '2021-Q1' }), 'V1')!).sections
    expect(sections.map(({ id, cards }) => [id, cards.length])).toEqual([
      ['trend', 1],
      ['provinces', 2],
      ['by-sex', 1],
    ])
  })
})

it('a place that nobody reports in has no page, nor has one that is not there', () => {
  expect(loadProvince(request(world), 'hai-phong')).not.toBeNull()
  expect(() => loadProvince(request(world), 'nowhere')).toThrow()
})
