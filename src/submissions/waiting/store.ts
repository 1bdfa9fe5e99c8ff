import type { Db } from '../../../db/connection.ts'

/** Submissions that wait for approval, the longest waiting first: the order of the list, and of going from one to the next. */
export function waitingSubmissions(db: Db): number[] {
  return (db.prepared(WAITING).all() as [number][]).map(([id]) => id)
}

const WAITING = `select id from submission where state = 'submitted' order by changed_at, quarter, id`
