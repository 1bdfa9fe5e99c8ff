import type { Quarter } from '../../calendar/quarter.ts'
import { quarter as quarterText } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { PlaceRefusal } from '../../places/place-change.ts'
import type { ReplanningRefusal } from '../../project/replanning.ts'

/** Why what is measured stays as it is; the sentences are in the language files under `indicators.refused`. */
export const DEFINITION_REFUSALS = [
  'unknown-indicator',
  'unknown-breakdown',
  'unknown-category',
  /** It would end before it begins. */
  'ends-first',
  /** The measure asks for other fields than there are: a ratio has a denominator, a milestone stages. */
  'does-not-fit',
  /** Nothing is measured, or no such breakdown or category is in use, in those quarters. */
  'not-in-use',
  /** Values have been given in a quarter that would have no definition, breakdown or category any more. */
  'none-for-values',
  /** Values have been given in a quarter whose measure would be another one: 12 persons are not 12 per cent. */
  'other-measure-for-values',
] as const
export type DefinitionRefusal = {
  code: (typeof DEFINITION_REFUSALS)[number]
  /** What it is about: a code, or a field. */
  what: string
  /** The first quarter that stands against it. */
  quarter?: Quarter
}

/** Why a change on the list of changes is not made, and of what: of what is measured unless it says so. */
export type ChangeRefusal =
  | (DefinitionRefusal & { about?: never })
  | ({ about: 'place' } & PlaceRefusal)
  | ({ about: 'project' } & ReplanningRefusal)

/** The same for each of them. */
export function changeRefusalText(refusal: ChangeRefusal, words: Words): string {
  if (refusal.about === undefined) return refusalText(refusal, words)
  const { what, quarter } = refusal
  const values = { what, quarter: quarter === undefined ? '' : quarterText(quarter, words.language) }
  return refusal.about === 'place'
    ? words.t(`indicators:refused-place.${refusal.code}`, values)
    : words.t(`periods:refused-plan.${refusal.code}`, values)
}

/** What a person is told, with what to do next. */
export function refusalText({ code, what, quarter }: DefinitionRefusal, words: Words): string {
  const named = quarter === undefined ? '' : quarterText(quarter, words.language)
  return words.t(`indicators:refused.${code}`, { what, quarter: named })
}
