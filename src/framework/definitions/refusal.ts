import type { QuarterRefusal } from '../../calendar/refusal.ts'
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
/** It is about a code, or a field. */
export type DefinitionRefusal = QuarterRefusal<(typeof DEFINITION_REFUSALS)[number]>

/** Why a change on the list of changes is not made, and of what: of what is measured unless it says so. */
export type ChangeRefusal =
  | (DefinitionRefusal & { about?: never })
  | ({ about: 'place' } & PlaceRefusal)
  | ({ about: 'project' } & ReplanningRefusal)

/** What a person is told, with what to do next. */
export function refusalText(refusal: ChangeRefusal, words: Words): string {
  const { what, quarter } = refusal
  const values = { what, quarter: quarter === undefined ? '' : quarterText(quarter, words.language) }
  switch (refusal.about) {
    case 'place':
      return words.t(`indicators:refused-place.${refusal.code}`, values)
    case 'project':
      return words.t(`periods:refused-plan.${refusal.code}`, values)
    default:
      return words.t(`indicators:refused.${refusal.code}`, values)
  }
}
