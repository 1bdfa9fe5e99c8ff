import { and, count, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { indicator, partner, person, submission, trail } from '../../db/schema.ts'
import type { Counts } from './counts.ts'

export function countsFor(db: Db): Omit<Counts, 'failedReminders'> {
  const number = (query: { get: () => { n: number } | undefined }) => query.get()?.n ?? 0
  return {
    people: number(db.select({ n: count() }).from(person).where(isNull(person.disabledAt))),
    partners: number(db.select({ n: count() }).from(partner)),
    indicators: number(db.select({ n: count() }).from(indicator)),
    submissions: number(db.select({ n: count() }).from(submission)),
    events: number(db.select({ n: count() }).from(trail)),
  }
}

/** Project managers who may sign in. */
export function managersIn(db: Db): number {
  const isOne = and(eq(person.role, 'manager'), isNull(person.disabledAt))
  return db.select({ n: count() }).from(person).where(isOne).get()?.n ?? 0
}
