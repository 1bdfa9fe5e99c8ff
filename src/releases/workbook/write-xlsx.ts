import type exceljs from 'exceljs'
import { NOTHING } from '../../language/text.ts'
import { columnLetters } from '../../spreadsheet/address.ts'
import type { NativeChart } from '../../spreadsheet/native-charts/chart.ts'
import { withCharts } from '../../spreadsheet/native-charts/with-charts.ts'
import { bookFile, newBook, newSheet, sheetLink, sheetReference } from '../../spreadsheet/writing/book.ts'
import { STANDARD_LETTERS } from '../../spreadsheet/writing/look.ts'
import { escapedText } from '../../spreadsheet/written-text.ts'
import { type Cell, plainValue, type RowPlan, type RowStyle, type SheetPlan, type WorkbookPlan } from './plan.ts'
import { PAPER_MARGINS, printedAs } from './print/pages.ts'
import { type ColumnLook, columnLook, ROW_LOOK, type Style } from './theme.ts'

/** Writes a plan as an Excel workbook. It holds the thread for as long as it takes: call it in a worker. */
export async function writeXlsx(plan: WorkbookPlan): Promise<Buffer> {
  const workbook = await newBook(plan)
  const names = new Map(plan.sheets.map((sheet) => [sheet.key, sheet.name]))
  for (const sheet of plan.sheets) writeSheet(workbook, sheet, names)
  const file = await bookFile(workbook)
  return Buffer.from(withCharts(new Uint8Array(file), chartsOf(plan, names), STANDARD_LETTERS))
}

/** By the number of their sheet, with the names of sheets for their keys. */
function chartsOf({ sheets }: WorkbookPlan, names: ReadonlyMap<string, string>): Map<number, NativeChart[]> {
  const refer = <T extends { at: string }>(range: T): T => ({ ...range, at: named(range.at, names) })
  return new Map(
    sheets.map(({ charts = [] }, nth) => [
      nth + 1,
      charts.map((chart) => ({
        ...chart,
        categories: refer(chart.categories),
        series: chart.series.map((one) => ({ ...one, values: refer(one.values) })),
      })),
    ]),
  )
}

function writeSheet(workbook: exceljs.Workbook, plan: SheetPlan, names: ReadonlyMap<string, string>): void {
  const { name, columns, freeze, print } = plan
  const printed = printedAs(plan)
  const sheet = newSheet(workbook, {
    ...{ name, freeze, widths: columns.map(({ width }) => width), isLandscape: print.landscape },
    paper: {
      scale: printed.scale,
      margins: PAPER_MARGINS,
      ...(print.columns ? { printArea: printArea(plan) } : {}),
      ...(print.repeatRows > 0 ? { printTitlesRow: `${print.repeatRows}:${print.repeatRows}` } : {}),
    },
  })
  const looks = columns.map(columnLook)
  for (const row of plan.rows) writeRow(sheet, row, looks, names)
  for (const row of printed.breaks) sheet.getRow(row + 1).addPageBreak()
  addTable(sheet, plan)
}

/** The library makes columns absolute; where rows are not, LibreOffice prints others. */
function printArea({ columns, rows, print }: SheetPlan): string {
  return `A$1:${columnLetters((print.columns ?? columns.length) - 1)}$${print.rows ?? rows.length}`
}

/** The cells are there already: what makes a table of them is its name, its headings and where it ends. */
function addTable(sheet: exceljs.Worksheet, { rows, table }: SheetPlan): void {
  const headings = table && rows[table.headingRow - 1]
  // A table without a row is none, and would be repaired away.
  if (!headings || rows.length === table.headingRow) return
  sheet.addTable({
    name: table.name,
    ref: `A${table.headingRow}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: headings.cells.map((cell) => ({ name: String(plainValue(cell)), filterButton: true })),
    rows: rows.slice(table.headingRow).map(() => []),
  })
}

function writeRow(
  sheet: exceljs.Worksheet,
  { cells, style, height }: RowPlan,
  looks: readonly ColumnLook[],
  names: ReadonlyMap<string, string>,
): void {
  const row = sheet.addRow(cells.map((cell) => excelValue(cell, names)))
  if (height) row.height = height
  for (const [at, cell] of cells.entries()) {
    const column = looks[at]
    if (cell === null || !column) continue
    row.getCell(at + 1).style = styleOf(cell, style, column)
  }
}

function excelValue(cell: Cell, names: ReadonlyMap<string, string>): exceljs.CellValue {
  const value = plainValue(cell)
  const written = typeof value === 'string' ? escapedText(value) : value
  if (typeof cell !== 'object' || cell === null) return written
  if ('formula' in cell && cell.formula) return { formula: named(cell.formula, names), result: written ?? '' }
  if (!('sheet' in cell)) return written
  return { formula: sheetLink(names.get(cell.sheet) ?? '', String(value)), result: String(written) }
}

/** A formula with the names of sheets for their keys; what stands in quotation marks is text. */
function named(formula: string, names: ReadonlyMap<string, string>): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part) =>
      part.startsWith('"') ? part : part.replace(/([a-z][a-z-]*)!/g, (_, key) => sheetReference(names.get(key) ?? '')),
    )
    .join('')
}

function styleOf(cell: Exclude<Cell, null>, row: RowStyle | undefined, column: ColumnLook): Style {
  if (typeof cell === 'object') {
    if ('mark' in cell) return column.mark
    if ('sheet' in cell) return column.link
    if ('tone' in cell) return column.tones[cell.tone]
    return 'format' in cell ? formatted(cell.format, column) : column.text
  }
  if (row) return ROW_LOOK[row]
  if (typeof cell === 'number') return column.number
  // Under numbers it stands where they do.
  if (cell === NOTHING) return column.mark
  return /^[=+\-@\t\r]/.test(cell) ? column.formulaLike : column.text
}

function formatted(format: string, column: ColumnLook): Style {
  let style = column.formats.get(format)
  if (!style) {
    style = { ...column.number, numFmt: format }
    column.formats.set(format, style)
  }
  return style
}
