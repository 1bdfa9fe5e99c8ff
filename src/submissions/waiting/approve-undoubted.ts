import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { approve } from '../review/approve.ts'
import type { Chosen } from './form.ts'
import { loadWaitingOne } from './load.ts'

/**
 * Approves what waits and is without doubt, each with a line of its own in the trail, all in one transaction.
 * What has changed since it was shown, is doubtful by now or waits no more is left as it is.
 * @returns ids of those approved and of those left
 */
export function approveUndoubted(
  db: Db,
  by: Person,
  chosen: readonly Chosen[],
  now: number,
): { approved: number[]; left: number[] } {
  const readClear = () => new Set(chosen.flatMap(({ id }) => (isClear(db, by, id, now) ? [id] : [])))
  // Each is read whole, before others are kept from writing; only where somebody wrote in between is it read again.
  const version = db.dataVersion()
  const clear = readClear()
  return db.tx(() => {
    const stillClear = db.dataVersion() === version ? clear : readClear()
    const approved: number[] = []
    const left: number[] = []
    for (const { id, version: shown } of chosen) {
      const outcome = stillClear.has(id) ? approve(db, { by, now, version: shown }, id) : null
      if (outcome && 'done' in outcome) approved.push(id)
      else left.push(id)
    }
    return { approved, left }
  })
}

function isClear(db: Db, by: Person, id: number, now: number): boolean {
  return loadWaitingOne(db, by, id, now)?.doubts.length === 0
}
