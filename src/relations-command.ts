import type { Db } from '../db/connection.ts'
import type { CommandOutcome } from './command.ts'
import { type DeclaredRelation, declareRelation } from './framework/relations/declare-relation.ts'
import { endRelation } from './framework/relations/end-relation.ts'
import { loadRelations } from './framework/relations/relations-load.ts'
import type { BaseRelation } from './indicators/relations/relation.ts'
import { quarter } from './language/format.ts'
import { type Words, wordsFor } from './language/words.ts'
import { places } from './places/store.ts'

/**
 * `npm run relations`: which indicators rest on what another one counts, and which seem to. `npm run relations -- V6 V3` declares
 * it, `npm run relations -- end V6` ends it. Says everything in both languages.
 */
export async function relationsCommand(db: Db, given: string[]): Promise<CommandOutcome> {
  const [first, second] = given
  if (first === undefined) return { done: true, lines: inBoth((words) => listed(db, words)) }
  if (first === 'end') {
    const indicator = second ?? ''
    const done = endRelation(db, null, indicator, Date.now())
    return {
      done,
      lines: inBoth(({ t }) => [t(`indicators:relation.${done ? 'ended' : 'not-declared'}`, { indicator })]),
    }
  }
  const relation = { indicator: first, counted: second ?? '' }
  const outcome = declareRelation(db, null, relation, Date.now())
  return { done: 'declared' in outcome, lines: inBoth((words) => [outcomeText(db, relation, outcome, words)]) }
}

function listed(db: Db, { t }: Words): string[] {
  const { declared, suggested } = loadRelations(db)
  return [
    ...(declared.length === 0 ? [t('indicators:relation.none')] : []),
    ...declared.map((one) => t('indicators:relation.declared', one)),
    ...suggested.map((one) => t('indicators:relation.suggested', one)),
    ...(suggested.length === 0 ? [t('indicators:relation.nothing-suggested')] : []),
  ]
}

function outcomeText(db: Db, relation: BaseRelation, outcome: DeclaredRelation, words: Words): string {
  const { t, language } = words
  if ('declared' in outcome) return t('indicators:relation.now-declared', { ...relation, alike: outcome.alike })
  if ('refused' in outcome) return t(`indicators:relation.refused.${outcome.refused}`, relation)
  const [first, ...others] = outcome.unlike
  const place = places(db).byId.get(first!.placeId)
  return t('indicators:relation.unlike', {
    ...relation,
    place: place ? words.of(place.name) : String(first!.placeId),
    quarter: quarter(first!.quarter, language),
    more: others.length === 0 ? '' : t('indicators:relation.more', { count: others.length }),
  })
}

function inBoth(say: (words: Words) => string[]): string[] {
  return (['vi', 'en'] as const).flatMap((language) => say(wordsFor(language)))
}
