import type exceljs from 'exceljs'
import { unzipSync } from 'fflate'
import { NOTHING } from '../../language/text.ts'
import { columnLetters } from '../../spreadsheet/address.ts'
import { addCharts } from '../../spreadsheet/native-charts/add-charts.ts'
import type { NativeChart } from '../../spreadsheet/native-charts/chart.ts'
import { bookFile, newBook, newSheet, sheetLink, sheetReference } from '../../spreadsheet/writing/book.ts'
import { STANDARD_LETTERS } from '../../spreadsheet/writing/look.ts'
import type { SheetRow } from '../../spreadsheet/writing/sheet-rows.ts'
import { type PackedPart, packedPart, zipFile } from '../../spreadsheet/writing/zip-file.ts'
import { escapedText } from '../../spreadsheet/written-text.ts'
import {
  type Cell,
  type MarkedTable,
  plainValue,
  type RowPlan,
  type RowStyle,
  type SheetPlan,
  type WorkbookPlan,
} from './plan.ts'
import { PAPER_MARGINS, printedAs } from './print/pages.ts'
import { type LookedCell, sampleCount, type TableRows, tableRows, withTableRows } from './table-rows.ts'
import { type ColumnLook, columnLook, ROW_LOOK, type Style } from './theme.ts'

/**
 * Writes a plan as an Excel workbook. It holds the thread for as long as it takes: call it in a worker.
 * @param under the rows under the headings of a sheet's table, which may be more than the memory holds: asked for twice
 */
export async function writeXlsx(plan: WorkbookPlan, under: RowsUnder = rowsUnder): Promise<Buffer> {
  const workbook = await newBook(plan)
  const names = new Map(plan.sheets.map((sheet) => [sheet.key, sheet.name]))
  const tables = plan.sheets.flatMap((sheet, nth) => writeSheet(workbook, sheet, { names, nth: nth + 1, under }) ?? [])
  const parts = unzipSync(new Uint8Array(await bookFile(workbook)))
  addCharts(parts, chartsOf(plan, names), STANDARD_LETTERS)
  const long: PackedPart[] = []
  for (const table of tables) long.push(await withTableRows(parts, table))
  return zipFile([...Object.entries(parts).map(([name, bytes]) => packedPart(name, bytes)), ...long])
}

type RowsUnder = (sheet: SheetPlan) => Iterable<RowPlan>

