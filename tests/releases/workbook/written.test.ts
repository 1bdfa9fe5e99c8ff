import exceljs from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { RowPlan, SheetPlan, WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { writeXlsx } from '../../../src/releases/workbook/write-xlsx.ts'

const sheet = (more: Partial<SheetPlan> = {}): SheetPlan => ({
  key: 'one',
  name: 'One',
  columns: [{ width: 20 }, { width: 12 }],
  rows: [],
  freeze: { rows: 0, columns: 0 },
  print: { landscape: false, repeatRows: 0 },
  ...more,
})
async function written(sheets: SheetPlan[], more: Partial<WorkbookPlan> = {}) {
  const plan: WorkbookPlan = {
    title: 'Báo cáo',
    author: '3P Tracker',
    language: 'vi',
    createdAt: Date.UTC(2021, 9, 1),
    sheets,
    ...more,
  }
  const book = new exceljs.Workbook()
  await book.xlsx.load((await writeXlsx(plan)) as never)
  return book
}
const first = async (more: Partial<SheetPlan>) => (await written([sheet(more)])).worksheets[0]!

describe('a workbook', () => {
  it('says who made it, when, and what it is called', async () => {
    const book = await written([sheet(), sheet({ key: 'two', name: 'Two' })])
    expect([book.creator, book.lastModifiedBy, book.title]).toEqual(['3P Tracker', '3P Tracker', 'Báo cáo'])
    expect([book.created, book.modified]).toEqual([new Date(Date.UTC(2021, 9, 1)), new Date(Date.UTC(2021, 9, 1))])
    expect(book.worksheets.map(({ name }) => name)).toEqual(['One', 'Two'])
  })
})

describe('a sheet', () => {
  it('keeps its headings in sight where it says so, and shows no grid', async () => {
    const { views } = await first({ freeze: { rows: 2, columns: 0 } })
    expect(views[0]).toMatchObject({ state: 'frozen', ySplit: 2, showGridLines: false })
    expect((await first({})).views[0]).toMatchObject({ state: 'normal', showGridLines: false })
    expect((await first({ freeze: { rows: 0, columns: 1 } })).views[0]).toMatchObject({ state: 'frozen', xSplit: 1 })
  })

  it('is printed on A4 by a scale under which it is one page wide, with breaks and headings', async () => {
    const tall = (await first({ print: { landscape: false, repeatRows: 0 } })).pageSetup
    expect(tall).toMatchObject({ paperSize: 9, orientation: 'portrait', scale: 78 })
    expect(tall.fitToPage).toBeFalsy()
    expect(tall.printTitlesRow).toBeUndefined()
    const rows: RowPlan[] = [{ cells: ['h'], style: 'heading' }, { cells: ['a'] }, { cells: ['b'] }]
    const wide = await first({
      ...{ rows, columns: [{ width: 150 }, { width: 150 }] },
      print: { landscape: true, repeatRows: 1, columns: 1 },
    })
    expect(wide.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '1:1', printArea: 'A1:A3' })
    expect(wide.pageSetup.scale).toBe(78)
    expect(wide.pageSetup.margins).toEqual({
      ...{ left: 0.3, right: 0.3, top: 0.25, bottom: 0.4 },
      header: 0.2,
      footer: 0.22,
    })
  })

  it('has an empty cell to be printed where it is for the screen', async () => {
    const { pageSetup } = await first({ print: { landscape: true, repeatRows: 0, isOff: true } })
    expect(pageSetup.printArea).toBe('B1:B1')
  })

  it('ends its pages where its rows say, and has them as tall as they are', async () => {
    const rows: RowPlan[] = [
      { cells: ['a'], height: 20 },
      { cells: ['b'], height: 1100 },
    ]
    const plan = { title: 't', author: 'a', language: 'vi' as const, createdAt: 0, sheets: [sheet({ rows })] }
    const xml = strFromU8(unzipSync(new Uint8Array(await writeXlsx(plan)))['xl/worksheets/sheet1.xml']!)
    expect(xml).toMatch(/<rowBreaks count="1" manualBreakCount="1"><brk id="1" [^>]*man="1"/)
    expect(xml).toMatch(/<row r="1"[^>]* ht="20" customHeight="1"/)
  })

  it('has its name and page at the foot, and columns as wide as they are', async () => {
    const one = await first({})
    expect(one.headerFooter.oddFooter).toBe('&L&8&A&R&8&P / &N')
    expect([one.getColumn(1).width, one.getColumn(2).width]).toEqual([20, 12])
  })
})

