import { and, between, desc, eq, lte } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { comment, entry, person, submission } from '../../../db/schema.ts'
import type { Span } from '../../calendar/span.ts'
import type { Note } from '../submission.ts'

/** What was said of an indicator in the reports of a span until an instant: of the latest quarter first, and of that the latest. */
export function notesOn(db: Db, indicatorId: number, { from, to }: Span, until: number): Note[] {
  const { partnerId, placeId, quarter } = submission
  return db
    .select({
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
    .where(and(eq(comment.indicatorId, indicatorId), between(quarter, from, to), lte(comment.at, until)))
    .orderBy(desc(quarter), desc(comment.at), desc(comment.id))
    .all()
}

/** Why an indicator did not apply, as the approved reports of a span say: each reason of a report once, like the notes. */
export function reasonsOn(db: Db, indicatorId: number, { from, to }: Span, until: number): Note[] {
  const { partnerId, placeId, quarter, changedAt: at } = submission
  return db
    .select({ submissionId: submission.id, partnerId, placeId, quarter, at, by: person.name, text: entry.reason })
    .from(entry)
    .innerJoin(submission, eq(submission.id, entry.submissionId))
    .leftJoin(person, eq(person.id, submission.changedBy))
    .where(
      and(
        eq(entry.indicatorId, indicatorId),
        eq(entry.state, 'not applicable'),
        eq(submission.state, 'approved'),
        between(quarter, from, to),
        lte(at, until),
      ),
    )
    .groupBy(submission.id, entry.reason)
    .orderBy(desc(quarter), desc(at))
    .all()
    .map(({ text, by, ...note }) => ({ ...note, text: text ?? '', by: by ?? '' }))
}
