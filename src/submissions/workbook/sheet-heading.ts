import { quarterWithDates } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { LANGUAGES } from '../../vocabulary/language.ts'
import { headingOf } from '../page/heading.ts'
import type { LoadedSubmission } from '../page-state.ts'

/** Whose form it is and of which quarter, as it stands at the head of each of its sheets. */
export function sheetHeading(loaded: LoadedSubmission, words: Words): { whose: string; when: string } {
  const { partner, place, quarter } = headingOf(loaded, words)
  return { whose: [partner, place].filter(Boolean).join(', '), when: quarterWithDates(quarter, words.language) }
}

/** The same in every language that an Excel form may be in, for a sheet that is pasted: each line of a heading in each language. */
export function sheetHeadings(loaded: LoadedSubmission, words: Words): string {
  const all = LANGUAGES.map((language) => sheetHeading(loaded, words.in(language)))
  return JSON.stringify([all.map(({ whose }) => whose), all.map(({ when }) => when)])
}
