import type { Db } from '../../../db/connection.ts'
import { expectedSubmissions } from '../../assignments/load.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { type SubmissionRef, submissionRefKey } from '../../disclosure/together.ts'
import { approvedReporters } from '../protection/ledger-store.ts'

/** Of ten submissions that are expected so many have to be approved for a quarter to have come in. */
const OF_TEN = 9

/** Submissions of some quarters that are expected and not approved as at an instant. */
export function awaitedIn(db: Db, span: Span, asAt: number): SubmissionRef[] {
  const approved = approvedReporters(db, span, asAt)
  return expectedSubmissions(db, span)
    .map(({ partnerId, placeId, quarter }) => ({ partnerId, placeId, quarter }))
    .filter((one) => !approved.has(submissionRefKey(one)))
}

/** Whether enough of a quarter is approved as at an instant that little will change any more. */
export function hasComeIn(db: Db, quarter: Quarter, asAt: number): boolean {
  const span = { from: quarter, to: quarter }
  const expected = expectedSubmissions(db, span).length
  return expected > 0 && awaitedIn(db, span, asAt).length * 10 <= expected * (10 - OF_TEN)
}
