import type { Db } from '../../../db/connection.ts'
import { type BaseRelation, type SuggestedRelation, suggestedRelations } from '../../indicators/relations/relation.ts'
import { baseRelations, declinedRelations, reporterTotals } from '../../indicators/relations/relation-store.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import type { RelationsState } from './page.ts'

/** Which indicators are related, and which are so in every report and nobody has said it, nor that they are not. */
export function loadRelations(db: Db): { declared: BaseRelation[]; suggested: SuggestedRelation[] } {
  const declared = baseRelations(db)
  const indicators = indicatorsAsAt(db)
  const totals = new Map(indicators.map((indicator) => [indicator.code, reporterTotals(db, indicator)]))
  return { declared, suggested: suggestedRelations(indicators, totals, declared, declinedRelations(db)) }
}

/** The same with those that are said not to be related, and the names of all. */
export function loadRelationsState(db: Db): RelationsState {
  const { declared, suggested } = loadRelations(db)
  const isDeclared = (one: BaseRelation) =>
    declared.some(({ indicator, counted }) => indicator === one.indicator && counted === one.counted)
  return {
    declared,
    suggested,
    declined: declinedRelations(db).filter((one) => !isDeclared(one)),
    names: new Map(indicatorsAsAt(db).map(({ code, name }) => [code, name])),
  }
}
