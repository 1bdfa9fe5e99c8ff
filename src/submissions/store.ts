import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import { type Db, oncePerConnection } from '../../db/connection.ts'
import { comment, doubtNote, indicator, person, submission, submissionFact } from '../../db/schema.ts'
import type { Reporter } from '../assignments/assignment.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { StoredState, SubmissionFact } from '../vocabulary/submission.ts'
import type { Comment, Submission, SubmissionEvent } from './submission.ts'

export function submissionById(db: Db, id: number): Submission | null {
  return submissionQuery(db).get({ id }) ?? null
}

const submissionQuery = oncePerConnection((db) => {
  const { id, partnerId, placeId, quarter, state, version, cutFrom, cutTo, changedAt } = submission
  return db
    .select({ id, partnerId, placeId, quarter, state, version, cutFrom, cutTo, changedAt, changedBy: person.name })
    .from(submission)
    .leftJoin(person, eq(person.id, submission.changedBy))
    .where(eq(id, sql.placeholder('id')))
    .prepare()
})

export function submissionIdOf(db: Db, { partnerId, placeId }: Reporter, quarter: Quarter): number | null {
  const row = db
    .select({ id: submission.id })
    .from(submission)
    .where(and(eq(submission.partnerId, partnerId), eq(submission.placeId, placeId), eq(submission.quarter, quarter)))
    .get()
  return row?.id ?? null
}

type Changed = { changedAt: number; changedBy: number }

/** @returns the id of the new draft, which is in its first version */
export function addSubmission(
  db: Db,
  begun: Reporter & { quarter: Quarter; cutFrom: string | null; cutTo: string | null } & Changed,
): number {
  return Number(
    db
      .insert(submission)
      .values({ ...begun, state: 'draft', version: 1 })
      .run().lastInsertRowid,
  )
}

export function setVersion(db: Db, id: number, saved: { version: number } & Changed): void {
  db.prepared(SET_VERSION).run({ ...saved, id })
}

const SET_VERSION = `update submission set version = :version, changed_at = :changedAt, changed_by = :changedBy where id = :id`

export function setState(db: Db, id: number, state: StoredState): void {
  db.update(submission).set({ state }).where(eq(submission.id, id)).run()
}

export function addFact(
  db: Db,
  submissionId: number,
  fact: { kind: SubmissionFact; at: number; byId: number; reason: string | null },
): number {
  return Number(
    db
      .insert(submissionFact)
      .values({ submissionId, ...fact })
      .run().lastInsertRowid,
  )
}

/** @param note `confirmed`: it seemed to name a person, and its writer kept it all the same */
export function addDoubtNote(
  db: Db,
  submissionFactId: number,
  note: { doubt: string; note: string; confirmed: boolean },
): void {
  db.insert(doubtNote)
    .values({ submissionFactId, ...note })
    .run()
}

/** What the partner said of each doubt when it was last handed in. */
export function doubtNotesOf(db: Db, submissionId: number): Map<string, string> {
  const last = db
    .select({ id: max(submissionFact.id) })
    .from(submissionFact)
    .where(and(eq(submissionFact.submissionId, submissionId), eq(submissionFact.kind, 'submitted')))
  const rows = db
    .select({ doubt: doubtNote.doubt, note: doubtNote.note })
    .from(doubtNote)
    .where(inArray(doubtNote.submissionFactId, last))
    .all()
  return new Map(rows.map(({ doubt, note }) => [doubt, note]))
}

/** What happened to a submission, oldest first. */
export function eventsOf(db: Db, submissionId: number): SubmissionEvent[] {
  return selectFacts(db)
    .where(eq(submissionFact.submissionId, submissionId))
    .orderBy(asc(submissionFact.at), asc(submissionFact.id))
    .all()
}

/** The reason given with the latest return or re-opening. */
export function lastReasonOf(db: Db, submissionId: number): SubmissionEvent | null {
  const row = selectFacts(db)
    .where(and(eq(submissionFact.submissionId, submissionId), inArray(submissionFact.kind, ['returned', 'reopened'])))
    .orderBy(desc(submissionFact.id))
    .get()
  return row ?? null
}

function selectFacts(db: Db) {
  const { kind, at, reason } = submissionFact
  return db
    .select({ kind, at, by: person.name, reason })
    .from(submissionFact)
    .leftJoin(person, eq(person.id, submissionFact.byId))
}

/** @param written `confirmed`: it seemed to name a person, and its writer kept it all the same */
export function addCommentRow(
  db: Db,
  submissionId: number,
  written: { indicatorId: number | null; at: number; byId: number; text: string; confirmed: boolean },
): void {
  db.insert(comment)
    .values({ submissionId, ...written })
    .run()
}

export function commentsOf(db: Db, submissionId: number): Comment[] {
  return db
    .select({ id: comment.id, at: comment.at, by: person.name, indicator: indicator.code, text: comment.text })
    .from(comment)
    .innerJoin(person, eq(person.id, comment.byId))
    .leftJoin(indicator, eq(indicator.id, comment.indicatorId))
    .where(eq(comment.submissionId, submissionId))
    .orderBy(asc(comment.at), asc(comment.id))
    .all()
}
