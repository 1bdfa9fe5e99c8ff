import { Refused } from '../../figures/question.ts'
import type { Words } from '../../language/words.ts'
import { answerTo } from '../donor-view/answer-load.ts'
import { type Request, stateOf } from '../load.ts'
import { groupsOf, isInScope, type PageState, periodsOf } from '../page-state.ts'
import { loadPictures } from '../small-multiples/load.ts'
import { tablesQuestion } from '../tables/tables-page.ts'
import type { ComponentView } from './page.ts'
import type { ComponentTables } from './table-page.ts'

/**
 * @returns null in a file without a project
 * @throws Refused unknown-component, and what its question is refused for
 */
export function loadComponent(request: Request, name: string): ComponentView | null {
  const component = componentNamed(request.words, name)
  const view = loadPictures(request, (state) => ({
    indicators: indicatorsOf(state, component),
    groups: groupsOf(state),
    isOfIts: (slot) => slot.components.includes(component) && isInScope(state, slot),
  }))
  return view && { ...view, component }
}

/**
 * The same as tables.
 * @returns null in a file without a project
 * @throws Refused unknown-component, and what its question is refused for
 */
export function loadComponentTables(request: Request, name: string): ComponentTables | null {
  const component = componentNamed(request.words, name)
  const state = stateOf(request, 'quarter')
  if (!state) return null
  const view = { state, component, indicators: indicatorsOf(state, component), periods: periodsOf(state) }
  return { ...view, answer: answerTo(request, state, tablesQuestion(view, groupsOf(state))) }
}

function componentNamed({ terms }: Words, name: string): string {
  const found = terms.components.find(({ code }) => code === name)
  if (!found) throw new Refused('unknown-component', name)
  return found.code
}

function indicatorsOf({ indicators }: PageState, component: string): PageState['indicators'] {
  return indicators.filter((one) => one.component === component)
}
