import { and, asc, eq, gt, inArray, isNotNull, lte, type SQL } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { submission, submissionFact } from '../../../db/schema.ts'
import { rowReasonsOf } from '../../submissions/review/reasons-store.ts'
import { isSentBack } from '../../submissions/submission.ts'
import { SUBMISSION_FACTS } from '../../vocabulary/submission.ts'
import type { Release } from '../release.ts'
import { reporterNames } from '../ticks/reporter-names-store.ts'
import type { ChangedSince, Reopening } from './reopening.ts'

const SENT_BACK = SUBMISSION_FACTS.filter((kind) => isSentBack({ kind }))

/** Why submissions behind the changes of a report were returned or opened again since the one before: what a manager may choose from. */
export function offeredReasons(
  db: Db,
  { since, submissions }: ChangedSince,
  { asAt }: Pick<Release, 'asAt'>,
): Reopening[] {
  const behind = new Map(submissions.map(({ id, indicators }) => [id, indicators]))
  const found = read(db, and(inArray(submission.id, [...behind.keys()]), gt(submissionFact.at, since))!, asAt)
  return found.map((one) => ({ ...one, indicator: behind.get(one.submissionId)!.join(', ') }))
}

/** Some of them, by number. */
export function reasonsByIds(db: Db, ids: readonly number[], asAt: number): Reopening[] {
  return ids.length === 0 ? [] : read(db, inArray(submissionFact.id, [...ids]), asAt)
}

function read(db: Db, which: SQL, asAt: number): Reopening[] {
  const namesOf = reporterNames(db, asAt)
  const { id, submissionId, at, reason } = submissionFact
  const { partnerId, placeId, quarter } = submission
  return db
    .select({ id, submissionId, at, reason, partnerId, placeId, quarter })
    .from(submissionFact)
    .innerJoin(submission, eq(submission.id, submissionId))
    .where(and(which, inArray(submissionFact.kind, SENT_BACK), isNotNull(reason), lte(at, asAt)))
    .orderBy(asc(at), asc(id))
    .all()
    .map(({ partnerId: by, placeId: there, reason: said, ...row }) => {
      const rows = rowReasonsOf(db, row.submissionId).get(row.id) ?? []
      return {
        ...row,
        ...{ indicator: '', reason: said ?? '', rows: rows.map(({ indicator, text }) => ({ indicator, text })) },
        text: [said ?? '', ...rows.map((row) => row.text)].join('\n'),
        ...namesOf({ partnerId: by, placeId: there, quarter: row.quarter }),
        // A report is opened again as a whole, and victims are counted in it, whatever has changed.
        ...{ sensitive: true, aboutPeople: true },
      }
    })
}
