import type { Sheet, SheetCell } from './read-xlsx.ts'
import type { WorkbookColumn } from './report.ts'
import { isSaying } from './sayings.ts'

/** The row of a table's headings, and where each column stands. */
export type Headings<K extends WorkbookColumn> = { row: number; columns: Map<K, number> }

/** Finds the first row that has all of the columns that must be there. */
export function headingsOf<K extends WorkbookColumn>(
  { rows }: Sheet,
  keys: readonly K[],
  must: readonly K[],
): Headings<K> | null {
  for (const [nth, row] of rows.entries()) {
    const columns = columnsIn(row, keys)
    if (must.every((key) => columns.has(key))) return { row: nth, columns }
  }
  return null
}

function columnsIn<K extends WorkbookColumn>(row: readonly SheetCell[], keys: readonly K[]): Map<K, number> {
  const found = new Map<K, number>()
  for (const [column, entry] of row.entries()) {
    const key = keys.find((one) => !found.has(one) && isHeading(entry.text, one))
    if (key) found.set(key, column)
  }
  return found
}

/** Where a project has no areas, partners stand in the column of places. */
export function isHeading(text: string | null, key: WorkbookColumn): boolean {
  const isNamed = isSaying(text, `releases:workbook.column.${key}`)
  return isNamed || (key === 'place' && isSaying(text, 'releases:workbook.column.partner'))
}

/** Entries of a row by the key of their column. */
export function byColumn<K extends WorkbookColumn>(
  row: readonly SheetCell[],
  { columns }: Headings<K>,
): (key: K) => SheetCell | null {
  return (key) => row[columns.get(key) ?? -1] ?? null
}
