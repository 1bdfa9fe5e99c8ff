import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { assignment, handover, partner, partnerKind, partnerName, place, placeLevel } from '../../../db/schema.ts'
import { insertPlaceDefinition, insertSuccession } from '../../places/definition-store.ts'
import type { NamedHandover } from '../handovers/told.ts'
import type { AssignmentRow, KindRow, PartnerRow } from '../lists/partners.ts'
import type { LevelRow, PlaceRow, SuccessionRow } from '../lists/places.ts'

type Ids = ReadonlyMap<string, number>

/** A file that has just been made has the usual levels: these take their place. */
export function replaceLevels(db: Db, rows: readonly LevelRow[]): void {
  db.delete(placeLevel).run()
  for (const [depth, { code, one, many }] of rows.entries())
    insertRow(db, placeLevel, { code, depth, oneVi: one.vi, oneEn: one.en, manyVi: many.vi, manyEn: many.en })
}

/**
 * Places in the order of the list, each after what it lies in.
 * @param levels codes from the top down
 * @param knownFrom instant since which it is known what each is called, lies in and becomes, and when it ends
 * @returns ids by slug
 */
export function insertPlaces(
  db: Db,
  rows: readonly PlaceRow[],
  successions: readonly SuccessionRow[],
  levels: readonly string[],
  knownFrom: number,
): Ids {
  const ids = new Map<string, number>()
  const depthOf = ({ parent, level }: PlaceRow) => (parent === null ? 0 : levels.indexOf(level))
  const fromTheTop = [...rows.entries()].sort(([, a], [, b]) => depthOf(a) - depthOf(b))
  for (const [position, { slug, code, iso, level, parent, name, validFrom, validTo }] of fromTheTop) {
    const placeId = insertRow(db, place, { slug, code, iso, level, position })
    ids.set(slug, placeId)
    const parentId = parent === null ? null : ids.get(parent)!
    insertPlaceDefinition(db, { id: placeId, parentId, name, validFrom, validTo }, knownFrom)
  }
  for (const { from, to, on } of successions)
    insertSuccession(db, { fromId: ids.get(from)!, toId: ids.get(to)!, on }, knownFrom)
  return ids
}

export function insertKinds(db: Db, rows: readonly KindRow[]): void {
  for (const [position, { code, name }] of rows.entries())
    insertRow(db, partnerKind, { code, nameVi: name.vi, nameEn: name.en, position })
}

/** @returns ids by slug */
export function insertPartners(db: Db, rows: readonly PartnerRow[]): Ids {
  const ids = new Map<string, number>()
  for (const [position, { slug, cutOffDay, names }] of rows.entries()) {
    const partnerId = insertRow(db, partner, { slug, cutOffDay, position })
    ids.set(slug, partnerId)
    for (const { name, ...dated } of names)
      insertRow(db, partnerName, { partnerId, ...dated, nameVi: name.vi, nameEn: name.en })
  }
  return ids
}

/** Each place with each indicator of a row, by itself. */
export function insertAssignments(
  db: Db,
  rows: readonly AssignmentRow[],
  ids: { indicators: Ids; places: Ids; partners: Ids },
  knownFrom: number,
): void {
  for (const { partner: slug, places, indicators, from, to } of rows)
    for (const where of places)
      for (const code of indicators)
        insertRow(db, assignment, {
          indicatorId: ids.indicators.get(code)!,
          placeId: ids.places.get(where)!,
          partnerId: ids.partners.get(slug)!,
          fromQuarter: from,
          toQuarter: to,
          knownFrom,
        })
}

export function insertHandovers(
  db: Db,
  rows: readonly NamedHandover[],
  ids: { indicators: Ids; places: Ids; partners: Ids },
  knownFrom: number,
): void {
  for (const { indicator, heir, predecessor } of rows)
    insertRow(db, handover, {
      indicatorId: ids.indicators.get(indicator)!,
      placeId: ids.places.get(heir.place)!,
      partnerId: ids.partners.get(heir.partner)!,
      fromQuarter: heir.from,
      predecessorPlaceId: ids.places.get(predecessor.place)!,
      predecessorPartnerId: ids.partners.get(predecessor.partner)!,
      predecessorFrom: predecessor.from,
      knownFrom,
    })
}
