import { asc } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { grouped } from '../../db/grouped.ts'
import { place, placeDefinition, placeLevel, succession } from '../../db/schema.ts'
import { isKnownAt } from '../calendar/known.ts'
import { asKnown } from '../calendar/known-store.ts'
import { type Place, Places } from './place.ts'

/**
 * Every place that is or was, in order, with what became of it: called, ended and lying where it was known to then.
 * @param asAt ms; absent = as they are known now
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

/** Every definition of each place there has been, the first to be known first. */
const definitions = oncePerVersion((db) =>
  grouped(
    db.select().from(placeDefinition).orderBy(asc(placeDefinition.placeId), asc(placeDefinition.knownFrom)).all(),
    ({ placeId }) => placeId,
    (row) => row,
  ),
)

/** Everything that each place was called, by its id. */
export const placeNames = oncePerVersion(
  (db) =>
    new Map([...definitions(db)].map(([id, known]) => [id, known.map(({ nameVi: vi, nameEn: en }) => ({ vi, en }))])),
)

const trees = asKnown((db) => [...db.select().from(succession).all(), ...[...definitions(db).values()].flat()], treeOf)

function treeOf(db: Db, asAt?: number): Places {
  const levels = db.select().from(placeLevel).all()
  const depths = new Map(levels.map(({ code, depth }) => [code, depth]))
  const rows = db.select().from(place).orderBy(asc(place.position), asc(place.id)).all()
  const list = rows.map(({ id, slug, code, iso, level }): Place => {
    const known = definitions(db).get(id)!
    // Before anything was known of it, a place is what it was first known to be: reports name it.
    const { parentId, nameVi, nameEn, validFrom, validTo } = known.find((one) => isKnownAt(one, asAt)) ?? known[0]!
    const depth = depths.get(level)!
    return { id, slug, code, iso, level, depth, parentId, name: { vi: nameVi, en: nameEn }, validFrom, validTo }
  })
  const successions = db.select().from(succession).all()
  return new Places(
    list,
    successions.filter((one) => isKnownAt(one, asAt)).map(({ fromId, toId, on }) => ({ fromId, toId, on })),
  )
}
