import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { endBaseRelation } from '../../indicators/relations/relation-store.ts'
import { indicatorIds } from '../../indicators/store.ts'
import { record } from '../../trail/store.ts'

/** From now on an indicator is taken to be related to no other: what was known stays readable. No when it was to none. */
export function endRelation(db: Db, by: Pick<Person, 'id'> | null, code: string, now: number): boolean {
  return db.tx(() => {
    const id = indicatorIds(db).get(code)
    if (id === undefined || !endBaseRelation(db, id, now)) return false
    record(db, { at: now, by, verb: 'indicator.unrelated', subject: ['indicator', code], detail: {} })
    return true
  })
}
