import { ask } from '../../figures/ask.ts'
import { type Request, stateOf } from '../load.ts'
import { type Overview, overviewQuestion } from './page.ts'

/**
 * @returns null in a file without a project
 * @throws Refused, NotAChoice
 */
export function loadOverview(request: Request): Overview | null {
  const state = stateOf(request, 'quarter')
  if (!state) return null
  return { state, answer: ask(request.db, overviewQuestion(state), request.now) }
}
