import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { endSessionsOf } from '../access/session-store.ts'
import { record } from '../trail/store.ts'
import { setPasswordHash } from './store.ts'

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
