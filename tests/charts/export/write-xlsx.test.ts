import exceljs from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ExportCell, type ExportSheet, PLAIN } from '../../../src/charts/export/sheet.ts'
import { writeSheets } from '../../../src/charts/export/write-xlsx.ts'

const PERCENT = { scale: 100, decimals: 1, isPercent: true }
const PER_100_000 = { scale: 100_000, decimals: 2, isPercent: false }
const LONG = 'một câu dài hơn bề rộng lớn nhất của một cột, nên phải xuống dòng nhiều lần trong ô đó'
const rows: ExportCell[][] = [
  ['=1+1', { number: 1234.5, style: PLAIN }, '2021-03-31', LONG],
  ['Nghệ An', { number: 0.25, style: PERCENT }, null, ''],
  ['Hà Tĩnh', { number: 0.00007, style: PER_100_000 }, '2021-06-30', 'x'],
  ['Quảng Bình', '[x]', null, null],
]
const sheet: ExportSheet = {
  ...{ name: 'Bảng', title: '=V3. Khách hàng', warning: 'Minh họa', lead: 'người · 2021' },
  facts: ['Nguồn: đối tác', '@nguồn'],
  columns: [
    { key: 'row', label: 'Tỉnh', kind: 'text' },
    { key: 'value', label: 'Số', kind: 'number' },
    { key: 'day', label: 'Ngày cuối của kỳ báo cáo này là', kind: 'day' },
    { key: 'remark', label: 'Ghi chú', kind: 'text' },
  ],
  rows,
}
const CREATED = Date.UTC(2022, 0, 15)

let workbook: exceljs.Workbook
let written: exceljs.Worksheet
beforeAll(async () => {
  workbook = new exceljs.Workbook()
  const second = { ...sheet, name: 'Hai', warning: null, rows: [] }
  await workbook.xlsx.load((await writeSheets([sheet, second], CREATED)) as never)
  written = workbook.worksheets[0]!
})
const cell = (address: string) => written.getCell(address)

describe('a table written as a workbook', () => {
  it('says what it is, when it was made, and has a sheet for each', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Bảng', 'Hai'])
    expect([workbook.title, workbook.created, workbook.modified]).toEqual([
      sheet.title,
      new Date(CREATED),
      new Date(CREATED),
    ])
  })

  it('has title and warning above the headings, and what else is said below the rows, none of it a formula, edited or not', () => {
    const first = (nth: number) => written.getRow(nth).getCell(1).value
    expect([1, 2, 3, 4, 8, 9, 10].map(first)).toEqual([
      '=V3. Khách hàng',
      'Minh họa · người · 2021',
      'Tỉnh',
      '=1+1',
      null,
      'Nguồn: đối tác',
      '@nguồn',
    ])
    expect(workbook.worksheets[1]!.getCell('A2').value).toBe('người · 2021')
    expect(cell('A1').font).toMatchObject({ name: 'Arial', size: 14, bold: true, color: { argb: 'FF0B5563' } })
    for (const address of ['A2', 'A9', 'A4', 'B5'])
      expect(cell(address).font).toMatchObject({ name: 'Arial', size: 10 })
    expect(cell('A2').font.bold).toBeUndefined()
    for (const address of ['A1', 'A2', 'A3', 'A4', 'A10']) expect(cell(address).numFmt, address).toBe('@')
  })

  it('holds numbers as numbers in their unit, days as days, signs as text, nothing where there is nothing', () => {
    expect(['B4', 'B5', 'B6', 'B7'].map((address) => cell(address).value)).toEqual([1234.5, 0.25, 7, '[x]'])
    expect(['B4', 'B5', 'B6', 'B7'].map((address) => cell(address).numFmt)).toEqual([
      '#,##0.00',
      '0.0%',
      '#,##0.00',
      '@',
    ])
    expect(['C4', 'C5'].map((address) => cell(address).value)).toEqual([new Date('2021-03-31'), null])
    expect(cell('C4').numFmt).toBe('yyyy-mm-dd')
    expect(['D5', 'D7'].map((address) => cell(address).value)).toEqual([null, null])
    expect(cell('A5').numFmt).toBe('@')
  })

  it('has numbers and their signs at the right, text broken into lines, a hair between rows', () => {
    for (const address of ['B4', 'B7'])
      expect(cell(address).alignment).toMatchObject({ horizontal: 'right', indent: 1, vertical: 'top' })
    expect(cell('D4').alignment).toMatchObject({ wrapText: true, vertical: 'top' })
    expect(cell('D4').alignment.horizontal).toBeUndefined()
    expect(cell('A4').border.bottom).toMatchObject({ style: 'hair', color: { argb: 'FFC3CFD1' } })
  })

  it('has headings in white on the colour of the pages, those of numbers at the right', () => {
    for (const address of ['A3', 'B3', 'C3']) {
      expect(cell(address).font).toMatchObject({ bold: true, color: { argb: 'FFFFFFFF' } })
      expect(cell(address).fill).toMatchObject({ type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF0B5563' } })
      expect(cell(address).alignment).toMatchObject({ wrapText: true, vertical: 'middle' })
    }
    expect(cell('B3').alignment).toMatchObject({ horizontal: 'right', indent: 1 })
    expect(cell('A3').alignment.horizontal).toBeUndefined()
  })

  it('has columns as wide as what stands in them, within bounds, and rows as high as their longest text', () => {
    // A name; the least there is; a third of the heading; the widest there is.
    expect([1, 2, 3, 4].map((nth) => written.getColumn(nth).width)).toEqual([11.1, 10, 10.8, 46])
    expect([3, 4, 5].map((nth) => written.getRow(nth).height)).toEqual([56, 28, 14])
  })

  it('keeps headings and names in sight, can be filtered, and is printed one page wide with its headings', () => {
    expect(written.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 3, showGridLines: false })
    expect(written.autoFilter).toBe('A3:D7')
    expect(written.pageSetup).toMatchObject({
      ...{ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: '3:3',
    })
    expect(written.headerFooter.oddFooter).toBe('&L&8&A&R&8&P / &N')
  })
})
