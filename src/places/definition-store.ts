import type { Db } from '../../db/connection.ts'
import { insertRow } from '../../db/insert-row.ts'
import { placeDefinition, succession } from '../../db/schema.ts'
import type { Quarter } from '../calendar/quarter.ts'
import type { Place, Succession } from './place.ts'

/** @param knownFrom since when it is known what the place is called, lies in, and when it ends, ms */
export function insertPlaceDefinition(
  db: Db,
  { id, parentId, name, validFrom, validTo }: Pick<Place, 'id' | 'parentId' | 'name' | 'validFrom' | 'validTo'>,
  knownFrom: number,
): void {
  const row = { placeId: id, parentId, nameVi: name.vi, nameEn: name.en, validFrom, validTo, knownFrom }
  insertRow(db, placeDefinition, row)
}

/** What is known of a place is no longer what is known; something else is known instead. */
export function endPlaceDefinition(db: Db, placeId: number, at: number): void {
  db.prepared('update place_definition set known_to = :at where place_id = :placeId and known_to is null').run({
    placeId,
    at,
  })
}

/** @param knownFrom since when it is known, ms */
export function insertSuccession(db: Db, one: Succession, knownFrom: number): void {
  insertRow(db, succession, { ...one, knownFrom })
}

export function endSuccession(db: Db, { fromId, toId }: Succession, at: number): void {
  db.prepared(
    'update succession set known_to = :at where from_id = :fromId and to_id = :toId and known_to is null',
  ).run({ fromId, toId, at })
}

/** Since when something of a place has been known, at the latest, that is known now; ms. */
export function lastPlacedAt(db: Db, placeId: number): number {
  const text = `select max(known_from) from (select known_from from place_definition where place_id = :placeId
    union all select coalesce(max(known_from), 0) from succession where from_id = :placeId)`
  const [at] = db.prepared(text).get({ placeId }) as [number]
  return at
}

/** The last quarter for which anybody has given a value for a place, approved or not; null = none. */
export function lastGivenFor(db: Db, placeId: number): Quarter | null {
  const [quarter] = db
    .prepared(`select max(quarter) from (
      select quarter from fact where place_id = :placeId and approved_to is null
      union all
      select s.quarter from submission s join entry e on e.submission_id = s.id
        where s.place_id = :placeId and e.state <> 'not reported')`)
    .get({ placeId }) as [Quarter | null]
  return quarter
}
