import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { cell, entry, fact, indicator, submission } from '../../../db/schema.ts'
import type { Reporter } from '../../assignments/assignment.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { targetsAsAt } from '../../targets/store.ts'
import { type Target, targetsToReach } from '../../targets/target.ts'
import type { Entry } from '../entry.ts'
import type { Previous } from './checks.ts'

/** The latest earlier values of a reporter, handed in or approved, indicator by indicator. */
export function previousOf(
  db: Db,
  { partnerId, placeId }: Reporter,
  quarter: Quarter,
  indicators: readonly DefinedIndicator[],
): Map<string, Previous> {
  const ids = indicators.map((one) => one.id)
  const codes = new Map(indicators.map((one) => [one.id, one.code]))
  const numbers = { state: sql<'reported'>`'reported'`, reason: sql<null>`null` }
  const handedIn = db
    .select({
      quarter: submission.quarter,
      id: entry.indicatorId,
      cell: cell.key,
      value: entry.value,
      base: entry.base,
      ...numbers,
    })
    .from(submission)
    .innerJoin(entry, eq(entry.submissionId, submission.id))
    .innerJoin(cell, eq(cell.id, entry.cellId))
    .where(
      and(
        eq(submission.partnerId, partnerId),
        eq(submission.placeId, placeId),
        lt(submission.quarter, quarter),
        inArray(submission.state, ['submitted', 'approved']),
        inArray(entry.indicatorId, ids),
        eq(entry.state, 'reported'),
      ),
    )
    .all()
  const approved = db
    .select({
      quarter: fact.quarter,
      id: fact.indicatorId,
      cell: cell.key,
      value: fact.value,
      base: fact.base,
      ...numbers,
    })
    .from(fact)
    .innerJoin(cell, eq(cell.id, fact.cellId))
    .where(
      and(
        inArray(fact.indicatorId, ids),
        lt(fact.quarter, quarter),
        eq(fact.placeId, placeId),
        eq(fact.partnerId, partnerId),
        isNull(fact.approvedTo),
        eq(fact.state, 'reported'),
      ),
    )
    .all()
  const latest = new Map<string, Previous>()
  const inHand = new Set(handedIn.map((row) => `${row.id}/${row.quarter}`))
  const all = [...handedIn, ...approved.filter((row) => !inHand.has(`${row.id}/${row.quarter}`))]
  for (const { quarter: q, id, ...rest } of all.sort((a, b) => b.quarter - a.quarter)) {
    const code = codes.get(id)!
    const known = latest.get(code)
    if (!known) latest.set(code, { quarter: q, entries: [{ indicator: code, ...rest }] })
    else if (known.quarter === q) known.entries.push({ indicator: code, ...rest })
  }
  return latest
}

/** The approved values in force of one reporter and quarter, while a correction is being worked on. */
export function inForceOf(db: Db, { partnerId, placeId }: Reporter, quarter: Quarter, ids: readonly number[]): Entry[] {
  return db
    .select({
      indicator: indicator.code,
      cell: cell.key,
      state: fact.state,
      value: fact.value,
      base: fact.base,
      reason: sql<null>`null`,
    })
    .from(fact)
    .innerJoin(indicator, eq(indicator.id, fact.indicatorId))
    .innerJoin(cell, eq(cell.id, fact.cellId))
    .where(
      and(
        inArray(fact.indicatorId, [...ids]),
        eq(fact.quarter, quarter),
        eq(fact.placeId, placeId),
        eq(fact.partnerId, partnerId),
        isNull(fact.approvedTo),
      ),
    )
    .all()
}

/** What a reporter works towards in a quarter, by id of the indicator, as in force now. */
export function targetsFor(db: Db, placeId: number, quarter: Quarter, now: number): Map<number, Target> {
  return targetsToReach(targetsAsAt(db, now, placeId), placeId, quarter)
}
