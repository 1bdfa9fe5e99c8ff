import type { BaseRelation } from '../../indicators/relations/relation.ts'
import { quarter } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import type { DeclaredRelation } from './declared-relation.ts'

/** What came of declaring a relation, and what to do where it was refused. @param placeNames by id */
export function outcomeText(
  relation: BaseRelation,
  outcome: DeclaredRelation,
  placeNames: (id: number) => Text | undefined,
  words: Words,
): string {
  const { t, language } = words
  if ('declared' in outcome) return t('indicators:relation.now-declared', { ...relation, alike: outcome.alike })
  if ('refused' in outcome) return t(`indicators:relation.refused.${outcome.refused}`, relation)
  const [first, ...others] = outcome.unlike
  const place = placeNames(first!.placeId)
  return t('indicators:relation.unlike', {
    ...relation,
    place: place ? words.of(place) : String(first!.placeId),
    quarter: quarter(first!.quarter, language),
    more: others.length === 0 ? '' : t('indicators:relation.more', { count: others.length }),
  })
}
