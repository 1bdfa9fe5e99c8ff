import { and, between, desc, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
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
export function reasonsOn(db: Db, { span: { from, to }, until, indicatorId }: SaidIn): Note[] {
  const { partnerId, placeId, quarter, changedAt: at } = submission
  return db
    .select({
      indicatorId: entry.indicatorId,
      submissionId: submission.id,
      partnerId,
      placeId,
      quarter,
      at,
      by: person.name,
      text: entry.reason,
    })
    .from(entry)
    .innerJoin(submission, eq(submission.id, entry.submissionId))
    .leftJoin(person, eq(person.id, submission.changedBy))
    .where(
      and(
        indicatorId === undefined ? undefined : eq(entry.indicatorId, indicatorId),
        eq(entry.state, 'not applicable'),
        eq(submission.state, 'approved'),
        between(quarter, from, to),
        lte(at, until),
      ),
    )
    .groupBy(submission.id, entry.indicatorId, entry.reason)
    .orderBy(desc(quarter), desc(at))
    .all()
    .map(({ text, by, ...note }) => ({ ...note, text: text ?? '', by: by ?? '' }))
}

/** What partners remark of indicators, as approved reports say, in the same order. */
export function remarksIn(db: Db, { span: { from, to }, until, indicatorId }: SaidIn): Note[] {
  const { partnerId, placeId, quarter, changedAt: at } = submission
  return db
    .select({
      indicatorId: remark.indicatorId,
      submissionId: submission.id,
      partnerId,
      placeId,
      quarter,
      at,
      by: sql<string>`coalesce(${person.name}, '')`,
      text: remark.text,
    })
    .from(remark)
    .innerJoin(submission, eq(submission.id, remark.submissionId))
    .leftJoin(person, eq(person.id, submission.changedBy))
    .where(
      and(
        indicatorId === undefined ? undefined : eq(remark.indicatorId, indicatorId),
        eq(submission.state, 'approved'),
        between(quarter, from, to),
        lte(at, until),
      ),
    )
    .orderBy(desc(quarter), desc(at))
    .all()
}
