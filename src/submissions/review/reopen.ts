import type { Db } from '../../../db/connection.ts'
import type { ActionContext, Outcome } from '../action.ts'
import { changeState, type Reason, reasonDetail } from '../change-state.ts'
import { addRowReasons } from './reasons-store.ts'

/** Opens an approved submission for correction; its approved values stay in force until the correction is approved. */
export function reopenSubmission(db: Db, context: ActionContext, id: number, given: Reason): Outcome {
  const { reason, rows } = given
  const alongside = (factId: number) => addRowReasons(db, factId, context.version, rows)
  return changeState(db, context, id, {
    action: 'reopen',
    fact: 'reopened',
    reason,
    detail: reasonDetail(given),
    alongside,
  })
}
