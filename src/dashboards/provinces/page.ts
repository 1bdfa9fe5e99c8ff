import { quarter } from '../../language/format.ts'
import type { Place } from '../../places/place.ts'
import { briefAddress } from '../addresses.ts'
import { placeCompletenessText } from '../completeness.ts'
import { areaPath } from '../page-state.ts'
import { type PicturesModel, picturesPage } from '../small-multiples/page.ts'
import { dueKeys, type PicturesView } from '../small-multiples/view.ts'
import { provinceParts } from './province-parts.ts'

/** What the page of a province, or of a partner, is shaped from. */
export type ProvinceView = PicturesView & { place: Place }

/** How a province stands: a short answer, then a picture of every indicator that it reports. */
export function provincePage(view: ProvinceView): PicturesModel {
  const { state, place, answer } = view
  const { words, choice } = state
  const due = dueKeys(view)
  const quarterName = quarter(choice.to, words.language)
  return picturesPage(view, {
    ...provinceParts(state, place),
    complete: placeCompletenessText(answer, [...due.keys()], place.slug, (code) => due.get(code)!, quarterName, words),
    areas: [],
    compared: { of: 'areas', province: place.slug },
    brief: briefAddress(state, areaPath(state, place.slug)),
  })
}
