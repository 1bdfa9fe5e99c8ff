import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { releaseById } from '../store.ts'
import { insertWithdrawal, releaseStandingOf } from './standing-store.ts'

export type Withdrawing = 'withdrawn' | 'already-withdrawn' | 'not-issued'

/**
 * Says that an issued report is not to be relied on any more. Its file stays what it was, and with those who have it: they are told, on
 * its page and in the next report. It counts as known to its readers all the same.
 * @param keptOnWord the reason looked as if it named somebody, and its writer says that it does not
 */
export function withdrawRelease(
  db: Db,
  by: Person,
  id: number,
  { text, keptOnWord }: { text: string; keptOnWord: boolean },
  now: number,
): Withdrawing {
  return db.tx(() => {
    if (releaseById(db, id)?.state !== 'issued') return 'not-issued'
    if (releaseStandingOf(db, id).withdrawn) return 'already-withdrawn'
    insertWithdrawal(db, id, { at: now, byId: by.id, reason: text, confirmed: keptOnWord })
    const detail = keptOnWord ? { keptOnWord } : {}
    record(db, { at: now, by, verb: 'release.withdrawn', subject: ['release', id], detail })
    return 'withdrawn'
  })
}
