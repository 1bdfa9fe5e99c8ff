import { machineLine } from '../charts/export/csv.ts'
import type { ExportCell } from '../charts/export/sheet.ts'
import { exported, PLAIN } from '../charts/export/sheet.ts'

/** A row of an answer as fields beside each other: "coverage.reported" of a row within a row; lists with semicolons between. */
function flattened(row: object, prefix = ''): [string, ExportCell][] {
  return Object.entries(row).flatMap(([name, value]): [string, ExportCell][] => {
    const at = prefix + name
    if (Array.isArray(value)) return [[at, value.join(';')]]
    if (typeof value === 'object' && value !== null) return flattened(value, `${at}.`)
    return [[at, typeof value === 'number' ? exported(value, PLAIN) : value === null ? null : String(value)]]
  })
}

/**
 * Tidy CSV (RFC 4180), line by line: a comma between, points in numbers, a number or nothing in columns of numbers, no text that a
 * spreadsheet would take for a formula.
 * @param columns of which rows have fields, by name; a row that has not leaves its place empty
 */
export function* tidyLines(columns: readonly string[], rows: Iterable<object>): Generator<string> {
  yield machineLine([...columns])
  for (const row of rows) {
    const fields = new Map(flattened(row))
    yield machineLine(columns.map((name) => fields.get(name) ?? null))
  }
}
