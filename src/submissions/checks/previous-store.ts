import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { cell, entry, fact, indicator, submission } from '../../../db/schema.ts'
import type { Reporter } from '../../assignments/assignment.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Entry } from '../entry.ts'
import { type EarlierEntry, standingBefore } from './previous.ts'

/**
 * The earlier values of a reporter, of each quarter before one; what is handed in comes before what was approved.
 * @param ids indicators asked about
 */
export function earlierEntriesOf(db: Db, reporter: Reporter, quarter: Quarter, ids: readonly number[]): EarlierEntry[] {
  return standingBefore(handedInBefore(db, reporter, quarter, ids), approvedBefore(db, reporter, quarter, ids))
}

const NO_REASON = sql<null>`null`

function handedInBefore(db: Db, { partnerId, placeId }: Reporter, quarter: Quarter, ids: readonly number[]) {
  const { state, value, base } = entry
  return db
    .select({
      quarter: submission.quarter,
      indicator: indicator.code,
      cell: cell.key,
      state,
      value,
      base,
      reason: NO_REASON,
    })
    .from(submission)
    .innerJoin(entry, eq(entry.submissionId, submission.id))
    .innerJoin(indicator, eq(indicator.id, entry.indicatorId))
    .innerJoin(cell, eq(cell.id, entry.cellId))
    .where(
      and(
        eq(submission.partnerId, partnerId),
        eq(submission.placeId, placeId),
        lt(submission.quarter, quarter),
        inArray(submission.state, ['submitted', 'approved']),
        inArray(entry.indicatorId, [...ids]),
        eq(entry.state, 'reported'),
      ),
    )
    .all()
}

function approvedBefore(db: Db, reporter: Reporter, quarter: Quarter, ids: readonly number[]) {
  return selectFacts(db)
    .where(and(inForceFor(reporter, ids), lt(fact.quarter, quarter), eq(fact.state, 'reported')))
    .all()
}

/** The approved values in force of one reporter and quarter, while a correction is being worked on. */
export function inForceOf(db: Db, reporter: Reporter, quarter: Quarter, ids: readonly number[]): Entry[] {
  return selectFacts(db)
    .where(and(inForceFor(reporter, ids), eq(fact.quarter, quarter)))
    .all()
    .map(({ quarter: _, ...value }) => value)
}

function selectFacts(db: Db) {
  const { quarter, state, value, base } = fact
  return db
    .select({ quarter, indicator: indicator.code, cell: cell.key, state, value, base, reason: NO_REASON })
    .from(fact)
    .innerJoin(indicator, eq(indicator.id, fact.indicatorId))
    .innerJoin(cell, eq(cell.id, fact.cellId))
}

function inForceFor({ partnerId, placeId }: Reporter, ids: readonly number[]) {
  return and(
    inArray(fact.indicatorId, [...ids]),
    eq(fact.placeId, placeId),
    eq(fact.partnerId, partnerId),
    isNull(fact.approvedTo),
  )
}
