import { formatted } from '../../../../src/releases/tables/number-format.ts'
import {
  type Cell,
  type ColumnPlan,
  plainValue,
  type RowPlan,
  type SheetPlan,
} from '../../../../src/releases/workbook/plan.ts'
import { lettersOf, RUNNING } from '../../../../src/releases/workbook/print/letters.ts'
import { textWidth, wrappedLines } from '../../../../src/spreadsheet/text-width.ts'
import { roomAcross } from '../../../../src/spreadsheet/writing/room.ts'

/** What of a cell can't be seen: by the widths of letters against the room it has, and lines against the height of its row. */
export function cutIn({ rows, columns, name }: SheetPlan, language: 'vi' | 'en'): string[] {
  return rows.flatMap((row, nth) =>
    row.cells.flatMap((cell, at) =>
      isSeen(row, cell, at, columns, language) ? [] : [`${name} ${nth + 1}:${at + 1} ${String(plainValue(cell))}`],
    ),
  )
}

/** Dates and numbers of headings that have no room in a line, so that programs break them within. */
export function partedIn({ rows, columns, name }: SheetPlan): string[] {
  return rows.flatMap(({ cells, style }) =>
    style !== 'heading'
      ? []
      : cells.flatMap((cell, at) => {
          const words = String(plainValue(cell)).split(/\s+/)
          const isParted = (word: string) =>
            /\d/.test(word) && textWidth(word, lettersOf(cell, style)) > roomAcross([columns[at]!])
          return words.filter(isParted).map((word) => `${name} ${at + 1} ${word}`)
        }),
  )
}

function isSeen(row: RowPlan, cell: Cell, at: number, columns: ColumnPlan[], language: 'vi' | 'en'): boolean {
  const value = plainValue(cell)
  const column = columns[at]
  if (value === null || value === '') return true
  if (!column) return false
  const letters = lettersOf(cell, row.style)
  if (typeof value === 'number') {
    const format = typeof cell === 'object' && cell !== null && 'format' in cell ? cell.format : '#,##0'
    return textWidth(formatted(value, format, language), letters) <= roomAcross([column])
  }
  const runs = row.style !== undefined && RUNNING.includes(row.style)
  const isLink = typeof cell === 'object' && cell !== null && 'sheet' in cell
  const next = row.cells.findIndex((other, nth) => nth > at && other !== null)
  const free = columns.slice(at, next === -1 ? columns.length : next)
  if (runs || (isLink && row.style !== undefined)) return textWidth(value, letters) <= roomAcross(free)
  if (column.wrap === false && row.style === undefined) return textWidth(value, letters) <= roomAcross([column])
  // Three spaces of the standard letters, and a little.
  const room = roomAcross([{ width: column.width - (column.indented ? 1.6 : 0) }])
  return wrappedLines(value, room, letters) * letters.size * 1.15 <= row.height!
}
