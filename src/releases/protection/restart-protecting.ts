import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { deleteAgreements } from '../people-store.ts'
import { setProtecting } from '../store.ts'
import { type Afterwards, type Running, startProtecting } from './protect-release.ts'

/** Protecting begins anew: what was agreed to is no longer what would be issued. No when it has been issued. */
export function restartProtecting(running: Running, by: Person, id: number, afterwards?: Afterwards): boolean {
  const { db, now } = running
  const restarted = db.tx(() => {
    if (!setProtecting(db, id)) return false
    deleteAgreements(db, id)
    record(db, { at: now(), by, verb: 'release.protection-restarted', subject: ['release', id], detail: {} })
    return true
  })
  if (restarted) startProtecting(running, id, afterwards)
  return restarted
}
