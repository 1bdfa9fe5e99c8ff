import type { Db } from '../../../db/connection.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { datesOf } from '../../calendar/span.ts'
import type { Text } from '../../language/text.ts'
import { nameOn } from '../../partners/partner.ts'
import { partners } from '../../partners/store.ts'
import { places } from '../../places/store.ts'

/** Who wrote something, and about when. */
type WrittenBy = { partnerId: number; placeId: number; quarter: Quarter }

/** What whoever wrote something, and its place, were called at the end of the quarter it is about, as it is known at an instant. */
export function reporterNames(db: Db, asAt: number): (written: WrittenBy) => { partner: Text; place: Text } {
  const placesById = places(db, asAt).byId
  const partnersById = new Map(partners(db).map((partner) => [partner.id, partner]))
  return ({ partnerId, placeId, quarter }) => ({
    partner: nameOn(partnersById.get(partnerId)!, datesOf({ from: quarter, to: quarter }).last).name,
    place: placesById.get(placeId)!.name,
  })
}
