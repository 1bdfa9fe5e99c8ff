import type { Db } from '../../../db/connection.ts'
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
