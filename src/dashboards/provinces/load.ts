import type { Db } from '../../../db/connection.ts'
import { dayAt } from '../../calendar/day.ts'
import { datesOf } from '../../calendar/span.ts'
import { ask } from '../../figures/ask.ts'
import { Refused } from '../../figures/question.ts'
import { partners } from '../../partners/store.ts'
import { isArea } from '../../places/place.ts'
import { places } from '../../places/store.ts'
import type { Query } from '../choice.ts'
import { type Request, stateOf } from '../load.ts'
import { partnerAsArea, periodsOf } from '../page-state.ts'
import { type ProvinceView, provinceQuestion } from './page.ts'

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

/**
 * The same page of a partner, in a project whose figures are compared by partners.
 * @returns null where they are not, or in a file without a project
 * @throws Refused unknown-partner; NotAChoice
 */
export function loadPartner(request: Request, slug: string): ProvinceView | null {
  const state = stateOf(request, 'half-year')
  if (state?.areas !== 'partners') return null
  const partner = partners(request.db).find((one) => one.slug === slug)
  if (!partner) throw new Refused('unknown-partner', slug)
  const { to } = state.choice
  const view = { state, place: partnerAsArea(partner, datesOf({ from: to, to }).last), periods: periodsOf(state) }
  return { ...view, answer: ask(request.db, provinceQuestion(view), request.now) }
}

/**
 * @returns null in a file without a project
 * @throws Refused unknown-place, place-not-in-span; NotAChoice
 */
export function loadProvince(request: Request, slug: string): ProvinceView | null {
  const place = places(request.db).bySlug.get(slug)
  if (!place || !isArea(place)) throw new Refused('unknown-place', slug)
  const state = stateOf(request, 'half-year')
  if (!state) return null
  const view = { state, place, periods: periodsOf(state) }
  return { ...view, answer: ask(request.db, provinceQuestion(view), request.now) }
}
