import type { Db } from '../../../db/connection.ts'
import { approveFacts } from '../../figures/approve.ts'
import type { ActionContext, Outcome } from '../action.ts'
import { changeState } from '../change-state.ts'

/** Approves what was handed in: its values are in force from this instant. */
export function approve(db: Db, context: ActionContext, id: number): Outcome {
  const alongside = () => approveFacts(db, { submissionId: id, now: context.now })
  return changeState(db, context, id, { action: 'approve', fact: 'approved', alongside })
}
