import { and, asc, between, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { closing, period, person } from '../../db/schema.ts'
import type { Person } from '../people/person.ts'
import { record, type Writer } from '../trail/store.ts'
import { usualDueOn } from './due.ts'
import { datesOf, type Quarter, quarterCode, quartersIn, type Span } from './period.ts'

export type Closing = {
  closedAt: number
  closedBy: string | null
  reopenedAt: number | null
  reopenedBy: string | null
  reason: string | null
}

/** A quarter with the day its submissions are due and every time it was closed, oldest first. */
export type Period = { quarter: Quarter; dueOn: string; closed: boolean; closings: Closing[] }

export type Unchanged = 'already-closed' | 'not-closed' | 'not-over'

export function isClosed(db: Writer, quarter: Quarter): boolean {
  const open = and(eq(closing.quarter, quarter), isNull(closing.reopenedAt))
  return db.select({ id: closing.id }).from(closing).where(open).get() !== undefined
}

/** Last day on which a submission of the quarter is on time, as an ISO date. */
export function dueOn(db: Writer, quarter: Quarter): string {
  const row = db.select({ dueOn: period.dueOn }).from(period).where(eq(period.quarter, quarter)).get()
  return row?.dueOn ?? usualDueOn(quarter)
}

export function periodsIn(db: Db, span: Span): Period[] {
  const rows = db
    .select()
    .from(period)
    .where(between(period.quarter, span.from, span.to))
    .all()
  const due = new Map(rows.map((row) => [row.quarter, row.dueOn]))
  const closings = closingsIn(db, span)
  return quartersIn(span).map((quarter) => {
    const own = closings.filter((one) => one.quarter === quarter)
    return {
      quarter,
      dueOn: due.get(quarter) ?? usualDueOn(quarter),
      closed: own.some((one) => one.reopenedAt === null),
      closings: own,
    }
  })
}

/** Closes a quarter that is over: from now on nothing in it is saved or handed in. */
export function closePeriod(db: Db, by: Person, quarter: Quarter, now: number): Unchanged | null {
  return db.transaction((tx) => {
    if (isClosed(tx, quarter)) return 'already-closed'
    // The last day counts to its end in Viet Nam, UTC+7.
    if (now < Date.parse(`${datesOf({ from: quarter, to: quarter }).last}T24:00:00+07:00`)) return 'not-over'
    tx.insert(closing).values({ quarter, closedAt: now, closedBy: by.id }).run()
    record(tx, { at: now, by, verb: 'period.closed', subject: ['period', quarterCode(quarter)], detail: {} })
    return null
  })
}

/** @param reason kept with the closing that ends; it has been looked at for personal data before */
export function reopenPeriod(db: Db, by: Person, quarter: Quarter, reason: string, now: number): Unchanged | null {
  return db.transaction((tx) => {
    const open = and(eq(closing.quarter, quarter), isNull(closing.reopenedAt))
    const ended = tx.update(closing).set({ reopenedAt: now, reopenedBy: by.id, reason }).where(open).run()
    if (ended.changes === 0) return 'not-closed'
    record(tx, { at: now, by, verb: 'period.reopened', subject: ['period', quarterCode(quarter)], detail: {} })
    return null
  })
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
