import { legendText } from '../figures/in-words.ts'
import { MARK_NAMES } from '../figures/marks.ts'
import type { Words } from '../language/words.ts'

/** Nothing on a screen says yet that a figure was restated. */
const ON_SCREENS = MARK_NAMES.filter((name) => name !== 'revised')

/** What the signs mean that stand in place of a number or beside it, for the foot of a page of figures. */
export function signsOf(words: Words): string[] {
  return [...ON_SCREENS.map((name) => legendText(name, words)), words.t('charts:donor-legend')]
}
