import type { Db } from '../../../db/connection.ts'
import type { Reporter } from '../../assignments/assignment.ts'
import { partners } from '../../partners/store.ts'
import { places } from '../../places/store.ts'

/** Reporters by their stable names, for the trail. */
export function namesIn(db: Db): (reporter: Reporter) => string {
  return ({ partnerId, placeId }) =>
    `${partners(db).find(({ id }) => id === partnerId)?.slug} / ${places(db).byId.get(placeId)?.slug}`
}
