import type { Text } from '../../language/text.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { Rag } from '../../vocabulary/rag.ts'
import type { ReleaseLanguage } from '../../vocabulary/release.ts'
import type { Release } from '../release.ts'

/**
 * A tracked figure so far from its plan that a report does not leave without a word about it (USAID asks for a deviation narrative, the
 * UK's annual reviews for the reason of a score). `percent` of what was planned by then, as printed; a stage has none.
 */
export type Deviation = { indicator: string; kind: 'behind' | 'above'; rag: Rag; percent: number | null }

/** What a manager says of one, in the languages of the report; null in those it does not have. */
export type DeviationText = Record<keyof Text, string | null>

/** By code of the indicator. */
export type DeviationTexts = ReadonlyMap<string, DeviationText>

/** The languages that an explanation has to be written in: each reader of a report in both has to be told. */
export function languagesToExplain(language: ReleaseLanguage): Language[] {
  return language === 'both' ? ['vi', 'en'] : [language]
}

/** Those about which something is still to be said. */
export function unexplainedIn(
  deviations: readonly Deviation[],
  texts: DeviationTexts,
  language: ReleaseLanguage,
): Deviation[] {
  const asked = languagesToExplain(language)
  return deviations.filter(({ indicator }) => asked.some((one) => !texts.get(indicator)?.[one]))
}

/** Which figures deviate is known once it is protected; once issued it is frozen. */
export function mayExplainDeviations({ state }: Pick<Release, 'state'>): boolean {
  return state === 'protected'
}
