import { and, between, inArray, type SQL } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { submission } from '../../../db/schema.ts'
import type { Span } from '../../calendar/span.ts'
import type { BegunSubmission } from './slot.ts'

export function begunIn(db: Db, span: Span, partnerIds?: readonly number[]): BegunSubmission[] {
  const conditions: SQL[] = [between(submission.quarter, span.from, span.to)]
  if (partnerIds) conditions.push(inArray(submission.partnerId, [...partnerIds]))
  const { id, partnerId, placeId, quarter, state, changedAt } = submission
  return db
    .select({ id, partnerId, placeId, quarter, state, changedAt })
    .from(submission)
    .where(and(...conditions))
    .all()
}
