import type { Place } from '../../places/place.ts'
import { carried } from '../addresses.ts'
import { areaPath, type PageState } from '../page-state.ts'
import type { PageOfMany } from '../scope/page-of-many.ts'

/** What the pages of a province, or of a partner, say of themselves but for how complete they are. */
export function provinceParts(
  state: PageState,
  here: Place,
  more: Record<string, string> = {},
): Omit<PageOfMany, 'complete'> {
  const { words, provinces } = state
  const others = provinces.map((place) => ({
    href: carried(state, areaPath(state, place.slug), more),
    label: words.of(place.name),
    here: place.id === here.id,
  }))
  return { title: words.of(here.name), path: areaPath(state, here.slug), parts: ['partner', 'tags'], others }
}
