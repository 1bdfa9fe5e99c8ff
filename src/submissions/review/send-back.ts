import type { Db } from '../../../db/connection.ts'
import type { ActionContext, Outcome } from '../action.ts'
import { changeState, type Reason, reasonDetail } from '../change-state.ts'
import { addRowReasons } from './reasons-store.ts'

/** How a submission comes back to its partner, with what then stands in its history. */
const FACTS = { return: 'returned', reopen: 'reopened' } as const

/**
 * Sends a submission back with its reasons. `return`: what was handed in, to be corrected; `reopen`: an approved one, whose
 * approved values stay in force until the correction is approved.
 */
export function sendSubmissionBack(
  db: Db,
  context: ActionContext,
  id: number,
  action: keyof typeof FACTS,
  given: Reason,
): Outcome {
  const alongside = (factId: number) => addRowReasons(db, factId, context.version, given.rows)
  return changeState(db, context, id, {
    action,
    fact: FACTS[action],
    reason: given.reason,
    detail: reasonDetail(given),
    alongside,
  })
}
