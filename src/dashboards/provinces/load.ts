import { ask } from '../../figures/ask.ts'
import { Refused } from '../../figures/question.ts'
import { places } from '../../places/store.ts'
import { type Request, stateOf } from '../load.ts'
import { periodsOf } from '../page-state.ts'
import { type ProvinceView, provinceQuestion } from './page.ts'

/**
 * @returns null in a file without a project
 * @throws Refused unknown-place, place-not-in-span; NotAChoice
 */
export function loadProvince(request: Request, slug: string): ProvinceView | null {
  const place = places(request.db).bySlug.get(slug)
  if (place?.level !== 'province') throw new Refused('unknown-place', slug)
  const state = stateOf(request, 'half-year')
  if (!state) return null
  const view = { state, place, periods: periodsOf(state) }
  return { ...view, answer: ask(request.db, provinceQuestion(view), request.now) }
}
