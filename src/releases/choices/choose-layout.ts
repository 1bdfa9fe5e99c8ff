import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import type { Layout } from '../../vocabulary/release.ts'
import { deleteAgreements } from '../people-store.ts'
import { type Running, startProtecting } from '../protection/protect-release.ts'
import { setProtectingAs } from '../store.ts'

/** The same report, cut otherwise: it is protected anew. No when it has been issued. */
export function chooseLayout(running: Running, by: Person, id: number, layout: Layout): boolean {
  const { db, now } = running
  const chosen = db.tx(() => {
    if (!setProtectingAs(db, id, layout)) return false
    deleteAgreements(db, id)
    record(db, { at: now(), by, verb: 'release.protection-restarted', subject: ['release', id], detail: { layout } })
    return true
  })
  if (chosen) startProtecting(running, id)
  return chosen
}
