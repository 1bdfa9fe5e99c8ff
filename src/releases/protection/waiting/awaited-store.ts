import type { Db } from '../../../../db/connection.ts'
import type { SubmissionRef } from '../../../disclosure/together.ts'
import type { StoredState } from '../../../vocabulary/submission.ts'

/** Of some submissions those in which something has been entered. */
export function awaitedSubmissions(db: Db, awaited: readonly SubmissionRef[]): { id: number; state: StoredState }[] {
  const statement = db.$client.prepare(
    `select s.id, s.state from submission s
     where s.partner_id = @partnerId and s.place_id = @placeId and s.quarter = @quarter
       and exists (select 1 from entry e where e.submission_id = s.id and e.state <> 'not reported')`,
  )
  return awaited.flatMap((one) => (statement.get(one) as { id: number; state: StoredState } | undefined) ?? [])
}
