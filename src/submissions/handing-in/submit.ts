import type { Db } from '../../../db/connection.ts'
import type { ActionContext, Outcome } from '../action.ts'
import { changeState } from '../change-state.ts'
import type { ConfirmedDoubt } from '../checks/confirming/confirm-form.ts'
import { addDoubtNote } from '../store.ts'

/** Hands a submission in for review. */
export function submit(db: Db, context: ActionContext, id: number, confirmed: readonly ConfirmedDoubt[]): Outcome {
  const keptOnWord = confirmed.some((one) => one.keptOnWord)
  const detail = { confirmed: confirmed.map(({ doubt }) => doubt), ...(keptOnWord ? { keptOnWord } : {}) }
  const alongside = (factId: number) => {
    for (const { doubt, note, keptOnWord: kept } of confirmed)
      if (note !== '') addDoubtNote(db, factId, { doubt, note, confirmed: kept })
  }
  return changeState(db, context, id, { action: 'submit', fact: 'submitted', detail, alongside })
}
