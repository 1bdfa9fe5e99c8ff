import type { Db } from '../../db/connection.ts'
import type { ActionContext, Outcome } from './action.ts'
import { changeState } from './change-state.ts'

/**
 * Hands a submission in for review.
 * @param confirmed findings the partner was asked about and stands by, as codes with their fields
 */
export function submit(db: Db, context: ActionContext, id: number, confirmed: readonly string[]): Outcome {
  return changeState(db, context, id, { action: 'submit', fact: 'submitted', detail: { confirmed } })
}
