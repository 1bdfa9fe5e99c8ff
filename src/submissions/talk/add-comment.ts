import type { Db } from '../../../db/connection.ts'
import { record } from '../../trail/store.ts'
import { type ActionContext, type Outcome, refusal } from '../action.ts'
import { loadStanding } from '../standing-load.ts'
import { submissionById } from '../store.ts'
import { addCommentRow } from './store.ts'

/** @param comment `indicatorId` null: about the whole; `keptOnWord`: kept although it seemed to name a person */
export function addComment(
  db: Db,
  { by, now }: Omit<ActionContext, 'version'>,
  id: number,
  comment: { text: string; indicatorId: number | null; asks: boolean; keptOnWord: boolean },
): Outcome {
  return db.tx((): Outcome => {
    const known = submissionById(db, id)!
    const refused = refusal('comment', loadStanding(db, by, known, now))
    if (refused) return { refused }
    const { text, indicatorId, asks, keptOnWord } = comment
    addCommentRow(db, id, { indicatorId, at: now, byId: by.id, text, asks, confirmed: keptOnWord })
    const detail = keptOnWord ? { keptOnWord } : {}
    record(db, { at: now, by, verb: 'submission.commented', subject: ['submission', id], detail })
    return { done: true, id, changed: 0 }
  })
}
