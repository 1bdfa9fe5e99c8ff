import { ask } from '../../figures/ask.ts'
import { type Request, stateOf } from '../load.ts'
import { periodsOf } from '../page-state.ts'
import { type ComponentView, componentQuestion } from './page.ts'

/**
 * @returns null when there is no such component, or no project
 * @throws Refused, NotAChoice
 */
export function loadComponent(request: Request, name: string): ComponentView | null {
  const component = request.words.terms.components.find(({ code }) => code === name)?.code
  const state = component === undefined ? null : stateOf(request, 'half-year')
  if (component === undefined || !state) return null
  const indicators = state.indicators.filter((one) => one.component === component)
  const view = { state, component, indicators, periods: periodsOf(state) }
  return { ...view, answer: ask(request.db, componentQuestion(view), request.now) }
}
