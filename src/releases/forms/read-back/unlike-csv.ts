import { csvFields, textOfField } from '../../../spreadsheet/csv-fields.ts'
import type { SheetCells } from '../../../spreadsheet/read-cells.ts'
import { dayOfSerial } from '../../../spreadsheet/serial-day.ts'
import type { CellValue } from '../../../spreadsheet/sheet-cells.ts'
import type { ReportForm } from '../../../vocabulary/release.ts'
import { type PlacedColumn, ROWS_ABOVE } from '../../workbook/data-sheet/layout.ts'
import type { DataTable } from '../../workbook/data-sheet/table.ts'
import { type CellDifference, differencesOf, unlikeFigures } from '../../workbook/file-check.ts'
import { plainValue } from '../../workbook/plan.ts'

type CsvForm = Exclude<ReportForm, 'iati'>

/** How each is written: what lies between fields, what stands before the fraction, and whether it says something above its headings. */
const WRITTEN = {
  data: { separator: ',', decimal: '.', isHeaded: false },
  'table-vi': { separator: ';', decimal: ',', isHeaded: true },
  'table-en': { separator: ',', decimal: '.', isHeaded: true },
} as const satisfies Record<CsvForm, { separator: ',' | ';'; decimal: string; isHeaded: boolean }>

/**
 * Fields of a finished CSV file that do not say what the cells of *Data* say, and numbers that are not those of the figures themselves,
 * or stand where theirs is hidden. Rows and columns are counted as on the sheet.
 */
export function unlikeCsv(form: CsvForm, text: string, data: DataTable): CellDifference[] {
  const expected = data.cells.map((cells) => cells.map(plainValue))
  const { head, lines } = tableIn(form, text)
  const rows = lines.map((line, r) =>
    line.map((field, c) => valueIn(field, { form, column: data.columns[c], expected: expected[r]?.[c] ?? null })),
  )
  const onSheet = (of: readonly CellValue[][]): SheetCells => ({ name: form, rows: [...ABOVE, ...of] })
  const width = { at: `${form}!${ROWS_ABOVE}`, expected: data.columns.length, found: head.length }
  return [
    ...(width.expected === width.found ? [] : [width]),
    ...differencesOf([onSheet(expected)], [onSheet(rows)]),
    ...unlikeFigures(data, onSheet(rows)),
  ]
}

const ABOVE: CellValue[][] = Array.from({ length: ROWS_ABOVE }, () => [])

/** The headings and what stands under them; what is said above ends with an empty line. */
function tableIn(form: CsvForm, text: string): { head: string[]; lines: string[][] } {
  const { separator, isHeaded } = WRITTEN[form]
  const all = [...csvFields(text, separator)]
  const isEmpty = (line: readonly string[] | undefined) => line?.length === 1 && line[0] === ''
  const [head = [], ...lines] = isHeaded ? all.slice(all.findIndex(isEmpty) + 1) : all
  if (isEmpty(lines.at(-1))) lines.pop()
  return { head, lines }
}

/** A field as a cell of the sheet has it. */
function valueIn(
  field: string,
  { form, column, expected }: { form: CsvForm; column: PlacedColumn | undefined; expected: CellValue },
): CellValue {
  if (typeof expected === 'number' && isDay(column)) return field === dayOfSerial(expected) ? expected : field
  const number = column?.kind === 'number' ? numberTyped(field, WRITTEN[form].decimal) : null
  if (number === null) return textOfField(field)
  // In the unit that people read, numbers have 15 digits: those of a quotient are not all there.
  return typeof expected === 'number' && form !== 'data' && isNear(number, expected) ? expected : number
}

function isDay(column: PlacedColumn | undefined): boolean {
  return column?.key === 'first' || column?.key === 'last' || column?.key === 'as-at'
}

/** Null where it is none. */
function numberTyped(field: string, decimal: string): number | null {
  const [, digits, percent] = /^(-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)(%?)$/i.exec(field) ?? []
  if (digits === undefined || /[.,]/.exec(digits)?.[0] === (decimal === ',' ? '.' : ',')) return null
  const number = Number(digits.replace(',', '.'))
  return percent ? number / 100 : number
}

/** To the last but two of the digits that a number has. */
export function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-13 * Math.max(Math.abs(one), Math.abs(other))
}
