import type { Db } from '../../db/connection.ts'
import { record } from '../trail/store.ts'
import type { SubmissionFact } from '../vocabulary/submission.ts'
import { type Action, type ActionContext, type Outcome, refusal } from './action.ts'
import { loadStanding } from './standing-load.ts'
import { addFact, setState, submissionById } from './store.ts'
import { type RowReasonGiven, STATE_AFTER } from './submission.ts'

/** Why a submission is to be corrected, as its writer confirmed it: whether some of it was kept although it seemed to name a person. */
export type Reason = { reason: string; keptOnWord: boolean; rows: readonly RowReasonGiven[] }

/**
 * Writes what happened to a submission: the fact, the state that follows from it and the line in the trail, all or nothing.
 * @param change `detail` goes into the trail, where no free text belongs; `alongside` is written in the same transaction, told the id of the fact
 */
export function changeState(
  db: Db,
  { by, now, version }: ActionContext,
  id: number,
  change: {
    action: Action
    fact: SubmissionFact
    reason?: string
    detail?: Readonly<Record<string, unknown>>
    alongside?: (factId: number) => void
  },
): Outcome {
  return db.tx((): Outcome => {
    const known = submissionById(db, id)!
    const refused = refusal(change.action, loadStanding(db, by, known, now))
    if (refused) return { refused }
    if (known.version !== version) return { stale: true }
    const { fact: kind, reason = null, detail = {} } = change
    const factId = addFact(db, id, { kind, at: now, byId: by.id, reason })
    setState(db, id, STATE_AFTER[kind])
    change.alongside?.(factId)
    record(db, { at: now, by, verb: `submission.${kind}`, subject: ['submission', id], detail: { version, ...detail } })
    return { done: true, id, changed: 0 }
  })
}

/** What the trail keeps of a reason: about which indicators there is one, never its words. */
export function reasonDetail({ keptOnWord, rows }: Reason): Readonly<Record<string, unknown>> {
  const indicators = rows.map(({ indicator }) => indicator)
  return { ...(indicators.length > 0 ? { indicators } : {}), ...(keptOnWord ? { keptOnWord } : {}) }
}
