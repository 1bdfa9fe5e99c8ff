import exceljs from 'exceljs'
import { expect, it } from 'vitest'
import type { Cell, RowPlan, WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { blocksIn } from '../../../src/releases/workbook/sheets/blocks.ts'
import { writeXlsx } from '../../../src/releases/workbook/write-xlsx.ts'
import { readCells } from '../../../src/spreadsheet/read-cells.ts'

const CELLS: Cell[][] = [
  ['=1+1', 0.19, { mark: '[c]' }],
  ['+84', 1 / 3, null],
  ['a\u0000b', { number: 1234.5, format: '#,##0.0' }, { text: 'Đạt', tone: 'green' }],
  ['', { number: 0.5, format: '0%', formula: 'data!B3/2' }, { text: 'x', formula: 'data!A3' }],
]
const under: RowPlan[] = CELLS.map((cells, nth) => ({ cells, ...(nth === 1 ? { height: 32.25 } : {}) }))
const planOf = (rows: RowPlan[]): WorkbookPlan => ({
  ...{ title: 'T', author: 'A', language: 'vi', createdAt: 0 },
  sheets: [
    {
      ...{ key: 'data', name: 'Dữ liệu', freeze: { rows: 2, columns: 1 }, print: { landscape: true, repeatRows: 2 } },
      columns: [{ width: 20 }, { width: 12, format: '0.0%' }, { width: 12 }],
      rows: [{ cells: ['Dữ liệu'], style: 'title' }, { cells: ['Tên', 'Tỷ lệ', 'Số'], style: 'heading' }, ...rows],
      table: { name: 'Data', headingRow: 2 },
    },
  ],
})
async function sheetOf(bytes: Uint8Array) {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as never)
  return book.worksheets[0]!
}

it('the rows of a table are what their plan says, and look it', async () => {
  const bytes = await writeXlsx(planOf(under))
  expect(readCells(new Uint8Array(bytes))[0]!.rows.slice(2)).toEqual([
    ['=1+1', 0.19, '[c]'],
    ['+84', 1 / 3, null],
    ['ab', 1234.5, 'Đạt'],
    ['', 0.5, 'x'],
  ])
  const sheet = await sheetOf(bytes)
  const formatIn = (at: string) => sheet.getCell(at).numFmt
  expect(['A3', 'A4', 'B3', 'B5', 'B6'].map(formatIn)).toEqual(['@', '@', '0.0%', '#,##0.0', '0%'])
  expect(sheet.getCell('C5').font.bold).toBe(true)
  expect(sheet.getCell('C3').font.bold).toBeFalsy()
  expect(sheet.getCell('B6').value).toEqual({ formula: "'Dữ liệu'!B3/2", result: 0.5 })
  expect(sheet.getTable('Data')).toMatchObject({ table: { tableRef: 'A2:C6', autoFilterRef: 'A2:C6' } })
  // The line under a row runs on under a cell in which nothing stands.
  expect([sheet.getCell('C4').value, sheet.getCell('C4').border?.bottom?.style]).toEqual([null, 'hair'])
  // As tall as its text needs: programs measure no row of a file that says how tall rows are.
  expect([3, 4].map((row) => sheet.getRow(row).height)).toEqual([undefined, 32.25])
  expect(sheet.dimensions.toString()).toBe('A1:C6')
})

it('rows that are made while they are written are the same file', async () => {
  function* made(): Generator<RowPlan> {
    yield* under
  }
  const written = await writeXlsx(planOf([]), made)
  expect(readCells(new Uint8Array(written))).toEqual(readCells(new Uint8Array(await writeXlsx(planOf(under)))))
})

it('several tables of a sheet are marked each, without the words between them, and one without a row is none', async () => {
  const heading = (...cells: string[]): RowPlan => ({ cells, style: 'heading' })
  const rows: RowPlan[] = [
    ...[
      { cells: ['Tóm tắt'], style: 'title' as const },
      heading('Tên', 'Số'),
      { cells: ['a', 1] },
      { cells: ['b', 2] },
    ],
    ...[{ cells: ['Ký hiệu'], style: 'group' as const }, heading('Tên', 'Số', 'Ghi chú'), { cells: ['c', 3, 'd'] }],
    ...[{ cells: ['Hết'], style: 'note' as const }, heading('Tên', 'Số')],
  ]
  const blocks = blocksIn(rows, ['First', 'Second', 'Third'])
  const { sheets, ...rest } = planOf([])
  const { table: _, ...sheet } = sheets[0]!
  const written = await sheetOf(await writeXlsx({ ...rest, sheets: [{ ...sheet, rows, blocks }] }))
  const tables = written.getTables().map((one) => (one as unknown as { table: exceljs.TableProperties }).table)
  expect(tables).toMatchObject([
    { name: 'First', tableRef: 'A2:B4', columns: [{ name: 'Tên' }, { name: 'Số' }] },
    { name: 'Second', tableRef: 'A6:C7', columns: [{ name: 'Tên' }, { name: 'Số' }, { name: 'Ghi chú' }] },
  ])
  expect([written.getCell('B4').value, written.getCell('A5').value, written.getCell('C7').value]).toEqual([
    ...[2, 'Ký hiệu', 'd'],
  ])
})

it('a table without a row is no table', async () => {
  expect((await sheetOf(await writeXlsx(planOf([])))).getTables()).toEqual([])
})
