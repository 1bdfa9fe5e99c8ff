import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { agreementsOf, insertAgreement } from '../people-store.ts'
import { mayAgree } from '../release.ts'
import { releaseById } from '../store.ts'

export type Agreeing = 'agreed' | 'own' | 'not-now'

/** A second manager's word that a release may be issued: two pairs of eyes. */
export function agreeToRelease(db: Db, by: Person, id: number, now: number): Agreeing {
  return db.tx(() => {
    const release = releaseById(db, id)
    if (!release) return 'not-now'
    if (release.createdBy === by.id) return 'own'
    const agreed = agreementsOf(db, id).map((manager) => manager.id)
    if (!mayAgree(release, by, agreed)) return 'not-now'
    insertAgreement(db, id, by.id, now)
    record(db, { at: now, by, verb: 'release.approved', subject: ['release', id], detail: {} })
    return 'agreed'
  })
}
