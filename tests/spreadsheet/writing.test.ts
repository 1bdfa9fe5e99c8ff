import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { bookFile, newBook, newSheet, sheetLink, sheetReference } from '../../src/spreadsheet/writing/book.ts'
import { pointsAcross, pointsOnPaper, roomAcross, widthFor } from '../../src/spreadsheet/writing/room.ts'

const CREATED = Date.UTC(2022, 0, 15)
const frame = { name: 'One', widths: [20, 12], freeze: { rows: 0, columns: 0 }, isLandscape: false }

describe('a workbook', () => {
  it('says what it is called, when it was made and, where that is told, by whom and in which language', async () => {
    const book = await newBook({ title: 'T', createdAt: CREATED, author: '3P', language: 'vi' })
    expect([book.title, book.creator, book.lastModifiedBy]).toEqual(['T', '3P', '3P'])
    expect([book.created, book.modified]).toEqual([new Date(CREATED), new Date(CREATED)])
    expect(book).toMatchObject({ language: 'vi-VN' })
    expect(await newBook({ title: 'T', createdAt: 0, language: 'en' })).toMatchObject({ language: 'en-GB' })
    const plain = await newBook({ title: 'T', createdAt: 0 })
    expect(plain.creator).toBeUndefined()
    expect(plain).not.toHaveProperty('language')
  })

  it('has sheets on A4 without a grid, with name and page at the foot', async () => {
    const book = await newBook({ title: 'T', createdAt: CREATED })
    newSheet(book, frame)
    newSheet(book, { ...frame, name: 'Two', isLandscape: true, paper: { scale: 80 } })
    const read = new exceljs.Workbook()
    await read.xlsx.load((await bookFile(book)) as never)
    const [one, two] = read.worksheets
    expect(one!.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait' })
    expect(two!.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', scale: 80 })
    expect([one!.getColumn(1).width, one!.getColumn(2).width]).toEqual([20, 12])
    expect(one!.views[0]).toMatchObject({ state: 'normal', showGridLines: false })
    expect(one!.headerFooter.oddFooter).toBe('&L&8&A&R&8&P / &N')
  })

  it.each([
    [1, 0],
    [0, 1],
  ])('keeps %d rows and %d columns in sight', async (rows, columns) => {
    const sheet = newSheet(await newBook({ title: 'T', createdAt: 0 }), { ...frame, freeze: { rows, columns } })
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: rows, xSplit: columns, showGridLines: false })
  })

  it('links to its sheets, whatever they and the link are called', () => {
    expect(sheetReference("Two's")).toBe("'Two''s'!")
    expect(sheetLink("Two's", 'To "B"')).toBe(`HYPERLINK("#'Two''s'!A1","To ""B""")`)
    expect(sheetLink('A "B"', 'x')).toBe(`HYPERLINK("#'A ""B""'!A1","x")`)
  })
})

describe('the room in a column', () => {
  // Arial 10: a digit is 7 pixels of 96 to the inch, five more are left free.
  it('is in points what its width is in digits, less what is left free', () => {
    expect(pointsAcross([{ width: 10 }, { width: 2 }])).toBe(63)
    expect(roomAcross([{ width: 10 }])).toBeCloseTo((52.5 - 3.75) * 0.97)
    expect(pointsOnPaper([{ width: 10 }, { width: 10 }])).toBeCloseTo(112)
  })

  it('of the width that a text asks for is enough for it, and not for much more', () => {
    for (const points of [1, 12.5, 100, 333]) {
      const room = roomAcross([{ width: widthFor(points) }])
      expect(room).toBeGreaterThanOrEqual(points)
      expect(room - points).toBeLessThan(0.6)
    }
  })
})
