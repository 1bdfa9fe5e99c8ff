import { asc } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { place, succession } from '../../db/schema.ts'
import { isKnownAt } from '../calendar/known.ts'
import { asKnown } from '../calendar/known-store.ts'
import { type Place, Places } from './place.ts'

/**
 * Every place that is or was, in order, with what became of it.
 * @param asAt ms; as at an instant before it was known, no place ends or becomes another. Absent = as they are known now
 */
export function places(db: Db, asAt?: number): Places {
  return trees(db, asAt)
}

/**
 * The same for a map: today's is today's, whatever was known at the instant; as reported, places are as they were known then.
 * @param asAt ms; absent = now
 */
export function placesOn(db: Db, map: 'as-reported' | 'today', asAt?: number): Places {
  return places(db, map === 'today' ? undefined : asAt)
}

const trees = asKnown(
  (db) => [...db.select().from(succession).all(), ...db.select().from(place).all().flatMap(endOf)],
  treeOf,
)

/** When it became known that a place ends: it is written once. */
function endOf({ endKnownFrom }: typeof place.$inferSelect) {
  return endKnownFrom === null ? [] : [{ knownFrom: endKnownFrom, knownTo: null }]
}

function treeOf(db: Db, asAt?: number): Places {
  const list = db
    .select()
    .from(place)
    .orderBy(asc(place.position), asc(place.id))
    .all()
    .map(
      (row): Place => ({
        id: row.id,
        slug: row.slug,
        code: row.code,
        iso: row.iso,
        level: row.level,
        parentId: row.parentId,
        name: { vi: row.nameVi, en: row.nameEn },
        validFrom: row.validFrom,
        validTo: endOf(row).some((end) => isKnownAt(end, asAt)) ? row.validTo : null,
      }),
    )
  const successions = db.select().from(succession).all()
  return new Places(
    list,
    successions.filter((one) => isKnownAt(one, asAt)).map(({ fromId, toId, on }) => ({ fromId, toId, on })),
  )
}
