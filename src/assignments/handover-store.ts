import { eq, getTableColumns } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { insertRow } from '../../db/insert-row.ts'
import { assignment, handover } from '../../db/schema.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { Assignment, Reporter } from './assignment.ts'
import type { Passing } from './handover.ts'
import type { KnownAssignment } from './withdrawal.ts'

/** An assignment is no longer what is known; another one, or none, is known instead. */
export function endAssignment(db: Db, { indicatorId, placeId, partnerId, from }: Assignment, at: number): void {
  db.prepared(`update assignment set known_to = :at where indicator_id = :indicatorId and place_id = :placeId
    and partner_id = :partnerId and from_quarter = :from and known_to is null`).run({
    indicatorId,
    placeId,
    partnerId,
    from,
    at,
  })
}

/** @param knownFrom since when it is known, ms */
export function insertAssignment(db: Db, { from, to, ...one }: Assignment, knownFrom: number): void {
  insertRow(db, assignment, { ...one, fromQuarter: from, toQuarter: to, knownFrom })
}

/**
 * @param predecessorFrom the quarter in which the assignment that is taken over begins
 * @param knownFrom since when it is known, ms
 */
export function insertHandover(
  db: Db,
  indicatorId: number,
  { predecessor, heir, from }: Passing,
  predecessorFrom: Quarter,
  knownFrom: number,
): void {
  insertRow(db, handover, {
    indicatorId,
    ...heir,
    fromQuarter: from,
    predecessorPlaceId: predecessor.placeId,
    predecessorPartnerId: predecessor.partnerId,
    predecessorFrom,
    knownFrom,
  })
}

/** Since when a hand-over that is known now has been known, ms; null: there is none. */
export function recordedAt(db: Db, indicatorId: number, { predecessor, heir, from }: Passing): number | null {
  const row = db.prepared(`select known_from from handover where ${HANDED} and known_to is null`)
  const found = row.get({ indicatorId, from, ...namesOf(predecessor, heir) }) as [number] | undefined
  return found ? found[0] : null
}

/** A hand-over is no longer what is known. */
export function endHandover(db: Db, indicatorId: number, { predecessor, heir, from }: Passing, at: number): void {
  const row = db.prepared(`update handover set known_to = :at where ${HANDED} and known_to is null`)
  row.run({ indicatorId, from, at, ...namesOf(predecessor, heir) })
}

const HANDED = `indicator_id = :indicatorId and from_quarter = :from and place_id = :placeId and partner_id = :partnerId
  and predecessor_place_id = :oldPlaceId and predecessor_partner_id = :oldPartnerId`

function namesOf(predecessor: Reporter, heir: Reporter) {
  return { ...heir, oldPlaceId: predecessor.placeId, oldPartnerId: predecessor.partnerId }
}

/** The assignments of an indicator as they have ever been known. */
export function assignmentsEverKnown(db: Db, indicatorId: number): KnownAssignment[] {
  const { fromQuarter: from, toQuarter: to, ...columns } = getTableColumns(assignment)
  return db
    .select({ ...columns, from, to })
    .from(assignment)
    .where(eq(assignment.indicatorId, indicatorId))
    .all()
}

/** Since when the assignments of an indicator that are known now have been known, at the latest; ms, 0 = there is none. */
export function lastAssignedAt(db: Db, indicatorId: number): number {
  const text = 'select coalesce(max(known_from), 0) from assignment where indicator_id = :indicatorId'
  const [at] = db.prepared(text).get({ indicatorId }) as [number]
  return at
}

/** The first quarter from one on for which a reporter has given a value of an indicator, approved or not; null = none. */
export function firstGivenFrom(
  db: Db,
  indicatorId: number,
  { partnerId, placeId }: Reporter,
  from: Quarter,
): Quarter | null {
  const [quarter] = db
    .prepared(`select min(quarter) from (
      select quarter from fact where indicator_id = :indicatorId and partner_id = :partnerId and place_id = :placeId
        and approved_to is null and quarter >= :from
      union all
      select s.quarter from submission s join entry e on e.submission_id = s.id
        where s.partner_id = :partnerId and s.place_id = :placeId and s.quarter >= :from
          and e.indicator_id = :indicatorId and e.state <> 'not reported')`)
    .get({ indicatorId, partnerId, placeId, from }) as [Quarter | null]
  return quarter
}
