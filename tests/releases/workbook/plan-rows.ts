import { daysLater } from '../../../src/calendar/day.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { DataKey } from '../../../src/releases/workbook/data-sheet/columns.ts'
import type { Cell, SheetPlan } from '../../../src/releases/workbook/plan.ts'

export const wordsIn = (cell: Cell): string =>
  typeof cell === 'string'
    ? cell
    : typeof cell === 'object' && cell !== null
      ? 'text' in cell
        ? cell.text
        : 'mark' in cell
          ? cell.mark
          : String(cell.number)
      : String(cell ?? '')
export const numberIn = (cell: Cell | undefined): number | string | undefined =>
  typeof cell === 'number'
    ? cell
    : typeof cell === 'object' && cell !== null
      ? 'number' in cell
        ? cell.number
        : 'mark' in cell
          ? cell.mark
          : undefined
      : undefined
/** The day that a spreadsheet counts so. */
export const dayIn = (cell: Cell | undefined): string | undefined =>
  typeof cell === 'object' && cell !== null && 'number' in cell && cell.format.includes('yyyy')
    ? daysLater('1899-12-30', cell.number)
    : undefined
export const headingOf = (key: DataKey) => wordsFor('en').t(`releases:workbook.column.${key}`)
/** Rows of a table by the heading of each column. */
export function rowsOf({ rows, table }: SheetPlan): Record<string, Cell>[] {
  const headingRow = table!.headingRow
  const headings = rows[headingRow - 1]!.cells.map(wordsIn)
  return rows.slice(headingRow).map(({ cells }) => Object.fromEntries(cells.map((cell, at) => [headings[at]!, cell])))
}

/** Where a column of *Data* stands, in whatever language: of one in two languages the first. */
export function dataColumn({ rows, table }: SheetPlan, key: DataKey): number {
  const names = (['vi', 'en'] as const).map((language) => wordsFor(language).t(`releases:workbook.column.${key}`))
  return rows[table!.headingRow - 1]!.cells.findIndex((cell) =>
    wordsIn(cell)
      .split(' / ')
      .some((one) => names.includes(one)),
  )
}
