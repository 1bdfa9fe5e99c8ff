import { quarter } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Explanation } from './explanation.ts'

/** What a reporter wrote, and by whom it is, without a name. */
export function commentWords({ partner, place, quarter: of, role, text }: Explanation, words: Words) {
  const { t, language } = words
  const by = t('releases:explanations.by', {
    ...{ partner: words.of(partner), place: words.of(place) },
    ...{ quarter: quarter(of, language), role: t(`people:role.${role}`) },
  })
  return { by, lines: writtenLines(text) }
}

/** Lines in which something stands. */
export function writtenLines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}
