import type exceljs from 'exceljs'
import type { Language } from '../../vocabulary/language.ts'

/** Its number among the paper sizes of the file format. */
const A4 = 9 as exceljs.PaperSize

/** Of the file itself, as shown in its properties; `language`: the first one of its text, for screen readers. */
export type BookAbout = { title: string; author?: string; language?: Language; createdAt: number }

/**
 * A workbook without a sheet. Writing one holds the thread for as long as it takes: it is done in one of its own. What writes is
 * loaded here, since whoever merely reads a workbook or checks a file has no use for it.
 */
export async function newBook({ title, author, language, createdAt }: BookAbout): Promise<exceljs.Workbook> {
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  book.title = title
  if (author !== undefined) book.creator = book.lastModifiedBy = author
  book.created = book.modified = new Date(createdAt)
  return language === undefined ? book : Object.assign(book, { language: language === 'vi' ? 'vi-VN' : 'en-GB' })
}

export type SheetFrame = {
  name: string
  /** In characters of the standard letters, from the first column. */
  widths: readonly number[]
  /** Rows and columns that stay while the rest scrolls. */
  freeze: { rows: number; columns: number }
  isLandscape: boolean
  /** What else is said of its pages. */
  paper?: Partial<exceljs.PageSetup>
}

/** An empty sheet of a workbook: without a grid, on A4, its name and page at the foot. */
export function newSheet(
  book: exceljs.Workbook,
  { name, widths, freeze, isLandscape, paper }: SheetFrame,
): exceljs.Worksheet {
  const isFrozen = freeze.rows + freeze.columns > 0
  const sheet = book.addWorksheet(name, {
    views: [
      isFrozen
        ? { state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows, showGridLines: false }
        : { state: 'normal', showGridLines: false },
    ],
    pageSetup: { paperSize: A4, orientation: isLandscape ? 'landscape' : 'portrait', ...paper },
    headerFooter: { oddFooter: '&L&8&A&R&8&P / &N' },
  })
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width
  return sheet
}

/** A link inside the workbook; the library's own would be written as an outside one. */
export function sheetLink(name: string, text: string): string {
  const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`
  return `HYPERLINK(${quoted(`#${sheetReference(name)}A1`)},${quoted(text)})`
}

/** How formulas refer to a sheet. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`
}

export async function bookFile(book: exceljs.Workbook): Promise<Buffer> {
  return Buffer.from(await book.xlsx.writeBuffer())
}
