import { and, between, desc, eq, lte } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { comment, person, submission } from '../../../db/schema.ts'
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
