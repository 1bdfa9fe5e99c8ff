import type { Db } from '../../../db/connection.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { AuditAssignment, AuditHandover, AuditListed, AuditRestated, AuditRow, AuditSuccession } from './ground.ts'

/*
 * What the second working reads: by plain selects of its own, sharing nothing with the reading of questions.
 */

export type AuditedPlace = {
  id: number
  slug: string
  depth: number
  parentId: number | null
  validFrom: string
  validTo: string | null
}

/** Every place, in order. */
export function auditedPlaces(db: Db): AuditedPlace[] {
  return db.$client
    .prepare(
      `select p.id, p.slug, l.depth, d.parent_id as parentId, d.valid_from as validFrom, d.valid_to as validTo
       from place p join place_level l on l.code = p.level
       join place_definition d on d.place_id = p.id and d.known_to is null order by p.position, p.id`,
    )
    .all() as AuditedPlace[]
}

/** The last quarter with a value in force; null when there is none. */
export function lastApproved(db: Db): Quarter | null {
  return db.$client.prepare('select max(quarter) from fact where approved_to is null').pluck().get() as Quarter | null
}

/** Runs of quarters in which the project is at work; none in a file without a project, where nothing says when. */
export function runsAtWork(db: Db): { first: Quarter; last: Quarter }[] {
  const read = (table: string) =>
    db.$client.prepare(`select first_quarter as first, last_quarter as last from ${table} where known_to is null`).all()
  const phases = read('phase')
  return (phases.length > 0 ? phases : read('project_quarters')) as { first: Quarter; last: Quarter }[]
}

export function factsAsAt(db: Db, indicatorId: number, at: number): AuditRow[] {
  return db.$client
    .prepare(
      `select place_id as place, partner_id as partner, quarter, key as cell, state, value, base
       from fact join cell on cell.id = fact.cell_id
       where indicator_id = ? and approved_from <= ? and (approved_to is null or approved_to > ?)`,
    )
    .all(indicatorId, at, at) as AuditRow[]
}

/** When categories are on their lists, as it is known now. */
export function listedCategories(db: Db): AuditListed[] {
  return db.$client
    .prepare(
      `select b.code as breakdown, c.code as category, d.from_quarter as "from", d.to_quarter as "to"
       from category_definition d join category c on c.id = d.category_id join breakdown b on b.id = c.breakdown_id
       where d.known_to is null`,
    )
    .all() as AuditListed[]
}

/** When each submission was first approved, by place, partner and quarter. */
export function firstApprovals(db: Db): Map<string, number> {
  const rows = db.$client
    .prepare(`select place_id || '/' || partner_id || '/' || quarter, min(approved_from) from fact group by 1`)
    .raw()
    .all() as [string, number][]
  return new Map(rows)
}

/** Values of an indicator that are told otherwise, or are new, since their submission was first approved. */
export function restatedValues(
  db: Db,
  indicatorId: number,
  first: ReadonlyMap<string, number>,
  at: number,
): AuditRestated[] {
  const rows = db.$client
    .prepare(
      `select place_id as place, partner_id as partner, quarter, key as cell, approved_from as "from", approved_to as "to"
       from fact join cell on cell.id = fact.cell_id where indicator_id = ? and approved_from <= ?`,
    )
    .all(indicatorId, at) as (AuditRestated & { from: number; to: number | null })[]
  return rows.filter(({ place, partner, quarter, from, to }) => {
    const isClosed = to !== null && to <= at
    return isClosed || from > first.get(`${place}/${partner}/${quarter}`)!
  })
}

/** Places that became (part of) others. */
export function auditedSuccessions(db: Db): AuditSuccession[] {
  return db.$client
    .prepare('select from_id as "from", to_id as "to" from succession where known_to is null')
    .all() as AuditSuccession[]
}

/** Who handed the duty to report an indicator to whom. */
export function handoversOf(db: Db, indicatorId: number): AuditHandover[] {
  const rows = db.$client
    .prepare(
      `select predecessor_place_id, predecessor_partner_id, place_id, partner_id
       from handover where indicator_id = ? and known_to is null`,
    )
    .raw()
    .all(indicatorId) as [number, number, number, number][]
  return rows.map(([place, partner, heirPlace, heirPartner]) => ({
    from: { place, partner },
    to: { place: heirPlace, partner: heirPartner },
  }))
}

export function assignmentsOf(db: Db, indicatorId: number): AuditAssignment[] {
  return db.$client
    .prepare(
      `select place_id as place, partner_id as partner, from_quarter as "from", to_quarter as "to"
       from assignment where indicator_id = ? and known_to is null`,
    )
    .all(indicatorId) as AuditAssignment[]
}
