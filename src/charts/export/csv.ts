import { inUnit } from '../../indicators/measure.ts'
import { typed } from '../../language/format.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { ExportCell, ExportNumber, ExportSheet } from './sheet.ts'

/** Excel reads UTF-8 only behind a byte order mark. */
export const BOM = '\uFEFF'
/** What lies between fields where a person's Excel expects it: the comma is the decimal sign in Vietnamese. */
const SEPARATOR: Readonly<Record<Language, string>> = { vi: ';', en: ',' }

/**
 * A table as a spreadsheet program of the person's region opens it: with what is said of it above, and numbers as people there write
 * them, all their decimals, in the unit that stands beside them.
 */
export function regionalCsv(sheet: ExportSheet, language: Language): string {
  return [...regionalLines(sheet, language)].join('')
}

/** The same line by line, for a table that is too long to be held as one text. */
export function* regionalLines(sheet: ExportSheet, language: Language): Generator<string> {
  const { warning, title, lead, facts, columns, rows } = sheet
  const separator = SEPARATOR[language]
  const above = [...(warning === null ? [] : [[warning]]), [title, lead], ...facts.map((fact) => [fact]), []]
  yield BOM
  for (const fields of above) yield lineOf(fields.map(safeText), separator)
  yield lineOf(
    columns.map(({ label }) => label),
    separator,
  )
  for (const row of rows)
    yield lineOf(
      row.map((cell) => regionalText(cell, language)),
      separator,
    )
}

/** The same for programs: no lines above the headings, which are codes; commas, points, numbers on the scale stored. */
export function machineCsv(sheet: ExportSheet): string {
  return [...machineLines(sheet)].join('')
}

export function* machineLines({ columns, rows }: ExportSheet): Generator<string> {
  yield machineLine(columns.map(({ key }) => key))
  for (const row of rows) yield machineLine(row)
}

/** One line of it. */
export function machineLine(cells: readonly ExportCell[]): string {
  const text = (cell: ExportCell) => (isNumberCell(cell) ? typed(cell.number, 'en') : safeText(cell ?? ''))
  return lineOf(cells.map(text), ',')
}

/** A cell as a person of the region types it, so that a spreadsheet program takes it for what it is. */
export function regionalText(cell: ExportCell, language: Language): string {
  return isNumberCell(cell) ? numberAsTyped(cell, language) : safeText(cell ?? '')
}

export function isNumberCell(cell: ExportCell | undefined): cell is ExportNumber {
  return typeof cell === 'object' && cell !== null
}

function numberAsTyped(cell: ExportNumber, language: Language): string {
  return `${typed(inUnit(cell.number, cell.style), language)}${cell.style.isPercent ? '%' : ''}`
}

/** Text that a spreadsheet would take for a formula is kept text by an apostrophe. */
function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function lineOf(fields: readonly string[], separator: string): string {
  const quoted = (field: string) =>
    field.includes(separator) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
  return `${fields.map(quoted).join(separator)}\r\n`
}
