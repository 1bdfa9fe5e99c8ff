import { textWidth } from '../../../spreadsheet/text-width.ts'
import { roomAcross } from '../../../spreadsheet/writing/room.ts'
import { inOneLine } from '../bilingual.ts'
import type { Cell, ColumnPlan, RowPlan } from '../plan.ts'
import { lettersOf, RUNNING } from './letters.ts'

/** Rows whose texts in two languages stand beside each other wherever a line of their column has room for both, else as before. */
export function besideEachOther(rows: readonly RowPlan[], columns: readonly ColumnPlan[]): RowPlan[] {
  return rows.map((row): RowPlan => {
    if (row.style && RUNNING.includes(row.style)) return row
    const beside = (cell: Cell, at: number): Cell => {
      const column = columns[at]
      const fits = (text: string) => column && textWidth(text, lettersOf(cell, row.style)) <= roomAcross([column])
      const joined = (text: string) => (text.split('\n').length === 2 && fits(inOneLine(text)) ? inOneLine(text) : text)
      if (typeof cell === 'string') return joined(cell)
      return typeof cell === 'object' && cell && 'tone' in cell ? { ...cell, text: joined(cell.text) } : cell
    }
    return { ...row, cells: row.cells.map(beside) }
  })
}
