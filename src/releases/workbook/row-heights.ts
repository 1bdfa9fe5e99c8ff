import type { Cell, RowPlan, RowStyle, SheetPlan } from './plan.ts'

/** Points per line of text in the standard size, and in the larger one of running text. */
const LINE = 13
const LARGE_LINE = 15
const TALLEST = 400

/**
 * Gives rows of wrapped text the height they need: not every spreadsheet program works it out when it opens a file.
 * Heights follow from words alone, never from a value.
 */
export function withRowHeights(sheet: SheetPlan): SheetPlan {
  return { ...sheet, rows: sheet.rows.map((row) => withHeight(row, sheet)) }
}

function withHeight(row: RowPlan, { columns }: SheetPlan): RowPlan {
  if (row.height !== undefined || (row.style && NEVER_WRAPPED.includes(row.style))) return row
  const lines = row.cells.map((cell, at) => {
    const column = columns[at]
    return column && (column.wrap !== false || row.style) ? linesIn(wordsOf(cell), column.width, row.style) : 1
  })
  const most = Math.max(1, ...lines)
  if (most === 1) return row
  const line = row.style === 'notice' || row.style === 'text' ? LARGE_LINE : LINE
  return { ...row, height: Math.min(TALLEST, most * line + 3) }
}

/** Titles run on into the empty cells beside them. */
const NEVER_WRAPPED: RowStyle[] = ['title', 'subtitle', 'group']

function wordsOf(cell: Cell): string {
  if (typeof cell === 'string') return cell
  return typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : ''
}

/** Words are not split, so a line seldom fills its column; bold letters are wider. */
function linesIn(text: string, width: number, style: RowStyle | undefined): number {
  const room = Math.max(4, width * (style ? 0.95 : 1.12))
  return text.split('\n').reduce((lines, line) => lines + wrappedLines(line, room), 0)
}

function wrappedLines(line: string, room: number): number {
  let [lines, used] = [1, 0]
  for (const word of line.split(' ')) {
    const length = Math.min(word.length, room)
    if (used > 0 && used + 1 + length > room) {
      lines++
      used = length
    } else used += (used > 0 ? 1 : 0) + length
    if (word.length > room) lines += Math.ceil(word.length / room) - 1
  }
  return lines
}
