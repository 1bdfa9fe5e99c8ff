import { ask } from '../../figures/ask.ts'
import { COMPONENTS } from '../../vocabulary/indicator.ts'
import { type Request, stateOf } from '../load.ts'
import { periodsOf } from '../page-state.ts'
import { type ComponentView, componentQuestion } from './page.ts'

/**
 * @returns null when there is no such component, or no project
 * @throws Refused, NotAChoice
 */
export function loadComponent(request: Request, name: string): ComponentView | null {
  const component = COMPONENTS.find((one) => one === name)
  const state = component ? stateOf(request, 'half-year') : null
  if (!component || !state) return null
  const indicators = state.indicators.filter((one) => one.component === component)
  const view = { state, component, indicators, periods: periodsOf(state) }
  return { ...view, answer: ask(request.db, componentQuestion(view), request.now) }
}