describe('a cell', () => {
  it('that leads to another sheet is a link within the workbook, whatever the names', async () => {
    const book = await written([
      sheet({
        rows: [
          {
            cells: [
              { text: 'To "B"', sheet: 'two' },
              { text: 'Nowhere', sheet: 'three' },
            ],
          },
        ],
      }),
      sheet({ key: 'two', name: "Two's" }),
    ])
    const [link, lost] = [book.worksheets[0]!.getCell('A1'), book.worksheets[0]!.getCell('B1')]
    expect(link.value).toMatchObject({ formula: `HYPERLINK("#'Two''s'!A1","To ""B""")`, result: 'To "B"' })
    expect(link.font).toMatchObject({ underline: true })
    expect(lost.value).toMatchObject({ formula: `HYPERLINK("#''!A1","Nowhere")` })
  })

  it('looks as what it is: number, mark, rating, text, heading', async () => {
    const rows: RowPlan[] = [
      { cells: [12, { mark: '[c]' }] },
      {
        cells: [
          { text: 'On track', tone: 'green' },
          { number: 0.5, format: '0%' },
        ],
      },
      { cells: ['=1+1', 'plain'] },
      { cells: ['Heading', 5], style: 'heading', height: 30 },
      { cells: [null, 'text', 'beside all columns'] },
    ]
    const one = await first({ rows })
    expect(one.getCell('A1')).toMatchObject({ value: 12, numFmt: '#,##0' })
    expect(one.getCell('B1')).toMatchObject({ value: '[c]', font: { color: { argb: 'FF4D5F64' } } })
    expect(one.getCell('A2')).toMatchObject({ value: 'On track', font: { bold: true, color: { argb: 'FF1B6B3A' } } })
    expect(one.getCell('B2')).toMatchObject({ value: 0.5, numFmt: '0%' })
    expect(one.getCell('A3')).toMatchObject({ value: '=1+1', numFmt: '@' })
    expect(one.getCell('B3').numFmt).not.toBe('@')
    expect(one.getCell('A4')).toMatchObject({ font: { bold: true, color: { argb: 'FFFFFFFF' } } })
    expect(one.getCell('B4')).toMatchObject({ value: 5, font: { bold: true } })
    expect(one.getRow(4).height).toBe(30)
    expect(one.getRow(3).height).toBeUndefined()
    expect(one.getCell('A5').value).toBeNull()
    expect(one.getCell('A5').font).toBeUndefined()
    expect(one.getCell('C5')).toMatchObject({ value: 'beside all columns' })
    expect(one.getCell('C5').font).toBeUndefined()
  })

  it.each(['=1', '+1', '-1', '@x', '\tx', '\rx'])(
    'of text that a spreadsheet would compute stays text: %j',
    async (text) => {
      expect((await first({ rows: [{ cells: [text, null] }] })).getCell('A1').numFmt).toBe('@')
    },
  )

  it('has no characters that XML has no place for, and no more than a cell can hold', async () => {
    const one = await first({ rows: [{ cells: ['a\u0000\u0008\u000b\u000c\u001f\ufffeb', 'x'.repeat(40_000)] }] })
    expect(one.getCell('A1').value).toBe('ab')
    expect(String(one.getCell('B1').value)).toHaveLength(32_767)
  })
})
