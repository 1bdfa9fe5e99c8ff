import type { Db } from '../../../db/connection.ts'
import { record } from '../../trail/store.ts'
import type { IssuingProblem } from '../../vocabulary/release.ts'
import { setAttemptProblem } from './issuing-store.ts'

/** Nothing was issued: the page of the report says why, and the trail that it was tried. */
export function failIssuing(db: Db, id: number, problem: IssuingProblem, now: number): void {
  db.tx(() => {
    if (!setAttemptProblem(db, id, problem)) return
    record(db, {
      at: now,
      by: null,
      verb: 'release.issuing-failed',
      subject: ['release', id],
      detail: { failure: problem },
    })
  })
}
