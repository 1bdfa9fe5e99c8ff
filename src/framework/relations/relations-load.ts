import type { Db } from '../../../db/connection.ts'
import { type BaseRelation, type SuggestedRelation, suggestedRelations } from '../../indicators/relations/relation.ts'
import { baseRelations, reporterTotals } from '../../indicators/relations/relation-store.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'

/** Which indicators are related, and which are so in every report and nobody has said it. */
export function loadRelations(db: Db): { declared: BaseRelation[]; suggested: SuggestedRelation[] } {
  const declared = baseRelations(db)
  const indicators = indicatorsAsAt(db)
  const totals = new Map(indicators.map((indicator) => [indicator.code, reporterTotals(db, indicator)]))
  return { declared, suggested: suggestedRelations(indicators, totals, declared) }
}
