import type { Place } from '../../places/place.ts'
import { carried } from '../addresses.ts'
import { areaPath, type PageState } from '../page-state.ts'

export type NeighbourModel = { href: string; label: string; here: boolean }

/** The provinces of the project, or its partners, each with the way to the same page of it. */
export function neighbours(state: PageState, here: Place, more: Record<string, string> = {}): NeighbourModel[] {
  const { words, provinces } = state
  return provinces.map((place) => ({
    href: carried(state, areaPath(state, place.slug), more),
    label: words.of(place.name),
    here: place.id === here.id,
  }))
}
