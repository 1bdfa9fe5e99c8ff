import { NOTHING } from '../../../language/text.ts'
import type { Bilingual } from '../bilingual.ts'
import { notSetCell } from '../cells.ts'
import { type Cell, isMark, type RowPlan, type SheetPlan } from '../plan.ts'

/**
 * A sheet that says which of its columns hold numbers, under each of its rows of headings: these stand to the right with all that
 * stands in their place, and a text that follows them stands apart. Not of *Data*, where a column has numbers or words and never both.
 */
export function withNumberColumns(sheet: SheetPlan, bilingual: Bilingual): SheetPlan {
  if (sheet.key === 'data') return sheet
  const notSet = notSetCell(bilingual)
  const isEmpty = (cells: readonly Cell[]) => cells.every((cell) => cell === NOTHING)
  const blocks = new Map(
    sheet.rows.flatMap((row, at) => (row.style === 'heading' ? [[row, blockAfter(sheet.rows, at)] as const] : [])),
  )
  const holdsNumbers = (column: number) =>
    [...blocks.values()].some((block) => isOfNumbers(cellsIn(block, column), notSet))
  // Where nothing stands it stands as what the tables above and below have there.
  const isNumeric = (cells: readonly Cell[], column: number) =>
    isEmpty(cells) ? holdsNumbers(column) : isOfNumbers(cells, notSet)
  const rows = sheet.rows.map((row): RowPlan => {
    const block = blocks.get(row)
    return block ? { ...row, numbers: row.cells.map((_, at) => isNumeric(cellsIn(block, at), at)) } : row
  })
  const hasWordsAfterNumbers = (column: number) =>
    rows.some(
      ({ numbers }, at) =>
        numbers?.[column - 1] === true &&
        numbers[column] === false &&
        cellsIn(blockAfter(rows, at), column).some((cell) => cell !== NOTHING),
    )
  return {
    ...sheet,
    rows,
    columns: sheet.columns.map((column, at) => (hasWordsAfterNumbers(at) ? { ...column, indented: true } : column)),
  }
}

/** The rows of a table: those with a look of their own are words between them. */
function blockAfter(rows: readonly RowPlan[], heading: number): RowPlan[] {
  const next = rows.findIndex(({ style }, at) => at > heading && style === 'heading')
  return rows.slice(heading + 1, next === -1 ? rows.length : next).filter(({ style }) => style === undefined)
}

function cellsIn(rows: readonly RowPlan[], column: number): Cell[] {
  return rows.flatMap(({ cells }) => cells[column] ?? [])
}

/** Some are numbers; or none is there, and what stands there says why. */
function isOfNumbers(cells: readonly Cell[], notSet: Cell): boolean {
  const isWithout = (cell: Cell) => isMark(cell) || isStage(cell) || cell === NOTHING || cell === notSet
  return (
    cells.some(isNumber) ||
    (cells.every(isWithout) && cells.some((cell) => isMark(cell) || isStage(cell) || cell === notSet))
  )
}

function isNumber(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'object' && cell !== null && 'number' in cell)
}

/** The name of a level in the place of its number. */
function isStage(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null && 'text' in cell && 'formula' in cell
}
