import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import type { Release } from '../release.ts'

/** Who took which workbook away, as the trail of what has left. */
export function recordDownload(db: Db, by: Person, { id, state }: Release, now: number): void {
  const detail = { draft: state !== 'issued' }
  db.tx(() => record(db, { at: now, by, verb: 'release.downloaded', subject: ['release', id], detail }))
}
