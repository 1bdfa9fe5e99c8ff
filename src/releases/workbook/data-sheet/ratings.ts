import type { PublishableCell } from '../../../disclosure/publishable.ts'
import { MARKS } from '../../../figures/marks.ts'
import { NOTHING } from '../../../language/text.ts'
import type { Bilingual } from '../bilingual.ts'
import { ragCell } from '../cells.ts'
import { type Cell, plainValue } from '../plan.ts'

/** How a figure is rated by one plan, as a code; the sign of what is hidden where it is. */
export function ratingCode(cell: PublishableCell | null): string {
  if (!cell) return NOTHING
  const { shown } = cell
  return shown.kind === 'confidential' ? MARKS.confidential.sign : (shown.progress?.rag ?? 'grey')
}

/** The same in words, with why there is none. */
export function ratingOf(cell: PublishableCell | null, bilingual: Bilingual): Cell {
  return cell === null ? NOTHING : plainValue(ragCell(cell, bilingual))
}
