import { isArea, type Place, type Places } from '../../places/place.ts'

/** Colours that can be told apart; of more areas than this none has one, and each bears its name. */
const COLOURS = 8

/**
 * The colour of each area, by its slug: the same on both maps and in every span, since it is given to an area by its place among
 * all that ever reported, and what an area became goes on with it.
 * @param reporting ids of the areas, as they were, in which anybody was ever asked
 */
export function placeColours(tree: Places, reporting: ReadonlySet<number>): Map<string, number> {
  const areas = tree.list.filter(isArea)
  const before = (place: Place) => {
    const former = new Set(tree.formerOf(place.id))
    return areas.find(({ id }) => former.has(id) && reporting.has(id))
  }
  const first = areas.filter((place) => reporting.has(place.id) && !before(place))
  const colours = coloursInOrder(first)
  for (const place of areas) {
    const colour = colours.get(before(place)?.slug ?? '')
    if (colour !== undefined) colours.set(place.slug, colour)
  }
  return colours
}

/** Colours in the order of a list; of a long one none. */
export function coloursInOrder(list: readonly Pick<Place, 'slug'>[]): Map<string, number> {
  return new Map(list.length > COLOURS ? [] : list.map(({ slug }, nth) => [slug, nth]))
}
