import type { FoundCell } from '../../../../spreadsheet/sheet-cells.ts'
import { type HeadingRows, plainText } from './headings.ts'

/** A row below the headings, with what stands in it or, in merged cells, for it. */
export type OwnRow = {
  row: number
  /** Of the columns that say what a row is about, by column. */
  texts: ReadonlyMap<number, string>
  cells: ReadonlyMap<number, FoundCell>
}

/**
 * The rows of a sheet below its headings.
 * @param saying columns of places, quarters and what rows are: an empty cell there stands for the one above, as of merged cells
 * @param own of those, the last column that says what rows are: each row has its own text there, or none
 */
export function rowsBelow(
  cells: readonly FoundCell[],
  { last }: HeadingRows,
  saying: readonly number[],
  own: number | null,
): OwnRow[] {
  const byRow = new Map<number, Map<number, FoundCell>>()
  for (const cell of cells)
    if (cell.row > last) byRow.set(cell.row, (byRow.get(cell.row) ?? new Map()).set(cell.column, cell))
  const above = new Map<number, string>()
  return [...byRow].map(([row, found]) => {
    const texts = new Map<number, string>()
    for (const column of saying) {
      const text = plainText(found.get(column)?.value ?? null)
      const stands = text !== '' || column === own ? text : (above.get(column) ?? '')
      texts.set(column, stands)
      above.set(column, stands)
    }
    return { row, texts, cells: found }
  })
}
