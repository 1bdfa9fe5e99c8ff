import type { Db } from '../../../db/connection.ts'
import { releasesIn } from '../store.ts'
import { failProtection } from './fail-protection.ts'

/** When the program starts, nobody is at work on what was being protected when it ended: it can be begun anew. */
export function recoverInterrupted(db: Db, now: number): void {
  for (const { id } of releasesIn(db, 'protecting')) failProtection(db, id, { code: 'interrupted', about: null }, now)
}
