import { type Db, orWhy } from '../../../db/connection.ts'
import type { Passing } from '../../assignments/handover.ts'
import { quarterCode } from '../../calendar/quarter.ts'
import { freshenTally } from '../../figures/tally/rebuild.ts'
import type { TrailEvent } from '../../trail/event.ts'
import { record } from '../../trail/store.ts'
import { namesIn } from './names-load.ts'

/**
 * Passes the duty to report each of some indicators on, or back: all of them or none, and what is kept of figures with them.
 * @param pass throws `RolledBack` with why one of them can't be passed
 */
export function eachOrNone<Refused>(
  db: Db,
  indicators: readonly string[],
  pass: (indicator: string) => void,
): Refused | null {
  return orWhy<null, Refused>(() =>
    db.tx(() => {
      for (const code of indicators) pass(code)
      freshenTally(db)
      return null
    }),
  )
}

/** What the trail says of one of them: between whom it passed, and from when. */
export function recordPassing(
  db: Db,
  event: Pick<TrailEvent, 'at' | 'by' | 'verb'>,
  indicator: string,
  { predecessor, heir, from }: Passing,
): void {
  const named = namesIn(db)
  const detail = { from: quarterCode(from), predecessor: named(predecessor), heir: named(heir) }
  record(db, { ...event, subject: ['indicator', indicator], detail })
}
