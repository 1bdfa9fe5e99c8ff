import type exceljs from 'exceljs'
import { numberText } from '../../figures/in-words.ts'
import { onSheet, spreadsheetFormat } from '../../indicators/measure.ts'
import { type Letters, textWidth, wrappedLines } from '../../spreadsheet/text-width.ts'
import { bookFile, newBook, newSheet } from '../../spreadsheet/writing/book.ts'
import {
  filled,
  HAIRLINE,
  HEADING_ALIGNMENT,
  SHEET_COLOURS,
  STANDARD_LETTERS,
  TEXT_FORMAT,
} from '../../spreadsheet/writing/look.ts'
import { roomAcross, widthFor } from '../../spreadsheet/writing/room.ts'
import { escapedText } from '../../spreadsheet/written-text.ts'
import { isNumberCell } from './csv.ts'
import type { ExportCell, ExportColumn, ExportSheet } from './sheet.ts'

const FONT = STANDARD_LETTERS
const HEADING_LETTERS = { ...FONT, isBold: true }
/** Characters that a column is wide, whatever stands in it. */
const WIDTHS = { least: 10, most: 46 }
const TO_THE_RIGHT = { horizontal: 'right', indent: 1 } as const
/** What that leaves free, in points. */
const INDENT = 7
/** Points of a line of letters. */
const LINE_HEIGHT = 14
/** Of a heading at most, unless a word is wider; and what its button for filtering covers, in points. */
const HEADING_LINES = 3
const FILTER_BUTTON = 14
/** The row of the headings, counted from 1. */
const HEADINGS = 3

/** Writes tables as a workbook, a sheet each. It holds the thread for as long as it takes: call it in one of its own. */
export async function writeSheets(sheets: readonly ExportSheet[], createdAt: number): Promise<Buffer> {
  const workbook = await newBook({ title: sheets[0]!.title, createdAt })
  for (const sheet of sheets) writeSheet(workbook, sheet)
  return bookFile(workbook)
}

/** Title and what the numbers are above the headings; what else is said of them below, so that little of the screen is frozen. */
function writeSheet(workbook: exceljs.Workbook, sheet: ExportSheet): void {
  const { name, title, warning, lead, facts, columns, rows } = sheet
  const widths = columns.map((column, c) => columnWidth(column, rows, c))
  const written = newSheet(workbook, {
    ...{ name, widths, freeze: { rows: HEADINGS, columns: 1 }, isLandscape: true },
    paper: { fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${HEADINGS}:${HEADINGS}` },
  })
  addText(written, title, { ...FONT, size: 14, bold: true, color: { argb: SHEET_COLOURS.brand } })
  addText(written, [warning, lead].filter(Boolean).join(' · '), FONT)
  const heading = written.addRow(columns.map(({ label }) => escapedText(label)))
  const labels = columns.map(({ label }) => label)
  heading.height = heightOf(labels, widths, HEADING_LETTERS)
  heading.eachCell((cell, c) => {
    cell.numFmt = TEXT_FORMAT
    cell.font = { ...FONT, bold: true, color: { argb: SHEET_COLOURS.white } }
    cell.fill = filled(SHEET_COLOURS.brand)
    cell.alignment = { ...HEADING_ALIGNMENT, ...(columns[c - 1]!.kind === 'number' ? TO_THE_RIGHT : {}) }
  })
  const styles = new Map<string, Partial<exceljs.Style>>()
  for (const cells of rows) {
    const row = written.addRow(cells.map((cell, c) => valueIn(cell, columns[c]!)))
    row.height = heightOf(cells, widths, FONT)
    cells.forEach((cell, c) => {
      row.getCell(c + 1).style = styleOf(cell, columns[c]!, styles)
    })
  }
  written.autoFilter = {
    from: { row: HEADINGS, column: 1 },
    to: { row: HEADINGS + rows.length, column: columns.length },
  }
  written.addRow([])
  for (const fact of facts) addText(written, fact, FONT)
}

/** A line of text, in the format of text: what begins with = is no formula when the cell is edited either. */
function addText(written: exceljs.Worksheet, text: string, font: Partial<exceljs.Font>): void {
  const row = written.addRow([escapedText(text)])
  row.font = font
  row.numFmt = TEXT_FORMAT
}

function valueIn(cell: ExportCell, { kind }: ExportColumn): exceljs.CellValue {
  if (isNumberCell(cell)) return onSheet(cell.number, cell.style)
  if (cell === null || cell === '') return null
  return kind === 'day' ? new Date(cell) : escapedText(cell)
}

/** Each look is made once: the file then holds it once. */
function styleOf(cell: ExportCell, { kind }: ExportColumn, known: Map<string, Partial<exceljs.Style>>) {
  const numFmt = isNumberCell(cell) ? spreadsheetFormat(cell.style) : kind === 'day' ? 'yyyy-mm-dd' : TEXT_FORMAT
  const key = `${kind} ${numFmt}`
  let style = known.get(key)
  if (!style) {
    style = {
      numFmt,
      font: FONT,
      border: HAIRLINE,
      alignment: kind === 'number' ? { ...TO_THE_RIGHT, vertical: 'top' } : { wrapText: true, vertical: 'top' },
    }
    known.set(key, style)
  }
  return style
}

/** As wide as what stands in it, within bounds: what is longer is broken into lines. */
function columnWidth({ label }: ExportColumn, rows: readonly ExportCell[][], c: number): number {
  let longest = 0
  for (const row of rows) longest = Math.max(longest, widthOf(row[c] ?? null))
  const words = label.split(' ').map((word) => textWidth(word, HEADING_LETTERS) + FILTER_BUTTON)
  const heading = Math.max(textWidth(label, HEADING_LETTERS) / HEADING_LINES, ...words)
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, widthFor(Math.max(longest, heading))))
}

/** Of a row whose longest text is broken into so many lines: not every program finds that out by itself. */
function heightOf(cells: readonly ExportCell[], widths: readonly number[], letters: Letters): number {
  const lines = cells.map((cell, c) =>
    typeof cell === 'string' ? wrappedLines(cell, roomAcross([{ width: widths[c]! }]), letters) : 1,
  )
  return Math.max(1, ...lines) * LINE_HEIGHT
}

/** Of one line, in points. */
function widthOf(cell: ExportCell): number {
  if (!isNumberCell(cell)) return textWidth(cell ?? '', FONT)
  const shown = numberText(cell.number, cell.style, 'en')
  return textWidth(shown, FONT) + INDENT
}
