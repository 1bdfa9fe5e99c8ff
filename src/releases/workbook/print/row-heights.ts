import { wrappedLines } from '../../../spreadsheet/text-width.ts'
import { roomAcross } from '../../../spreadsheet/writing/room.ts'
import type { Cell, ColumnPlan, RowPlan, SheetPlan } from '../plan.ts'
import { lettersOf, RUNNING } from './letters.ts'

/** Of a line of letters, by their size; and what a row has above and below. */
const LINE = 1.16
const AROUND = 0.75
/** No row can be taller (Excel specifications and limits). */
const TALLEST = 409
/** What parts tables on a sheet without an empty row between them. */
const ABOVE_GROUP = 1

/**
 * Gives every row the height that its words need: not every spreadsheet program works it out when it opens a file. Heights follow from
 * words alone, never from a value.
 */
export function withRowHeights(sheet: SheetPlan): SheetPlan {
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, height: row.height ?? heightOf(row, sheet) })) }
}

/** In points. */
export function heightOf(row: RowPlan, { columns }: Pick<SheetPlan, 'columns'>): number {
  const { style, cells } = row
  const isRunning = style !== undefined && RUNNING.includes(style)
  const heights = cells.map((cell, at) => {
    const letters = lettersOf(cell, style)
    const column = columns[at]
    const wraps = column && !isRunning && (column.wrap !== false || style !== undefined)
    const lines = wraps ? wrappedLines(wordsOf(cell), roomIn(column), letters) : 1
    return lines * letters.size * LINE
  })
  const most = Math.max(lettersOf('', style).size * LINE, ...heights) + AROUND + (style === 'group' ? ABOVE_GROUP : 0)
  return Math.min(TALLEST, Math.ceil(most * 4) / 4)
}

/** In characters: one step is three spaces of the standard letters (ECMA-376, part 1, §18.8.1), in some programs a little more. */
const INDENT = 1.8

/** The room that words have in a cell of a column. */
export function roomIn({ width, indented }: ColumnPlan): number {
  return roomAcross([{ width: width - (indented ? INDENT : 0) }])
}

function wordsOf(cell: Cell): string {
  if (typeof cell === 'string') return cell
  return typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : ''
}
