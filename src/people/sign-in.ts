import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { forgetExpired } from '../access/session-store.ts'
import { record } from '../trail/store.ts'

export function signIn(db: Db, person: Person, now: number): void {
  db.tx(() => {
    forgetExpired(db, now)
    record(db, { at: now, by: person, verb: 'person.signed-in', subject: ['person', person.id], detail: {} })
  })
}

/** @param id whose account was tried; 0: nobody's */
export function refuseSignIn(db: Db, id: number, now: number): void {
  db.tx(() => {
    record(db, { at: now, by: null, verb: 'person.sign-in-failed', subject: ['person', id], detail: {} })
  })
}
