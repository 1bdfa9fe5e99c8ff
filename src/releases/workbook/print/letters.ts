import type { Letters } from '../../../spreadsheet/text-width.ts'
import type { Cell, RowStyle } from '../plan.ts'
import { CELL_LETTERS, ROW_LETTERS, STRONG_LETTERS } from '../theme.ts'

/** Rows whose texts run on over the empty cells beside them; in the others they wrap. */
export const RUNNING: readonly RowStyle[] = ['title', 'subtitle', 'group', 'note']

export function lettersOf(cell: Cell, style: RowStyle | undefined): Letters {
  const isToned = typeof cell === 'object' && cell !== null && 'tone' in cell
  if (isToned) return STRONG_LETTERS
  return style && typeof cell !== 'object' ? ROW_LETTERS[style] : CELL_LETTERS
}
