import { and, asc, eq, inArray, max, sql } from 'drizzle-orm'
import { type Db, oncePerConnection } from '../../db/connection.ts'
import { doubtNote, person, submission, submissionFact } from '../../db/schema.ts'
import type { Reporter } from '../assignments/assignment.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { StoredState, SubmissionFact } from '../vocabulary/submission.ts'
import { rowReasonsOf } from './review/reasons-store.ts'
import type { Submission, SubmissionEvent } from './submission.ts'

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
  const reasons = rowReasonsOf(db, submissionId)
  return selectFacts(db)
    .where(eq(submissionFact.submissionId, submissionId))
    .orderBy(asc(submissionFact.at), asc(submissionFact.id))
    .all()
    .map(({ id, ...event }) => {
      const rows = reasons.get(id)
      return rows ? { ...event, rows } : event
    })
}

function selectFacts(db: Db) {
  const { id, kind, at, reason } = submissionFact
  return db
    .select({ id, kind, at, by: person.name, reason })
    .from(submissionFact)
    .leftJoin(person, eq(person.id, submissionFact.byId))
}
