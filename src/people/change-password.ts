import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { endSessionsOf } from '../access/session-store.ts'
import { record } from '../trail/store.ts'
import { setPasswordHash } from './store.ts'

/** Somebody at an open session of this person did not know their password. */
export function refusePassword(db: Db, person: Person, now: number): void {
  db.tx(() =>
    record(db, { at: now, by: person, verb: 'person.password-refused', subject: ['person', person.id], detail: {} }),
  )
}

/**
 * A new password ends every other session of the person.
 * @param ownSession hash of the session that goes on; null when it is somebody else's password
 */
export function changePassword(
  db: Db,
  by: Person,
  id: number,
  passwordHash: string,
  ownSession: string | null,
  now: number,
): void {
  db.tx(() => {
    setPasswordHash(db, id, passwordHash)
    endSessionsOf(db, id, ownSession)
    record(db, { at: now, by, verb: 'person.password-changed', subject: ['person', id], detail: {} })
  })
}
