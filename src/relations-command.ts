import type { Db } from '../db/connection.ts'
import type { CommandOutcome } from './command.ts'
import { declareRelation } from './framework/relations/declare-relation.ts'
import { endRelation } from './framework/relations/end-relation.ts'
import { outcomeText } from './framework/relations/in-words.ts'
import { loadRelations } from './framework/relations/relations-load.ts'
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
  return {
    done: 'declared' in outcome,
    lines: inBoth((words) => [outcomeText(relation, outcome, (id) => places(db).byId.get(id)?.name, words)]),
  }
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

function inBoth(say: (words: Words) => string[]): string[] {
  return (['vi', 'en'] as const).flatMap((language) => say(wordsFor(language)))
}
