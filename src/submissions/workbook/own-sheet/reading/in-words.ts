import type { Words } from '../../../../language/words.ts'
import type { OwnSheetRead } from './own-sheet.ts'

/** Addresses named in a sentence; of more than these how many more there are. */
const MOST_NAMED = 12

/** What was left out of a sheet and why, a sentence each. */
export function ownSheetNotes(
  { unplaced, twice, unread, otherRows, isWithoutYear }: Omit<OwnSheetRead, 'forms'>,
  { t }: Words,
): string[] {
  const named = (addresses: readonly string[]) => {
    const rest = addresses.length - MOST_NAMED
    const first = addresses.slice(0, MOST_NAMED).join(', ')
    return rest > 0 ? t('submissions:own-sheet.and-more', { first, rest }) : first
  }
  return [
    ...(twice.length > 0 ? [t('submissions:own-sheet.note.twice', { cells: named(twice) })] : []),
    ...(unread.length > 0 ? [t('submissions:own-sheet.note.unread', { cells: named(unread) })] : []),
    ...(unplaced.length > 0 ? [t('submissions:own-sheet.note.unplaced', { cells: named(unplaced) })] : []),
    ...(isWithoutYear ? [t('submissions:own-sheet.note.without-year')] : []),
    ...(otherRows > 0 ? [t('submissions:own-sheet.note.other-rows', { count: otherRows })] : []),
  ]
}
