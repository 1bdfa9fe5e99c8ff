import type { PictureNote } from '../../charts/picture.ts'
import { instant, quarter } from '../../language/format.ts'
import { areaSlugOf } from '../page-state.ts'
import type { IndicatorPageView } from './view.ts'

const MOST_SHOWN = 6

/** What was said of the values of an indicator in the span, of the latest quarter first. */
export function notesIn({ state, place, notes }: IndicatorPageView): PictureNote[] {
  const { words } = state
  return notes
    .filter((note) => place === null || areaSlugOf(state, note) === place.slug)
    .slice(0, MOST_SHOWN)
    .map(({ text, by, at, partner, placeId, quarter: due, submissionId }) => {
      const place = state.places.nameAmong(placeId)
      return {
        text,
        of: [quarter(due, words.language), words.of(partner), place ? words.of(place) : ''].filter(Boolean).join(', '),
        href: `/submissions/${submissionId}`,
        when: `${by}, ${instant(at, words.language)}`,
      }
    })
}
