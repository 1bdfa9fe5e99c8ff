import type { Reporter } from '../../assignments/assignment.ts'
import { isArea, type Place } from '../../places/place.ts'
import { areaSlugOf, isInScope, type PageState } from '../page-state.ts'

/** Whether a report is one of those that the figures of an area are made of; a place that is no area is all there is. */
export function reportsFrom(state: PageState, place: Place): (reporter: Reporter) => boolean {
  return (reporter) => (!isArea(place) || areaSlugOf(state, reporter) === place.slug) && isInScope(state, reporter)
}
