import type { Db } from '../../../../db/connection.ts'
import type { Person } from '../../../access/person.ts'
import type { Outcome } from '../../action.ts'
import { saveLoaded } from '../../save.ts'
import type { PreviewedForm } from './preview.ts'

/** What came of saving an upload: the submissions in the order of its forms, or why nothing of it was saved. */
export type SavedUpload = { done: true; ids: number[]; changed: number } | Exclude<Outcome, { done: true }>

/** One of the forms could not be saved: then none is. */
class NotSaved extends Error {
  constructor(readonly outcome: Exclude<Outcome, { done: true }>) {
    super('one of the forms could not be saved')
  }
}

/** Saves every form of an upload that changes anything as the entry form would, all of them or none. */
export function saveUpload(db: Db, by: Person, forms: readonly PreviewedForm[]): SavedUpload {
  try {
    return db.tx(() => {
      const saved = forms.map(({ loaded, parsed }) => {
        const outcome = saveLoaded(db, by, loaded, {
          indicators: loaded.definition.rows.map((row) => row.indicator.code),
          entries: parsed.entries,
          keptOnWord: parsed.keptOnWord,
        })
        if (!('done' in outcome)) throw new NotSaved(outcome)
        return outcome
      })
      return { done: true, ids: saved.map(({ id }) => id), changed: saved.reduce((sum, one) => sum + one.changed, 0) }
    })
  } catch (error) {
    if (error instanceof NotSaved) return error.outcome
    throw error
  }
}
