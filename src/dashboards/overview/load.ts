import { ask } from '../../figures/ask.ts'
import { type Request, stateOf } from '../load.ts'
import { earlierQuestion } from './change.ts'
import { type Overview, overviewQuestion } from './page.ts'

/**
 * @returns null in a file without a project
 * @throws Refused, NotAChoice
 */
export function loadOverview(request: Request): Overview | null {
  const state = stateOf(request, 'quarter')
  if (!state) return null
  const earlier = earlierQuestion(state)
  return {
    state,
    answer: ask(request.db, overviewQuestion(state), request.now),
    earlier: earlier && ask(request.db, earlier, request.now),
  }
}
