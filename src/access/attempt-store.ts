import { gt } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { failedAttempt } from '../../db/schema.ts'
import type { StoredFailures } from './attempts.ts'

/** Those that are still remembered, those that failed longest ago first. */
export function storedFailures(db: Db, now: number): StoredFailures[] {
  return db.select().from(failedAttempt).where(gt(failedAttempt.forgottenAt, now)).orderBy(failedAttempt.lastAt).all()
}

export function deleteFailures(db: Db): void {
  db.delete(failedAttempt).run()
}

export function insertFailures(db: Db, stored: StoredFailures): void {
  db.insert(failedAttempt).values(stored).run()
}
