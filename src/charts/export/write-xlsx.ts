import exceljs from 'exceljs'
import { spreadsheetFormat } from '../../indicators/measure.ts'
import { number } from '../../language/format.ts'
import { escapedText } from '../../spreadsheet/written-text.ts'
import { isNumberCell } from './csv.ts'
import { type ExportCell, type ExportColumn, type ExportSheet, inUnit } from './sheet.ts'

/** Carries Vietnamese on every system that opens workbooks. */
const FONT = { name: 'Arial', size: 10 }
/** Characters that a column is wide, whatever stands in it. */
const WIDTHS = { least: 9, most: 46 }
/** Of the colours of the pages, as ARGB. */
const [BRAND, WHITE, LINE] = ['FF0B5563', 'FFFFFFFF', 'FFC3CFD1']
const TO_THE_RIGHT = { horizontal: 'right', indent: 1 } as const
/** Points of a line of letters. */
const LINE_HEIGHT = 14
/** The row of the headings, counted from 1. */
const HEADINGS = 3
const A4 = 9 as exceljs.PaperSize

/** Writes tables as a workbook, a sheet each. It holds the thread for as long as it takes: call it in one of its own. */
export async function writeSheets(sheets: readonly ExportSheet[], createdAt: number): Promise<Buffer> {
  const workbook = new exceljs.Workbook()
  workbook.title = sheets[0]!.title
  workbook.created = workbook.modified = new Date(createdAt)
  for (const sheet of sheets) writeSheet(workbook, sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Title and what the numbers are above the headings; what else is said of them below, so that little of the screen is frozen. */
function writeSheet(workbook: exceljs.Workbook, sheet: ExportSheet): void {
  const { name, title, warning, lead, facts, columns, rows } = sheet
  const written = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEADINGS, showGridLines: false }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADINGS}:${HEADINGS}`,
    },
    headerFooter: { oddFooter: '&L&8&A&R&8&P / &N' },
  })
  const widths = columns.map((column, c) => columnWidth(column, rows, c))
  widths.forEach((width, c) => {
    written.getColumn(c + 1).width = width
  })
  addText(written, title, { ...FONT, size: 14, bold: true, color: { argb: BRAND } })
  addText(written, [warning, lead].filter(Boolean).join(' · '), FONT)
  const heading = written.addRow(columns.map(({ label }) => escapedText(label)))
  heading.height = heightOf(
    columns.map(({ label }) => label),
    widths,
  )
  heading.eachCell((cell, c) => {
    cell.numFmt = '@'
    cell.font = { ...FONT, bold: true, color: { argb: WHITE } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: BRAND } }
    cell.alignment = { wrapText: true, vertical: 'middle', ...(columns[c - 1]!.kind === 'number' ? TO_THE_RIGHT : {}) }
  })
  const styles = new Map<string, Partial<exceljs.Style>>()
  for (const cells of rows) {
    const row = written.addRow(cells.map((cell, c) => valueIn(cell, columns[c]!)))
    row.height = heightOf(cells, widths)
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
  row.numFmt = '@'
}

function valueIn(cell: ExportCell, { kind }: ExportColumn): exceljs.CellValue {
  // Per cent is a format of the bare quotient; other scales have none, so the number itself is in the unit.
  if (isNumberCell(cell)) return cell.style.isPercent ? cell.number : inUnit(cell)
  if (cell === null || cell === '') return null
  return kind === 'day' ? new Date(cell) : escapedText(cell)
}

/** Each look is made once: the file then holds it once. */
function styleOf(cell: ExportCell, { kind }: ExportColumn, known: Map<string, Partial<exceljs.Style>>) {
  const numFmt = isNumberCell(cell) ? spreadsheetFormat(cell.style) : kind === 'day' ? 'yyyy-mm-dd' : '@'
  const key = `${kind} ${numFmt}`
  let style = known.get(key)
  if (!style) {
    style = {
      numFmt,
      font: FONT,
      border: { bottom: { style: 'hair', color: { argb: LINE } } },
      alignment: kind === 'number' ? { ...TO_THE_RIGHT, vertical: 'top' } : { wrapText: true, vertical: 'top' },
    }
    known.set(key, style)
  }
  return style
}

/** As wide as what stands in it, within bounds: what is longer is broken into lines. */
function columnWidth({ label }: ExportColumn, rows: readonly ExportCell[][], c: number): number {
  const longest = Math.max(0, ...rows.map((row) => lengthOf(row[c] ?? null)))
  const words = Math.max(...label.split(' ').map((word) => word.length))
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest, words + 3, Math.ceil(label.length / 3)) + 2)
}

/** Of a row whose longest text is broken into so many lines: not every program finds that out by itself. */
function heightOf(cells: readonly ExportCell[], widths: readonly number[]): number {
  const lines = cells.map((cell, c) => (typeof cell === 'string' ? Math.ceil((cell.length + 2) / widths[c]!) : 1))
  return Math.max(1, ...lines) * LINE_HEIGHT
}

function lengthOf(cell: ExportCell): number {
  if (isNumberCell(cell)) return number(inUnit(cell), 'en', cell.style.decimals).length + 2
  return cell?.length ?? 0
}
