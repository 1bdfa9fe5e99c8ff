import type { Db } from '../../../../db/connection.ts'
import type { SubmissionRef } from '../../../disclosure/together.ts'
import { approveFacts } from '../../../figures/approve.ts'
import { awaitedSubmissions } from './awaited-store.ts'
import type { AwaitedValues } from './waiting.ts'

/**
 * Approves what has been entered of some submissions, in a copy of the database: what they would say if they came as they stand now. It
 * is nobody's doing, and nothing of it stays.
 */
export function approveAwaited(copy: Db, awaited: readonly SubmissionRef[], now: number): AwaitedValues {
  const known = awaitedSubmissions(copy, awaited)
  for (const { id } of known) approveFacts(copy, { submissionId: id, now })
  const handedIn = known.filter(({ state }) => state === 'submitted').length
  return { handedIn, begun: known.length - handedIn, empty: awaited.length - known.length }
}
