import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { cell, comment, entry, indicator, person, submission, submissionFact } from '../../db/schema.ts'
import type { Person } from '../access/person.ts'
import type { Reporter } from '../assignments/assignment.ts'
import { owedIndicators } from '../assignments/store.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { breakdowns } from '../indicators/store.ts'
import { readTrail } from '../trail/store.ts'
import type { StoredState, SubmissionFact } from '../vocabulary/submission.ts'
import type { Entry } from './entry.ts'
import { type Sheet, sheetOf } from './entry-form/definition.ts'

export type Submission = Reporter & {
  id: number
  quarter: Quarter
  state: StoredState
  version: number
  cutFrom: string | null
  cutTo: string | null
  changedAt: number
  changedBy: string | null
}

const COLUMNS = {
  id: submission.id,
  partnerId: submission.partnerId,
  placeId: submission.placeId,
  quarter: submission.quarter,
  state: submission.state,
  version: submission.version,
  cutFrom: submission.cutFrom,
  cutTo: submission.cutTo,
  changedAt: submission.changedAt,
  changedBy: person.name,
}

/** A submission this person may see: a partner's own, a manager's any; null for everybody and everything else. */
export function submissionFor(db: Db, who: Person, id: number): Submission | null {
  if (!Number.isSafeInteger(id)) return null
  const row = db
    .select(COLUMNS)
    .from(submission)
    .leftJoin(person, eq(person.id, submission.changedBy))
    .where(eq(submission.id, id))
    .get()
  return row && isOwn(who, row.partnerId) ? row : null
}

export function isOwn(who: Person, partnerId: number): boolean {
  return who.role === 'manager' || who.partnerIds.includes(partnerId)
}

export function submissionIdOf(db: Db, { partnerId, placeId }: Reporter, quarter: Quarter): number | null {
  const row = db
    .select({ id: submission.id })
    .from(submission)
    .where(and(eq(submission.partnerId, partnerId), eq(submission.placeId, placeId), eq(submission.quarter, quarter)))
    .get()
  return row?.id ?? null
}

/** What a reporter is asked for in a quarter; no rows when nothing is due. */
export function sheetFor(db: Db, reporter: Reporter, quarter: Quarter): Sheet {
  return sheetOf(owedIndicators(db, reporter, quarter), breakdowns(db), quarter)
}

export function entriesOf(db: Db, submissionId: number): Entry[] {
  return db
    .select({
      indicator: indicator.code,
      cell: cell.key,
      state: entry.state,
      value: entry.value,
      base: entry.base,
      reason: entry.reason,
    })
    .from(entry)
    .innerJoin(indicator, eq(indicator.id, entry.indicatorId))
    .innerJoin(cell, eq(cell.id, entry.cellId))
    .where(eq(entry.submissionId, submissionId))
    .orderBy(asc(entry.indicatorId), asc(entry.cellId))
    .all()
}

export type SubmissionFactRow = { kind: SubmissionFact; at: number; by: string | null; reason: string | null }

/** What happened to a submission, oldest first. */
export function factsOf(db: Db, submissionId: number): SubmissionFactRow[] {
  return db
    .select({ kind: submissionFact.kind, at: submissionFact.at, by: person.name, reason: submissionFact.reason })
    .from(submissionFact)
    .leftJoin(person, eq(person.id, submissionFact.byId))
    .where(eq(submissionFact.submissionId, submissionId))
    .orderBy(asc(submissionFact.at), asc(submissionFact.id))
    .all()
}

export type CommentRow = { id: number; at: number; by: string; indicator: string | null; text: string }

export function commentsOf(db: Db, submissionId: number): CommentRow[] {
  return db
    .select({ id: comment.id, at: comment.at, by: person.name, indicator: indicator.code, text: comment.text })
    .from(comment)
    .innerJoin(person, eq(person.id, comment.byId))
    .leftJoin(indicator, eq(indicator.id, comment.indicatorId))
    .where(eq(comment.submissionId, submissionId))
    .orderBy(asc(comment.at), asc(comment.id))
    .all()
}

/** The reason given with the latest return or re-opening. */
export function lastReasonOf(db: Db, submissionId: number): SubmissionFactRow | null {
  const row = db
    .select({ kind: submissionFact.kind, at: submissionFact.at, by: person.name, reason: submissionFact.reason })
    .from(submissionFact)
    .leftJoin(person, eq(person.id, submissionFact.byId))
    .where(and(eq(submissionFact.submissionId, submissionId), inArray(submissionFact.kind, ['returned', 'reopened'])))
    .orderBy(desc(submissionFact.id))
    .get()
  return row ?? null
}

/** What was saved after a version, newest first; saves from before values were kept with them tell nothing. */
export function savesSince(db: Db, submissionId: number, version: number): { version: number; changes: object }[] {
  return readTrail(db, { verb: 'submission.saved', subject: ['submission', String(submissionId)] }, 500)
    .map(({ detail }) => ({ version: Number(detail.version ?? 0), changes: (detail.changes ?? {}) as object }))
    .filter((save) => save.version > version)
}
