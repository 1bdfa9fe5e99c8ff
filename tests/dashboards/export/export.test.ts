import { beforeAll, describe, expect, it } from 'vitest'
import { TABLE_FILES } from '../../../src/charts/export/downloads.ts'
import type { ExportSheet } from '../../../src/charts/export/sheet.ts'
import { loadComponentTables } from '../../../src/dashboards/components/load.ts'
import { componentTablesOf } from '../../../src/dashboards/components/table-page.ts'
import { exportOf, exportOptions, fileNameOf, type TakenTables } from '../../../src/dashboards/export/export.ts'
import {
  COMPARISON_FILES,
  COMPONENT_FILES,
  INDICATOR_FILES,
  OVERVIEW_FILES,
  PARTNER_FILES,
  PROVINCE_FILES,
} from '../../../src/dashboards/export/file-addresses.ts'
import { loadIndicatorTable } from '../../../src/dashboards/indicators/load.ts'
import { tablesTaken } from '../../../src/dashboards/tables/tables-page.ts'
import { q } from '../../support/small-project.ts'
import { request, smallPages } from '../whole/small-pages.ts'

let one: TakenTables
let several: TakenTables
beforeAll(() => {
  const world = smallPages()
  const asked = (query = {}) => request(world, { from: '2021-Q1', to: '2021-Q3', ...query })
  one = loadIndicatorTable(asked({ grain: 'quarter' }), 'V1')!
  const view = loadComponentTables(asked(), 'protection')!
  several = tablesTaken(view, componentTablesOf(view))
})

describe('what of a page is taken away', () => {
  it('is, of one table, the table as the page shows it and its figures one by one', () => {
    const { name, csv, machine, sheets, pasted } = exportOf(one)!
    expect(name).toBe('V1. Clients – over time, 2021-Q1–2021-Q3')
    expect(csv.title).toBe('V1. Clients: over time')
    expect([csv.rows.length, machine.rows.length, sheets.length]).toEqual([3, 3, 2])
    const [shown, figures] = sheets
    expect(pasted).toEqual(shown)
    expect(shown!.name).not.toBe(figures!.name)
    expect(shown!.columns.length).toBeLessThan(figures!.columns.length)
  })

  it('is, of several, their figures one under the other, told apart by their indicators', () => {
    const { name, csv, machine, sheets, pasted } = exportOf(several)!
    expect([name, csv.title]).toEqual(['Protection, 2021-Q1–2021-Q3', 'Protection'])
    expect(new Set(csv.rows.map(([code]) => code))).toEqual(new Set(['V1', 'V2']))
    expect(machine.rows).toHaveLength(csv.rows.length)
    expect(sheets).toEqual([pasted])
  })

  it('has empty columns in the file for a program to count on, none in the workbook and on the clipboard', () => {
    const filled = ({ columns, rows }: ExportSheet) =>
      columns.filter((_, c) => rows.some((row) => (row[c] ?? '') !== ''))
    const { csv, pasted } = exportOf(several)!
    expect(filled(csv).length).toBeLessThan(csv.columns.length)
    expect(filled(pasted)).toEqual(pasted.columns)
    const figures = exportOf(one)!.sheets[1]!
    expect(filled(figures)).toEqual(figures.columns)
  })

  it('is nothing where there is no such page', () => {
    expect(exportOf(null)).toBeNull()
  })

  it('is refused where the page would say that it shows something else', () => {
    const wrong = [{ name: 'quarter', value: '2021-Q9', why: 'unreadable' }] as never
    const state = { ...one.state, wrong } as TakenTables['state']
    expect(() => exportOf({ ...one, state })).toThrow('quarter: unreadable')
  })
})

it('dates are those of the tables, or of the choice; that figures are illustrative goes with them', () => {
  const { state } = one
  const year = { from: q('2020-Q1'), to: q('2020-Q4') }
  expect(exportOf(one)!.csv.lead).toBe('1 Jan 2021 – 30 Sept 2021')
  expect(exportOf({ ...one, span: year })!.csv.lead).toBe('1 Jan 2020 – 31 Dec 2020')
  const { dates, illustrative, words } = exportOptions(state)
  expect([dates, illustrative, words]).toEqual(['1 Jan 2021 – 30 Sept 2021', state.project.illustrative, state.words])
  expect(exportOptions({ ...state, project: { ...state.project, illustrative: true } }).illustrative).toBe(true)
})

it.each([
  ['V3. Clients: by sex', 'V3. Clients – by sex, 2021-Q1–2021-Q4'],
  ['Overview: Hải Phòng: all', 'Overview – Hải Phòng – all, 2021-Q1–2021-Q4'],
])(
  'a file is called by its title and its quarters, with a dash for what a title has a colon for: %s',
  (title, name) => {
    const choice = { from: q('2021-Q1'), to: q('2021-Q4') } as never
    expect(fileNameOf(title, { choice })).toBe(name)
  },
)

it.each([
  ['/compare', COMPARISON_FILES],
  ['/overview', OVERVIEW_FILES],
  ['/components/:component', COMPONENT_FILES],
  ['/provinces/:place', PROVINCE_FILES],
  ['/partners/:partner', PARTNER_FILES],
  ['/indicators/:code', INDICATOR_FILES],
])('files of %s are under its own address, by the names that its links have', (path, files) => {
  expect(files).toEqual(
    Object.fromEntries(Object.entries(TABLE_FILES).map(([kind, file]) => [kind, `${path}/${file}`])),
  )
})
