import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { isOver } from '../calendar/period.ts'
import { type Quarter, quarterCode } from '../calendar/quarter.ts'
import { addClosing, endClosing, isClosed } from '../calendar/store.ts'
import { loadSlots } from '../submissions/board/load.ts'
import { record } from '../trail/store.ts'
import type { Unchanged } from './form.ts'
import { outstandingIn, outstandingMark } from './outstanding.ts'

/**
 * Closes a quarter that is over: from now on nothing in it is saved or handed in. While submissions are outstanding in it, it is
 * closed only by somebody to whom they were named as they stand.
 * @param seen the mark of what was named; '' = nothing was
 * @returns why it stays open, or null
 */
export function closePeriod(
  db: Db,
  by: Person,
  quarter: Quarter,
  seen: string,
  now: number,
): Unchanged | 'outstanding' | null {
  return db.tx(() => {
    if (isClosed(db, quarter)) return 'already-closed'
    if (!isOver(quarter, now)) return 'not-over'
    const outstanding = outstandingIn(loadSlots(db, { from: quarter, to: quarter }, now))
    if (outstanding.length > 0 && outstandingMark(outstanding) !== seen) return 'outstanding'
    addClosing(db, { quarter, closedAt: now, closedBy: by.id })
    record(db, { at: now, by, verb: 'period.closed', subject: ['period', quarterCode(quarter)], detail: {} })
    return null
  })
}

/** @param reason kept with the closing that ends; it has been looked at for personal data before */
export function reopenPeriod(db: Db, by: Person, quarter: Quarter, reason: string, now: number): Unchanged | null {
  return db.tx(() => {
    if (!endClosing(db, quarter, { reopenedAt: now, reopenedBy: by.id, reason })) return 'not-closed'
    record(db, { at: now, by, verb: 'period.reopened', subject: ['period', quarterCode(quarter)], detail: {} })
    return null
  })
}
