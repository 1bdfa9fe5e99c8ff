import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { freshenTally } from '../../figures/tally/rebuild.ts'
import {
  endPlaceDefinition,
  endSuccession,
  insertPlaceDefinition,
  insertSuccession,
  lastGivenFor,
  lastPlacedAt,
} from '../../places/definition-store.ts'
import { changedPlace, type PlaceChange, type PlaceRefusal } from '../../places/place-change.ts'
import { places } from '../../places/store.ts'
import { record } from '../../trail/store.ts'

/**
 * A place ends (or does not after all), becomes others, lies in another or is called otherwise. What was known until now stays
 * known for every instant before, so that a figure as at an earlier day, and every report that was issued, reads as it did.
 * @param by who decides it; null = nobody who has an account, such as a command
 */
export function changePlace(
  db: Db,
  by: Pick<Person, 'id'> | null,
  slug: string,
  change: PlaceChange,
  now: number,
): PlaceRefusal | null {
  return db.tx(() => {
    const tree = places(db)
    const id = tree.bySlug.get(slug)?.id
    const revision = changedPlace(tree, slug, change, id === undefined ? null : lastGivenFor(db, id))
    if ('refused' in revision) return revision.refused
    const { place, ended, begun } = revision
    const at = Math.max(now, lastPlacedAt(db, place.id) + 1)
    endPlaceDefinition(db, place.id, at)
    insertPlaceDefinition(db, place, at)
    for (const one of ended) endSuccession(db, one, at)
    for (const one of begun) insertSuccession(db, one, at)
    record(db, { at: now, by, verb: 'place.changed', subject: ['place', slug], detail: detailOf(change) })
    freshenTally(db)
    return null
  })
}

function detailOf({ name, parent, lastDay, became }: PlaceChange): Record<string, unknown> {
  return {
    ...(name ? { name: name.vi } : {}),
    ...(parent === undefined ? {} : { parent }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(became ? { became: [...became] } : {}),
  }
}
