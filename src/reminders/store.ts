import { and, asc, count, desc, eq, gte, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import { type Db, oncePerConnection } from '../../db/connection.ts'
import { person, reminder, reminderItem } from '../../db/schema.ts'
import type { ReminderKind, ReminderProblem } from '../vocabulary/reminder.ts'
import type { SubmissionFact } from '../vocabulary/submission.ts'
import type { Letter } from './recipient.ts'
import type { RemindableReport, ReminderItem } from './reminder.ts'
import type { SentReminder } from './sending/outcome.ts'

/** A message that is to be sent, with what it is about. */
export type OpenReminder = {
  id: number
  personId: number
  kind: ReminderKind
  reservedAt: number
  attempts: number
  items: Pick<ReminderItem, 'kind' | 'partnerId' | 'placeId' | 'quarter' | 'occasion'>[]
}

/**
 * The last thing that happened to reports, by id: to those that were returned, and to whatever something happened to since an instant.
 * @param since ms
 */
export function lastFacts(db: Db, since: number): Map<number, NonNullable<RemindableReport['fact']>> {
  const rows = db.prepared(LAST_FACTS).all({ since }) as [number, number, SubmissionFact, number][]
  return new Map(rows.map(([submissionId, id, kind, at]) => [submissionId, { id, kind, at }]))
}

/** Columns beside max(id) are those of its row: https://sqlite.org/lang_select.html#bareagg. */
const LAST_FACTS = `select submission_id, max(id), kind, at from submission_fact
  where at >= :since or submission_id in (select id from submission where state = 'returned')
  group by submission_id`

/** Whether a person was told of an occasion, or is about to be. */
export function isTold(db: Db, personId: number, item: ReminderItem): boolean {
  const { kind, partnerId, placeId, quarter, occasion } = item
  return toldQuery(db).get({ personId, kind, partnerId, placeId, quarter, occasion }) !== undefined
}

const toldQuery = oncePerConnection((db) =>
  db
    .select({ id: reminderItem.reminderId })
    .from(reminderItem)
    .where(
      and(
        eq(reminderItem.personId, sql.placeholder('personId')),
        eq(reminderItem.kind, sql.placeholder('kind')),
        eq(reminderItem.partnerId, sql.placeholder('partnerId')),
        eq(reminderItem.placeId, sql.placeholder('placeId')),
        eq(reminderItem.quarter, sql.placeholder('quarter')),
        eq(reminderItem.occasion, sql.placeholder('occasion')),
      ),
    )
    .prepare(),
)

export function insertReminder(db: Db, { personId, kind, items }: Letter, now: number): void {
  const row = { personId, kind, reservedAt: now, attempts: 0, nextAt: now }
  const reminderId = Number(db.insert(reminder).values(row).run().lastInsertRowid)
  for (const { partnerId, placeId, quarter, occasion } of items)
    db.insert(reminderItem).values({ personId, kind, partnerId, placeId, quarter, occasion, reminderId }).run()
}

const notEnded = and(isNull(reminder.sentAt), isNull(reminder.givenUpAt))

/** What may be sent now, oldest first. */
export function openReminders(db: Db, now: number): OpenReminder[] {
  const rows = db
    .select()
    .from(reminder)
    .where(and(notEnded, lte(reminder.nextAt, now)))
    .orderBy(asc(reminder.id))
    .all()
  return rows.map(({ id, personId, kind, reservedAt, attempts }) => ({
    id,
    personId,
    kind,
    reservedAt,
    attempts,
    items: db.select().from(reminderItem).where(eq(reminderItem.reminderId, id)).all(),
  }))
}

/** Those of which a message had begun to leave when the program ended. */
export function begunReminders(db: Db): Pick<OpenReminder, 'id' | 'personId' | 'kind' | 'attempts'>[] {
  const { id, personId, kind, attempts, begunAt } = reminder
  return db
    .select({ id, personId, kind, attempts })
    .from(reminder)
    .where(and(notEnded, isNotNull(begunAt)))
    .all()
}

export function setBegun(db: Db, id: number, now: number): void {
  db.update(reminder).set({ begunAt: now }).where(eq(reminder.id, id)).run()
}

export function setSent(db: Db, id: number, now: number): void {
  db.update(reminder)
    .set({ sentAt: now, problem: null, attempts: sql`${reminder.attempts} + 1` })
    .where(eq(reminder.id, id))
    .run()
}

export function setGivenUp(db: Db, id: number, problem: ReminderProblem, now: number): void {
  db.update(reminder).set({ givenUpAt: now, problem }).where(eq(reminder.id, id)).run()
}

export function setWaiting(
  db: Db,
  id: number,
  waits: { attempts: number; nextAt: number; problem: ReminderProblem },
): void {
  db.update(reminder)
    .set({ ...waits, begunAt: null })
    .where(eq(reminder.id, id))
    .run()
}

/** The newest messages, sent or not. */
export function newestReminders(db: Db, limit: number): SentReminder[] {
  const { id, kind, reservedAt, attempts, nextAt, sentAt, givenUpAt, problem } = reminder
  return db
    .select({ id, kind, reservedAt, attempts, nextAt, sentAt, givenUpAt, problem, to: person.name })
    .from(reminder)
    .innerJoin(person, eq(person.id, reminder.personId))
    .orderBy(desc(reminder.id))
    .limit(limit)
    .all()
}

/** How many messages were given up since an instant; one that was not needed any more is none of them. */
export function failedSince(db: Db, since: number): number {
  const failed = and(gte(reminder.givenUpAt, since), ne(reminder.problem, 'not-needed'))
  return db.select({ n: count() }).from(reminder).where(failed).get()?.n ?? 0
}
