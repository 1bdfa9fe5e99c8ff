import type { PublishableTable } from '../disclosure/publishable.ts'
import type { Words } from '../language/words.ts'
import { numberIn } from './point.ts'

/**
 * For whose eyes a table is, which it says wherever it goes: as whom its figures are looked at or, where it counts people who could be harmed
 * and nothing of it is hidden, that it is for staff.
 */
export function audienceText({ seenAs, indicator, cells }: PublishableTable, words: Words): string | null {
  if (seenAs) return words.of(seenAs)
  const hasNumbers = cells.flat().some(({ shown }) => numberIn(shown) !== null)
  return indicator.sensitivity > 0 && hasNumbers ? words.t('charts:staff-only') : null
}
