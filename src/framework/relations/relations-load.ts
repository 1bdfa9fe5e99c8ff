import type { Db } from '../../../db/connection.ts'
import { type BaseRelation, suggestedRelations } from '../../indicators/relations/relation.ts'
import { baseRelations, declinedRelations, reporterTotals } from '../../indicators/relations/relation-store.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import type { RelationsState } from './page.ts'

/** Which indicators are related, which are so in every report and nobody has said it, and which are said not to be. */
export function loadRelations(db: Db): RelationsState {
  const declared = baseRelations(db)
  const declined = declinedRelations(db)
  const indicators = indicatorsAsAt(db)
  const totals = new Map(indicators.map((indicator) => [indicator.code, reporterTotals(db, indicator)]))
  return {
    declared,
    suggested: suggestedRelations(indicators, totals, declared, declined),
    // What was declared since is related after all.
    declined: declined.filter((one) => !declared.some((other) => isSameRelation(one, other))),
    names: new Map(indicators.map(({ code, name }) => [code, name])),
  }
}

function isSameRelation(one: BaseRelation, other: BaseRelation): boolean {
  return one.indicator === other.indicator && one.counted === other.counted
}
