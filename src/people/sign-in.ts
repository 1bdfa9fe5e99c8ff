import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import type { Session } from '../access/session.ts'
import { endSession, forgetExpired, insertSession } from '../access/session-store.ts'
import { record } from '../trail/store.ts'

/** @param before the session of this browser until now, which ends with it */
export function signIn(db: Db, person: Person, session: Session, before: Session | null, now: number): void {
  db.tx(() => {
    forgetExpired(db, now)
    if (before) endSession(db, before.personId, before.idHash)
    insertSession(db, session)
    record(db, { at: now, by: person, verb: 'person.signed-in', subject: ['person', person.id], detail: {} })
  })
}

export function signOut(db: Db, person: Person, session: Session, now: number): void {
  db.tx(() => {
    endSession(db, person.id, session.idHash)
    record(db, { at: now, by: person, verb: 'person.signed-out', subject: ['person', person.id], detail: {} })
  })
}

/**
 * Ends another session of the person's own, such as that of a telephone that was lost.
 * @returns whether there was one
 */
export function signOutElsewhere(db: Db, person: Person, idHash: string, now: number): boolean {
  return db.tx(() => {
    if (!endSession(db, person.id, idHash)) return false
    record(db, { at: now, by: person, verb: 'person.session-ended', subject: ['person', person.id], detail: {} })
    return true
  })
}

/** Somebody tried a wrong password on this account. How often is bounded, so that the trail is too: see `Attempts`. */
export function recordFailedSignIn(db: Db, id: number, now: number): void {
  db.tx(() => record(db, { at: now, by: null, verb: 'person.sign-in-failed', subject: ['person', id], detail: {} }))
}
