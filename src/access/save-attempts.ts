import type { Db } from '../../db/connection.ts'
import { deleteFailures, insertFailures } from './attempt-store.ts'
import type { Attempts } from './attempts.ts'

/** At the end of the program, in place of what was stored before: no more than is remembered, however many failed. */
export function saveAttempts(db: Db, attempts: Attempts, now: number): void {
  db.tx(() => {
    deleteFailures(db)
    for (const stored of attempts.remembered(now)) insertFailures(db, stored)
  })
}
