import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { endSessionsOf } from '../access/session-store.ts'
import { record } from '../trail/store.ts'
import { setDisabled } from './store.ts'

/** Locks a person out at once: their sessions end with it. */
export function lockPerson(db: Db, by: Person, id: number, now: number): void {
  db.tx(() => {
    setDisabled(db, id, now)
    endSessionsOf(db, id)
    record(db, { at: now, by, verb: 'person.disabled', subject: ['person', id], detail: {} })
  })
}

export function unlockPerson(db: Db, by: Person, id: number, now: number): void {
  db.tx(() => {
    setDisabled(db, id, null)
    record(db, { at: now, by, verb: 'person.enabled', subject: ['person', id], detail: {} })
  })
}
