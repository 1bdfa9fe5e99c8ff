import { typed } from '../../language/format.ts'
import type { Language } from '../../vocabulary/language.ts'
import { type ExportCell, type ExportNumber, type ExportSheet, inUnit } from './sheet.ts'

/** Excel reads UTF-8 only behind a byte order mark. */
const BOM = '\uFEFF'
/** What lies between fields where a person's Excel expects it: the comma is the decimal sign in Vietnamese. */
const SEPARATOR: Readonly<Record<Language, string>> = { vi: ';', en: ',' }

/**
 * A table as a spreadsheet program of the person's region opens it: with what is said of it above, and numbers as people there write
 * them, all their decimals, in the unit that stands beside them.
 */
export function regionalCsv(sheet: ExportSheet, language: Language): string {
  const { warning, title, lead, facts, columns, rows } = sheet
  const separator = SEPARATOR[language]
  const lines = [
    ...(warning === null ? [] : [[warning]]),
    [title, lead],
    ...facts.map((fact) => [fact]),
    [],
    columns.map(({ label }) => label),
    ...rows.map((row) => row.map((cell) => regionalText(cell, language))),
  ]
  return BOM + joined(lines, separator)
}

/** The same for programs: no lines above the headings, which are codes; commas, points, numbers on the scale stored. */
export function machineCsv({ columns, rows }: ExportSheet): string {
  return [columns.map(({ key }) => key), ...rows].map(machineLine).join('')
}

/** One line of it. */
export function machineLine(cells: readonly ExportCell[]): string {
  const text = (cell: ExportCell) => (isNumberCell(cell) ? typed(cell.number, 'en') : safeText(cell ?? ''))
  return joined([cells.map(text)], ',')
}

/** A cell as a person of the region types it, so that a spreadsheet program takes it for what it is. */
export function regionalText(cell: ExportCell, language: Language): string {
  return isNumberCell(cell) ? numberAsTyped(cell, language) : safeText(cell ?? '')
}

export function isNumberCell(cell: ExportCell | undefined): cell is ExportNumber {
  return typeof cell === 'object' && cell !== null
}

function numberAsTyped(cell: ExportNumber, language: Language): string {
  return `${typed(inUnit(cell), language)}${cell.style.isPercent ? '%' : ''}`
}

/** Text that a spreadsheet would take for a formula is kept text by an apostrophe. */
function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function joined(lines: readonly string[][], separator: string): string {
  const quoted = (field: string) =>
    field.includes(separator) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
  return `${lines.map((fields) => fields.map(quoted).join(separator)).join('\r\n')}\r\n`
}
