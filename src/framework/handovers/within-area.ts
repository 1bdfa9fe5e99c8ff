import type { Places } from '../../places/place.ts'
import type { HandoversState } from './page.ts'

/** With more reporters than these, a page that lists them all would be too heavy to send: an area is chosen first. */
const MANY = 300

/**
 * What the page shows of a project with many reporters: those of one area, what has been handed over there, and the places of
 * the area, of what it was before and of what it became.
 * @param asked slugs: the area, else that of whose duty is handed over; neither: no area is chosen yet
 */
export function withinArea(state: HandoversState, tree: Places, asked: { of: string; area: string }): HandoversState {
  if (state.reporters.length <= MANY) return state
  const areaOf = (placeId: number) => tree.rootOf(placeId)
  const predecessor = state.reporters.find(({ slug }) => slug === asked.of)
  const chosen = tree.bySlug.get(asked.area)?.id ?? (predecessor ? areaOf(predecessor.placeId) : null)
  const reported = new Set(state.reporters.map(({ placeId }) => areaOf(placeId)))
  const near = chosen === null ? [] : [chosen, ...tree.descendantsOf(chosen), ...tree.formerOf(chosen)]
  return {
    ...state,
    areas: { all: tree.list.filter(({ id }) => reported.has(id)), chosen },
    reporters: state.reporters.filter(({ placeId }) => areaOf(placeId) === chosen),
    places: state.places.filter(({ id }) => near.includes(areaOf(id))),
    recorded: state.recorded.filter(({ from, to }) => [from.place, to.place].some(({ id }) => areaOf(id) === chosen)),
  }
}
