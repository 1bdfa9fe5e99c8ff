import { ask } from '../../figures/ask.ts'
import { contributions } from '../../figures/provenance/load.ts'
import { partners } from '../../partners/store.ts'
import { type Request, stateOf } from '../load.ts'
import { WHOLE } from '../page-state.ts'
import type { OriginView } from './page.ts'
import { originQuestion } from './question.ts'

/**
 * @returns null in a file without a project
 * @throws Refused, NotAChoice
 */
export function loadOrigin(request: Request): OriginView | null {
  const { db, now, query } = request
  const state = stateOf(request, 'quarter')
  if (!state) return null
  const asked = originQuestion(state, query)
  const answer = ask(db, asked.question, now)
  const indicator = answer.indicators[0]!
  const behind = contributions(db, asked.question, now).behind(indicator.code, asked.group, WHOLE, asked.cell)
  return { ...asked, state, query, answer, behind, partners: partners(db) }
}
