import type { Db } from '../../../db/connection.ts'
import type { ActionContext, Outcome } from '../action.ts'
import { changeState, type Reason, reasonDetail } from '../change-state.ts'
import { addRowReasons } from './reasons-store.ts'

/** Returns what was handed in to its partner, to be corrected. */
export function returnSubmission(db: Db, context: ActionContext, id: number, given: Reason): Outcome {
  const { reason, rows } = given
  const alongside = (factId: number) => addRowReasons(db, factId, context.version, rows)
  return changeState(db, context, id, {
    action: 'return',
    fact: 'returned',
    reason,
    detail: reasonDetail(given),
    alongside,
  })
}
