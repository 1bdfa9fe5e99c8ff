import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import type { Layout } from '../../vocabulary/release.ts'
import { deleteAgreements } from '../people-store.ts'
import { setProtecting } from '../store.ts'
import { type Afterwards, type Running, startProtecting } from './protect-release.ts'

/**
 * Protecting begins anew: what was agreed to is no longer what would be issued.
 * @param layout how the report is cut from now on, where that is otherwise
 * @param afterwards what is done once it is protected, where that is something else than usual
 * @returns no when it has been issued
 */
export function restartProtecting(
  running: Running,
  by: Person,
  id: number,
  { layout, afterwards }: { layout?: Layout; afterwards?: Afterwards } = {},
): boolean {
  const { db, now } = running
  const detail = layout ? { layout } : {}
  const restarted = db.tx(() => {
    if (!setProtecting(db, id, layout)) return false
    deleteAgreements(db, id)
    record(db, { at: now(), by, verb: 'release.protection-restarted', subject: ['release', id], detail })
    return true
  })
  if (restarted) startProtecting(running, id, afterwards)
  return restarted
}
