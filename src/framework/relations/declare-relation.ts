import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { type BaseRelation, compareBases, refusedBetween } from '../../indicators/relations/relation.ts'
import { baseRelations, insertBaseRelation, reporterTotals } from '../../indicators/relations/relation-store.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import { record } from '../../trail/store.ts'
import type { DeclaredRelation } from './declared-relation.ts'

/**
 * What stands under the values of an indicator is, from now on, known to be what another one counts: to those who protect reports
 * and to those who read them. It has to be so in every report that is approved.
 */
export function declareRelation(
  db: Db,
  by: Pick<Person, 'id'> | null,
  { indicator: code, counted: countedCode }: BaseRelation,
  now: number,
): DeclaredRelation {
  return db.tx((): DeclaredRelation => {
    const known = new Map(indicatorsAsAt(db).map((one) => [one.code, one]))
    const [indicator, counted] = [known.get(code), known.get(countedCode)]
    if (!indicator || !counted || indicator === counted) return { refused: 'unknown' }
    const refused = refusedBetween(indicator, counted)
    if (refused) return { refused }
    if (baseRelations(db).some((one) => one.indicator === code)) return { refused: 'declared' }
    const { alike, unlike } = comparedNow(db, indicator, counted)
    if (unlike.length > 0) return { unlike }
    if (alike === 0) return { refused: 'never-together' }
    insertBaseRelation(db, { indicatorId: indicator.id, countedId: counted.id }, now)
    const detail = { base: countedCode, alike }
    record(db, { at: now, by, verb: 'indicator.related', subject: ['indicator', code], detail })
    return { declared: { indicator: code, counted: countedCode }, alike }
  })
}

function comparedNow(db: Db, indicator: DefinedIndicator, counted: DefinedIndicator) {
  return compareBases(reporterTotals(db, indicator), reporterTotals(db, counted))
}