function rowsUnder({ rows, table }: SheetPlan): RowPlan[] {
  return table ? rows.slice(table.headingRow) : []
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

type Writing = { names: ReadonlyMap<string, string>; nth: number; under: RowsUnder }

/** @returns the rows of its table, of which only samples stand there */
function writeSheet(workbook: exceljs.Workbook, plan: SheetPlan, { names, nth, under }: Writing): TableRows | null {
  const { name, columns, freeze, print, table } = plan
  const printed = printedAs(plan)
  const sheet = newSheet(workbook, {
    ...{ name, freeze, widths: columns.map(({ width }) => width), isLandscape: print.landscape },
    paper: {
      scale: printed.scale,
      margins: PAPER_MARGINS,
      ...(print.columns || print.isOff ? { printArea: printArea(plan) } : {}),
      ...(print.repeatRows > 0 ? { printTitlesRow: `${print.repeatRows}:${print.repeatRows}` } : {}),
    },
  })
  const looks = columns.map(columnLook)
  let numbers: RowPlan['numbers']
  for (const row of plan.rows.slice(0, table?.headingRow)) {
    if (row.style === 'heading') numbers = row.numbers
    writeRow(sheet, row, { looks, names, numbers, hasButtons: table !== undefined })
  }
  const long = table ? longTable(plan, looks, { names, nth, under }) : null
  if (long) addSamples(sheet, plan, long)
  for (const block of plan.blocks ?? [])
    addTable(sheet, plan, { ...block, hasButtons: false, rows: block.lastRow - block.headingRow })
  for (const row of printed.breaks.slice(0, MOST_BREAKS)) sheet.getRow(row + 1).addPageBreak()
  return long
}

/** A sheet can have no more of one kind (Excel specifications and limits); after the last one programs break pages themselves. */
const MOST_BREAKS = 1026

/** Null: a table without a row is none, and would be repaired away. */
function longTable(plan: SheetPlan, looks: readonly ColumnLook[], { names, nth, under }: Writing): TableRows | null {
  const { headingRow, lastRow } = plan.table!
  const { numbers, cells: headings } = plan.rows[headingRow - 1]!
  function* rowsOf<T>(made: (cell: Cell, style: Style) => T): Generator<SheetRow<T>> {
    for (const { cells, style, height } of under(plan)) {
      // The line under a row runs on where nothing stands in it.
      const across = style ? cells : headings.map((_, at) => cells[at] ?? null)
      const each = across.map((cell, at) => {
        const look = looks[at]
        if (!look || (style && cell === null)) return null
        return made(cell, cell === null ? look.text : styleOf(cell, { style, isOfNumbers: numbers?.[at] }, look))
      })
      yield { cells: each, height }
    }
  }
  const rows = () => rowsOf((cell, style) => lookedCell(cell, style, names))
  const table = tableRows(
    { sheet: nth, headingRow, columns: headings.length, rows, own: lastRow && lastRow - headingRow },
    rowsOf((_, style) => style),
  )
  return table.count > 0 ? table : null
}

function lookedCell(cell: Cell, style: Style, names: ReadonlyMap<string, string>): LookedCell {
  const value = excelValue(cell, names)
  if (value === null || typeof value === 'string' || typeof value === 'number') return { value, style }
  const { formula, result } = value as { formula: string; result: string | number }
  return { value: result, formula, style }
}

/**
 * The library makes columns absolute; where rows are not, LibreOffice prints others. A sheet without one is printed whole: what is not
 * to be printed has an empty cell for it, beside the title, and programs leave out pages on which nothing stands (Microsoft KB 288968;
 * LibreOffice "suppress output of empty pages").
 */
function printArea({ columns, rows, print }: SheetPlan): string {
  const last = columnLetters((print.columns ?? columns.length) - 1)
  return print.isOff ? `${last}$1:${last}$1` : `A$1:${last}$${rows.length}`
}

/** One cell of each look under the headings of the table; what makes a table of it is its name, its headings and where it ends. */
function addSamples(sheet: exceljs.Worksheet, plan: SheetPlan, long: TableRows): void {
  const samples = Array.from({ length: sampleCount(long) }, (_, nth) => long.samples.map((own) => own[nth]))
  for (const styles of samples) {
    const row = sheet.addRow([])
    for (const [at, style] of styles.entries()) if (style) Object.assign(row.getCell(at + 1), { value: 0, style })
  }
  addTable(sheet, plan, { ...plan.table!, hasButtons: true, rows: samples.length })
}

/** Marks rows that stand there as a table, which without one it is not. `hasButtons`: programs draw one over the right end of each heading. */
function addTable(
  sheet: exceljs.Worksheet,
  { rows: planned }: SheetPlan,
  {
    name,
    headingRow,
    hasButtons,
    rows,
  }: Pick<MarkedTable, 'name' | 'headingRow'> & { hasButtons: boolean; rows: number },
): void {
  if (rows === 0) return
  sheet.addTable({
    name,
    ref: `A${headingRow}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: planned[headingRow - 1]!.cells.map((cell) => ({
      name: String(plainValue(cell)),
      filterButton: hasButtons,
    })),
    rows: Array.from({ length: rows }, () => []),
  })
}

/** `hasButtons`: programs draw one over the right end of each heading. */
type RowWriting = {
  looks: readonly ColumnLook[]
  names: ReadonlyMap<string, string>
  numbers: RowPlan['numbers']
  hasButtons: boolean
}

function writeRow(
  sheet: exceljs.Worksheet,
  { cells, style, height }: RowPlan,
  { looks, names, numbers, hasButtons }: RowWriting,
): void {
  const row = sheet.addRow(cells.map((cell) => excelValue(cell, names)))
  if (height) row.height = height
  for (const [at, cell] of cells.entries()) {
    const column = looks[at]
    if (cell === null || !column) continue
    const isOfNumbers = style === 'heading' && hasButtons ? false : numbers?.[at]
    row.getCell(at + 1).style = styleOf(cell, { style, isOfNumbers }, column)
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

/** @param isOfNumbers of the column at that row; undefined: it is not known, and a sign stands where a number would */
function styleOf(
  cell: Exclude<Cell, null>,
  { style, isOfNumbers }: { style: RowStyle | undefined; isOfNumbers: boolean | undefined },
  column: ColumnLook,
): Style {
  const mark = isOfNumbers === false ? column.markAmongWords : column.mark
  const text = isOfNumbers ? column.textAmongNumbers : column.text
  if (typeof cell === 'object') {
    if ('mark' in cell) return mark
    if ('sheet' in cell) return style ? column.linkBeside : column.link
    if ('tone' in cell) return column.tones[cell.tone]
    return 'format' in cell ? formatted(cell.format, column) : text
  }
  if (style === 'heading') return isOfNumbers ? column.headingOfNumbers : column.heading
  if (style) return ROW_LOOK[style]
  if (typeof cell === 'number') return column.number
  // Under numbers it stands where they do.
  if (cell === NOTHING) return mark
  return /^[=+\-@\t\r]/.test(cell) ? column.formulaLike : text
}

function formatted(format: string, column: ColumnLook): Style {
  let style = column.formats.get(format)
  if (!style) {
    style = { ...column.number, numFmt: format }
    column.formats.set(format, style)
  }
  return style
}
