import type { DataSheet } from './data-sheet.ts'
import type { Sheet, SheetCell } from './read-xlsx.ts'
import type { LeftBeside } from './report.ts'

/**
 * Numbers that follow from a row of *Data* whose figure is hidden, on whatever sheet and under whatever heading they stand: a donor's
 * layout may call a column by another name, but not what its cells rest on.
 */
export function leftFollowing(
  sheets: readonly Sheet[],
  dataSheet: Sheet,
  { hidden, telling }: Pick<DataSheet, 'hidden' | 'telling'>,
): LeftBeside[] {
  const others = sheets.filter((sheet) => sheet !== dataSheet)
  return others
    .flatMap(({ rows }) => rows.flat())
    .flatMap((cell) => {
      if (cell.number === null) return []
      const rows = rowsFollowed(cell, dataSheet, telling).flatMap((row) => hidden.get(row) ?? [])
      return rows.map((of) => ({ ...of, at: cell.at, column: 'value' as const }))
    })
}

/** The rows of *Data* that a formula names, each once. What counts rows names a column from end to end, and tells of none by itself. */
function rowsFollowed({ formula }: SheetCell, dataSheet: Sheet, telling: ReadonlySet<string>): number[] {
  const name = `'${dataSheet.name.replaceAll("'", "''")}'!`
  const named = [...(formula ?? '').matchAll(/('(?:[^']|'')+'!)\$?([A-Z]+)\$?(\d+)(?!\d|:)/g)]
  const rows = named.flatMap(([, sheet, letters, row]) =>
    sheet === name && telling.has(letters!) ? [Number(row)] : [],
  )
  return [...new Set(rows)]
}
