import type { Db } from '../../../db/connection.ts'
import type { Jobs } from '../../threads/jobs.ts'
import { record } from '../../trail/store.ts'
import type { ReleaseState } from '../../vocabulary/release.ts'
import { deleteAgreements } from '../people-store.ts'
import type { Failure } from '../release.ts'
import { setFailed } from '../store.ts'

/** @param from states in which it can fail: while it is protected, or later when what it rests on is found to be damaged */
export function failProtection(
  db: Db,
  id: number,
  failure: Failure,
  now: number,
  from: ReleaseState[] = ['protecting'],
): void {
  db.tx(() => {
    if (!setFailed(db, id, failure, from)) return
    deleteAgreements(db, id)
    const detail = { failure: failure.code, ...(failure.about === null ? {} : { about: failure.about }) }
    record(db, { at: now, by: null, verb: 'release.protection-failed', subject: ['release', id], detail })
  })
}

/** The page says that the arithmetic failed; of what, only the log can tell. No figure stands in what a solver throws. */
export function reportSolver(jobs: Jobs, { thrown }: Failure): void {
  if (thrown !== undefined) jobs.report(new Error(`the solver threw: ${thrown}`))
}
