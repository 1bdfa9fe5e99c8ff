import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import type { BaseRelation } from '../../indicators/relations/relation.ts'
import { declinedRelations, insertDeclined } from '../../indicators/relations/relation-store.ts'
import { indicatorIds } from '../../indicators/store.ts'
import { record } from '../../trail/store.ts'

/**
 * Two indicators that are alike in every report are not related: it is not suggested again. No when one of them is not there, or it
 * has been said already. It may be declared all the same.
 */
export function declineRelation(
  db: Db,
  by: Pick<Person, 'id'> | null,
  { indicator, counted }: BaseRelation,
  now: number,
): boolean {
  return db.tx(() => {
    const ids = indicatorIds(db)
    const [indicatorId, countedId] = [ids.get(indicator), ids.get(counted)]
    if (indicatorId === undefined || countedId === undefined || indicatorId === countedId) return false
    if (declinedRelations(db).some((one) => one.indicator === indicator && one.counted === counted)) return false
    insertDeclined(db, { indicatorId, countedId }, now)
    const detail = { base: counted }
    record(db, { at: now, by, verb: 'indicator.relation-declined', subject: ['indicator', indicator], detail })
    return true
  })
}
