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
  return db.tx(() => {
    const approved: number[] = []
    const left: number[] = []
    for (const { id, version } of chosen) {
      const isClear = loadWaitingOne(db, by, id, now)?.doubts.length === 0
      const outcome = isClear ? approve(db, { by, now, version }, id) : null
      if (outcome && 'done' in outcome) approved.push(id)
      else left.push(id)
    }
    return { approved, left }
  })
}
