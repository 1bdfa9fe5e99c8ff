import { and, between, desc, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Db } from '../../../db/connection.ts'
import { comment, entry, person, remark, submission } from '../../../db/schema.ts'
import type { Span } from '../../calendar/span.ts'
import type { Note } from '../submission.ts'

/** Of which reports notes are asked for: of a span, as they were by an instant; of one indicator or of all. */
export type SaidIn = { span: Span; until: number; indicatorId?: number | undefined }

/** What was said of indicators in reports: of the latest quarter first, and of that the latest. */
export function notesOn(db: Db, { indicatorId, ...asked }: SaidIn): Note[] {
  return said(
    db,
    asked,
    indicatorId === undefined ? isNotNull(comment.indicatorId) : eq(comment.indicatorId, indicatorId),
  )
}

/** What was said of whole reports, in the same order. */
export function notesOnReports(db: Db, asked: Omit<SaidIn, 'indicatorId'>): Omit<Note, 'indicatorId'>[] {
  return said(db, asked, isNull(comment.indicatorId))
}

function said(db: Db, { span: { from, to }, until }: Omit<SaidIn, 'indicatorId'>, isMeant: SQL): Note[] {
  const { partnerId, placeId, quarter } = submission
  return db
    .select({
      indicatorId: sql<number>`${comment.indicatorId}`,
      submissionId: submission.id,
      partnerId,
      placeId,
      quarter,
      at: comment.at,
      by: person.name,
      text: comment.text,
    })
    .from(comment)
    .innerJoin(submission, eq(submission.id, comment.submissionId))
    .innerJoin(person, eq(person.id, comment.byId))
    .where(and(isMeant, between(quarter, from, to), lte(comment.at, until)))
    .orderBy(desc(quarter), desc(comment.at), desc(comment.id))
    .all()
}

/** Why indicators did not apply, as approved reports say: each reason of a report once, like the notes. */
export function reasonsOn(db: Db, asked: SaidIn): Note[] {
  return db
    .select({ ...approvedColumns, indicatorId: entry.indicatorId, text: sql<string>`coalesce(${entry.reason}, '')` })
    .from(entry)
    .innerJoin(submission, eq(submission.id, entry.submissionId))
    .leftJoin(person, eq(person.id, submission.changedBy))
    .where(and(eq(entry.state, 'not applicable'), isApproved(entry.indicatorId, asked)))
    .groupBy(submission.id, entry.indicatorId, entry.reason)
    .orderBy(...LATEST_FIRST)
    .all()
}

/** What partners remark of indicators, as approved reports say, in the same order. */
export function remarksIn(db: Db, asked: SaidIn): Note[] {
  return db
    .select({ ...approvedColumns, indicatorId: remark.indicatorId, text: remark.text })
    .from(remark)
    .innerJoin(submission, eq(submission.id, remark.submissionId))
    .leftJoin(person, eq(person.id, submission.changedBy))
    .where(isApproved(remark.indicatorId, asked))
    .orderBy(...LATEST_FIRST)
    .all()
}

/** Of an approved report: whose it is, and who approved it when. */
const approvedColumns = {
  submissionId: submission.id,
  partnerId: submission.partnerId,
  placeId: submission.placeId,
  quarter: submission.quarter,
  at: submission.changedAt,
  by: sql<string>`coalesce(${person.name}, '')`,
}
const LATEST_FIRST = [desc(submission.quarter), desc(submission.changedAt)]

/** Said of the indicator asked for in a report that was approved by then. */
function isApproved(ofIndicator: AnySQLiteColumn, { span: { from, to }, until, indicatorId }: SaidIn): SQL | undefined {
  return and(
    indicatorId === undefined ? undefined : eq(ofIndicator, indicatorId),
    eq(submission.state, 'approved'),
    between(submission.quarter, from, to),
    lte(submission.changedAt, until),
  )
}
