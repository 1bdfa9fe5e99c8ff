import type { Db } from '../../../db/connection.ts'
import { dayAt } from '../../calendar/day.ts'
import { datesOf } from '../../calendar/span.ts'
import { Refused } from '../../figures/question.ts'
import { partners } from '../../partners/store.ts'
import { isArea, type Place } from '../../places/place.ts'
import { places } from '../../places/store.ts'
import type { Query } from '../choice.ts'
import { answerTo } from '../donor-view/answer-load.ts'
import { type Request, stateOf } from '../load.ts'
import { groupOf, type PageState, partnerAsArea, periodsOf, wholeGroup } from '../page-state.ts'
import { loadPictures } from '../small-multiples/load.ts'
import { tablesQuestion } from '../tables/tables-page.ts'
import type { ProvinceView } from './page.ts'
import { reportsFrom } from './reports.ts'
import type { ProvinceTables } from './table-page.ts'

/**
 * On today's map a province that was merged away is read in its successor.
 * @returns the slug of the successor; null where the province is there to be asked for, or became several
 */
export function successorToday(db: Db, query: Query, slug: string, now: number): string | null {
  const tree = places(db)
  const place = tree.bySlug.get(slug)
  if (query.map !== 'today' || !place || !isArea(place)) return null
  const became = tree.becameBy(place.id, dayAt(now))
  return became.length === 1 && isArea(became[0]!) ? became[0]!.slug : null
}

/** Whose page is asked for, in a choice; null where there is no such page. */
export type AreaOf = (db: Db, state: PageState, slug: string) => Place | null

/** @throws Refused unknown-place */
export const provinceNamed: AreaOf = (db, _state, slug) => {
  const place = places(db).bySlug.get(slug)
  if (!place || !isArea(place)) throw new Refused('unknown-place', slug)
  return place
}

/**
 * A partner, in a project whose figures are compared by partners; there is no such page in another.
 * @throws Refused unknown-partner
 */
export const partnerNamed: AreaOf = (db, { areas, choice: { to } }, slug) => {
  if (areas !== 'partners') return null
  const partner = partners(db).find((one) => one.slug === slug)
  if (!partner) throw new Refused('unknown-partner', slug)
  return partnerAsArea(partner, datesOf({ from: to, to }).last)
}

/**
 * A province, or a partner, in the quarter that is asked for, or in the last for which it has reported everything.
 * @returns null in a file without a project, or where there is no such page
 * @throws Refused unknown-place, unknown-partner, place-not-in-span
 */
export function loadProvince(request: Request, slug: string, areaOf: AreaOf = provinceNamed): ProvinceView | null {
  const { db } = request
  const view = loadPictures(ofAllAreas(request), (state) => {
    const place = areaOf(db, state, slug)
    return (
      place && {
        indicators: state.indicators,
        groups: [isArea(place) ? groupOf(state, place.slug) : wholeGroup(state)],
        isOfIts: reportsFrom(state, place),
      }
    )
  })
  return view && { ...view, place: areaOf(db, view.state, slug)! }
}

/**
 * The same as tables.
 * @returns null in a file without a project, or where there is no such page
 * @throws Refused unknown-place, unknown-partner, place-not-in-span
 */
export function loadProvinceTables(
  request: Request,
  slug: string,
  areaOf: AreaOf = provinceNamed,
): ProvinceTables | null {
  const state = stateOf(ofAllAreas(request), 'quarter')
  const place = state && areaOf(request.db, state, slug)
  if (!place) return null
  const view = { state, place, indicators: state.indicators, periods: periodsOf(state) }
  const question = tablesQuestion(view, [groupOf(state, place.slug)])
  return { ...view, answer: answerTo(request, state, question) }
}

/** The page of an area is of that area, whatever the page before it was narrowed to. */
function ofAllAreas(request: Request): Request {
  const { province: _, ...query } = request.query
  return { ...request, query }
}
