import type { Span } from '../../calendar/span.ts'
import { type Sheet, type SheetCell, textAt } from './read-xlsx.ts'
import type { WorkbookColumn } from './report.ts'
import { isSaying, spanIn } from './sayings.ts'

/**
 * The row of a table's headings, and where each column stands; `beside`: where its words stand again, in the workbook's other
 * language.
 */
export type Headings<K extends WorkbookColumn> = { row: number; columns: Map<K, number>; beside: Map<K, number> }

/** Finds the first row that has all of the columns that must be there. */
export function headingsOf<K extends WorkbookColumn>(
  { rows }: Sheet,
  keys: readonly K[],
  must: readonly K[],
): Headings<K> | null {
  for (const [nth, row] of rows.entries()) {
    const columns = headingColumns(row, keys)
    if (must.every((key) => columns.has(key))) return { row: nth, columns, beside: besideIn(row, columns) }
  }
  return null
}

/** Which columns a row of headings has, and where. */
export function headingColumns<K extends WorkbookColumn>(
  row: readonly SheetCell[],
  keys: readonly K[],
): Map<K, number> {
  const found = new Map<K, number>()
  for (const [column, entry] of row.entries()) {
    const key = keys.find((one) => !found.has(one) && isHeading(entry.text, one))
    if (key) found.set(key, column)
  }
  return found
}

/** A column of a period: its name before its dates, these in brackets or, in reports of earlier versions, under it. */
export type PeriodColumn = { nth: number; span: Span; period: string }

/** Which columns of a row of headings are periods. */
export function periodColumns(row: readonly SheetCell[]): PeriodColumn[] {
  return row.flatMap((entry, nth) => {
    const span = spanIn(entry.text)
    return span ? [{ nth, span, period: entry.text!.replace(/(?: \([^()]*\)|\n[^\n]*)$/, '') }] : []
  })
}

function besideIn<K extends WorkbookColumn>(row: readonly SheetCell[], columns: Map<K, number>): Map<K, number> {
  const isAgain = ([key, column]: [K, number]) => {
    const [first, next] = [textAt(row, column), textAt(row, column + 1)]
    return next !== first && isHeading(next, key)
  }
  return new Map([...columns].filter(isAgain).map(([key, column]) => [key, column + 1]))
}

/** Where a project has no areas, partners stand in the column of places. */
export function isHeading(text: string | null, key: WorkbookColumn): boolean {
  const isNamed = isSaying(text, `releases:workbook.column.${key}`)
  return isNamed || (key === 'place' && isSaying(text, 'releases:workbook.column.partner'))
}

/** Entries of a row by the key of their column; words in two languages side by side, as they stand elsewhere in one cell. */
export function byColumn<K extends WorkbookColumn>(
  row: readonly SheetCell[],
  { columns, beside }: Headings<K>,
): (key: K) => SheetCell | null {
  return (key) => {
    const entry = row[columns.get(key) ?? -1] ?? null
    const other = textAt(row, beside.get(key) ?? -1)
    return entry?.text && other && other !== entry.text ? { ...entry, text: `${entry.text} / ${other}` } : entry
  }
}
