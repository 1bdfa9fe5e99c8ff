import { and, asc, between, eq, isNull, sql } from 'drizzle-orm'
import { type Db, oncePerConnection, oncePerVersion } from '../../db/connection.ts'
import { closing, person, project } from '../../db/schema.ts'
import { USUAL_DUE_DAYS } from '../vocabulary/submission.ts'
import { usualDueOn } from './due-day.ts'
import type { Closing, DueDay, Period } from './period.ts'
import type { Quarter } from './quarter.ts'
import { quartersIn, type Span } from './span.ts'

export function isClosed(db: Db, quarter: Quarter): boolean {
  return openClosing(db).get({ quarter }) !== undefined
}

const openClosing = oncePerConnection((db) => {
  const open = and(eq(closing.quarter, sql.placeholder('quarter')), isNull(closing.reopenedAt))
  return db.select({ id: closing.id }).from(closing).where(open).prepare()
})

const dueDays = oncePerVersion(
  (db): number => db.select({ days: project.dueDays }).from(project).get()?.days ?? USUAL_DUE_DAYS,
)

/** Last day on which a submission of the quarter is on time, as an ISO date. */
export function dueOn(db: Db, quarter: Quarter): string {
  return dueOnIn(db, { from: quarter, to: quarter }).get(quarter)!
}

/** The same of every quarter of a span; null: of none. */
export function dueOnIn(db: Db, span: Span | null): ReadonlyMap<Quarter, string> {
  const quarters = span === null ? [] : quartersIn(span)
  const set = new Map(span === null ? [] : setIn(db, span))
  return new Map(quarters.map((quarter) => [quarter, set.get(quarter) ?? usualDueOn(quarter, dueDays(db))]))
}

/** Due days that were set by quarter. */
function setIn(db: Db, { from, to }: Span): [Quarter, string][] {
  const text = 'select quarter, due_on from period where quarter between ? and ?'
  return db.prepared(text).all(from, to) as [Quarter, string][]
}

/** Every quarter of a span with its due day, and whether it is closed. */
export function dueDaysIn(db: Db, span: Span): DueDay[] {
  const { from, to } = span
  const closed = new Set(
    (
      db
        .prepared('select quarter from closing where quarter between ? and ? and reopened_at is null')
        .all(from, to) as [Quarter][]
    ).map(([quarter]) => quarter),
  )
  return [...dueOnIn(db, span)].map(([quarter, day]) => ({ quarter, dueOn: day, closed: closed.has(quarter) }))
}

/** The same with every closing. */
export function periodsIn(db: Db, span: Span): Period[] {
  const closings = closingsIn(db, span)
  return dueDaysIn(db, span).map((one) => ({
    ...one,
    closings: closings.filter(({ quarter }) => quarter === one.quarter),
  }))
}

/** Keeps that a quarter is closed from an instant on. */
export function addClosing(db: Db, closed: { quarter: Quarter; closedAt: number; closedBy: number }): void {
  db.insert(closing).values(closed).run()
}

/** Ends the closing that is in force. @returns whether there was one */
export function endClosing(
  db: Db,
  quarter: Quarter,
  ended: { reopenedAt: number; reopenedBy: number; reason: string },
): boolean {
  const open = and(eq(closing.quarter, quarter), isNull(closing.reopenedAt))
  return db.update(closing).set(ended).where(open).run().changes > 0
}

function closingsIn(db: Db, span: Span): (Closing & { quarter: Quarter })[] {
  const names = new Map(
    db
      .select({ id: person.id, name: person.name })
      .from(person)
      .all()
      .map((row) => [row.id, row.name]),
  )
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null))
  return db
    .select()
    .from(closing)
    .where(between(closing.quarter, span.from, span.to))
    .orderBy(asc(closing.closedAt), asc(closing.id))
    .all()
    .map(({ quarter, closedAt, closedBy, reopenedAt, reopenedBy, reason }) => ({
      quarter,
      closedAt,
      closedBy: nameOf(closedBy),
      reopenedAt,
      reopenedBy: nameOf(reopenedBy),
      reason,
    }))
}
