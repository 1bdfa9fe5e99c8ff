import type { Db } from '../../../db/connection.ts'
import { reportingIn } from '../../assignments/owed.ts'
import { dutiesByIndicator } from '../../assignments/store.ts'
import { datesOf, type Validity } from '../../calendar/span.ts'
import type { Text } from '../../language/text.ts'
import { nameOn } from '../../partners/partner.ts'
import { isArea } from '../../places/place.ts'
import { places } from '../../places/store.ts'
import type { Release } from '../release.ts'
import type { Wording } from '../wording/wording.ts'
import type { AreaCodes } from './content.ts'

/** What figures are compared by: an area has an id, to which targets are bound, and codes; a partner has none. */
export type Area = Validity & { slug: string; name: Text; id?: number; isPartner?: true } & Partial<AreaCodes>
/** The areas that are there in a release or, in a project without any, the partners that are asked for something in it. */
export function areasOf(
  db: Db,
  release: Release,
  { project, partners }: Pick<Wording, 'project' | 'partners'>,
): Area[] {
  const tree = places(db, release.asAt)
  const provinces = tree.list.filter(isArea)
  if (provinces.length > 0) {
    const there = provinces.filter(({ id }) => tree.existsIn(id, release))
    return there.map(({ id, slug, name, code, iso }) => {
      const { first, last } = tree.quartersOf(id)
      return { id, slug, name, code, iso, from: first, to: last }
    })
  }
  const { last } = datesOf(release)
  const { firstQuarter: from } = project
  return reportingIn(dutiesByIndicator(db, release.asAt), partners, release).map((partner) => ({
    slug: partner.slug,
    name: nameOn(partner, last).name,
    from,
    to: null,
    isPartner: true,
  }))
}
