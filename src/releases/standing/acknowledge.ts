import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { recipientsOf } from '../people-store.ts'
import { releaseById } from '../store.ts'
import { acknowledgementsOf, insertAcknowledgement } from './standing-store.ts'

/** A recipient's word that a report has come, given once. No when it was not issued to them, or they have said so already. */
export function acknowledgeRelease(db: Db, by: Person, id: number, now: number): boolean {
  return db.tx(() => {
    const isTheirs = releaseById(db, id)?.state === 'issued' && recipientsOf(db, id).some((one) => one.id === by.id)
    if (!isTheirs || acknowledgementsOf(db, id).some((one) => one.id === by.id)) return false
    insertAcknowledgement(db, id, by.id, now)
    record(db, { at: now, by, verb: 'release.acknowledged', subject: ['release', id], detail: {} })
    return true
  })
}
