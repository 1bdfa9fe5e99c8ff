import type { Db } from '../../../db/connection.ts'
import type { ActionContext, Outcome } from '../action.ts'
import { changeState } from '../change-state.ts'

/** Takes back what was handed in and nobody has decided on yet: it is a draft again, with all its values. */
export function withdraw(db: Db, context: ActionContext, id: number): Outcome {
  return changeState(db, context, id, { action: 'withdraw', fact: 'withdrawn' })
}
