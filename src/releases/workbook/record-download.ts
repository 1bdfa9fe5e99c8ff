import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import type { ReportForm } from '../../vocabulary/release.ts'
import type { Release } from '../release.ts'

/**
 * Who took which file away, as the trail of what has left.
 * @param form the workbook, unless said otherwise
 */
export function recordDownload(db: Db, by: Person, { id, state }: Release, now: number, form?: ReportForm): void {
  const detail = { draft: state !== 'issued', ...(form ? { form } : {}) }
  db.tx(() => record(db, { at: now, by, verb: 'release.downloaded', subject: ['release', id], detail }))
}
