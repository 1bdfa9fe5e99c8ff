import { legendText } from '../figures/in-words.ts'
import { MARK_NAMES } from '../figures/marks.ts'
import type { Words } from '../language/words.ts'

/** What the signs mean that stand in place of a number or beside it, for the foot of a page of figures. */
export function signsOf(words: Words): string[] {
  return MARK_NAMES.map((name) => legendText(name, words))
}
