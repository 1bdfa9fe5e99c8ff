import type { Db } from '../db/connection.ts'
import type { CommandOutcome } from './command.ts'
import { declareRelation } from './framework/relations/declare-relation.ts'
import { endRelation } from './framework/relations/end-relation.ts'
import { outcomeText } from './framework/relations/in-words.ts'
import { loadRelations } from './framework/relations/relations-load.ts'
import type { TerminalLine } from './language/terminal.ts'
import { places } from './places/store.ts'

/**
 * `npm run relations`: which indicators rest on what another one counts, and which seem to. `npm run relations -- V6 V3` declares
 * it, `npm run relations -- end V6` ends it.
 */
export async function relationsCommand(db: Db, given: string[]): Promise<CommandOutcome> {
  const [first, second] = given
  if (first === undefined) return { done: true, lines: listed(db) }
  if (first === 'end') {
    const indicator = second ?? ''
    const done = endRelation(db, null, indicator, Date.now())
    return { done, lines: [({ t }) => t(`indicators:relation.${done ? 'ended' : 'not-declared'}`, { indicator })] }
  }
  const relation = { indicator: first, counted: second ?? '' }
  const outcome = declareRelation(db, null, relation, Date.now())
  return {
    done: 'declared' in outcome,
    lines: [(words) => outcomeText(relation, outcome, (id) => places(db).byId.get(id)?.name, words)],
  }
}

function listed(db: Db): TerminalLine[] {
  const { declared, suggested } = loadRelations(db)
  const none: TerminalLine = ({ t }) => t('indicators:relation.none')
  const nothing: TerminalLine = ({ t }) => t('indicators:relation.nothing-suggested')
  const those = declared.map(
    (one): TerminalLine =>
      ({ t }) =>
        t('indicators:relation.declared', one),
  )
  const alike = suggested.map(
    (one): TerminalLine =>
      ({ t }) =>
        t('indicators:relation.suggested', one),
  )
  return [...(those.length > 0 ? those : [none]), ...(alike.length > 0 ? alike : [nothing])]
}
