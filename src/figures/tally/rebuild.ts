import type { Db } from '../../../db/connection.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import { rebuildRestatements } from './restatement-store.ts'
import { removeTally, staleTallies, writeTally } from './store.ts'

/** Makes the stale tallies anew; to be called after the framework has changed. @returns how many */
export function freshenTally(db: Db): number {
  const stale = [...staleTallies(db)]
  for (const id of stale) rebuild(db, id)
  return stale.length
}

/**
 * Makes anew what rests on facts that another hand wrote: the stale tallies and, where there are any, what was restated. At
 * start; what changes the framework alone freshens the tallies.
 */
export function repairTally(db: Db): void {
  if (staleTallies(db).size === 0) return
  db.tx(() => rebuildRestatements(db))
  freshenTally(db)
}

/** Makes every tally, and what was restated, anew from the facts. */
export function rebuildTally(db: Db): void {
  db.tx(() => rebuildRestatements(db))
  for (const { id } of historiesAsAt(db)) rebuild(db, id)
}

function rebuild(db: Db, id: number): void {
  db.tx(() => {
    removeTally(db, id)
    const indicator = historiesAsAt(db).find((one) => one.id === id)
    if (indicator) writeTally(db, indicator)
  })
}
