import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { record } from '../trail/store.ts'
import { deleteDeviationTexts } from './deviations/store.ts'
import { deleteAttempt } from './issuing/issuing-store.ts'
import { deleteNextReport } from './next-report/next-report-store.ts'
import { deleteAgreements, deleteRecipients } from './people-store.ts'
import { deleteSupersession } from './standing/standing-store.ts'
import { deleteRelease, releaseById } from './store.ts'
import { deleteTicks } from './ticks/ticks-store.ts'

/** A release that was never issued leaves only its events in the trail. */
export function discardRelease(db: Db, by: Person, id: number, now: number): boolean {
  return db.tx(() => {
    const release = releaseById(db, id)
    if (!release || release.state === 'issued') return false
    deleteAgreements(db, id)
    deleteRecipients(db, id)
    deleteTicks(db, id)
    deleteNextReport(db, id)
    deleteDeviationTexts(db, id)
    deleteAttempt(db, id)
    deleteSupersession(db, id)
    deleteRelease(db, id)
    record(db, { at: now, by, verb: 'release.discarded', subject: ['release', id], detail: {} })
    return true
  })
}
