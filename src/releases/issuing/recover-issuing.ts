import type { Db } from '../../../db/connection.ts'
import { failIssuing } from './fail-issuing.ts'
import { attemptsWithoutEnd } from './issuing-store.ts'

/** When the program starts, nobody is at work on what was being issued when it ended: not a part of it has been written. */
export function recoverIssuing(db: Db, now: number): void {
  for (const id of attemptsWithoutEnd(db)) failIssuing(db, id, 'interrupted', now)
}
