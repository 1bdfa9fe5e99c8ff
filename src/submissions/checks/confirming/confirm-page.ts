import type { Words } from '../../../language/words.ts'
import { headingOf, type SubmissionHeading } from '../../page/heading.ts'
import type { StoredSubmission } from '../../page-state.ts'
import type { Submission } from '../../submission.ts'
import { type DoubtView, doubtView } from '../findings-page.ts'
import { type AnsweredDoubt, LONGEST_NOTE } from './confirm-form.ts'

/** A doubt with the field for what its partner says of it; null where nothing needs to be said. */
type AskedDoubt = DoubtView & { field: NoteField | null }
type NoteField = { id: string; label: string; value: string; error: string | null; maxlength: number }

export type ConfirmModel = SubmissionHeading &
  Pick<Submission, 'id' | 'version'> & {
    doubts: AskedDoubt[]
    /** Reasons that are often given, to choose from or to write over. */
    usual: string[]
    /** A note may name a person, and its writer is asked whether it does. */
    asksToKeep: boolean
  }

declare module '../../../web/views/models.ts' {
  interface Views {
    'submissions/entry-form/confirm': ConfirmModel
  }
  interface Parts {
    'submissions/entry-form/asked': { doubt: AskedDoubt }
  }
}

const USUAL_REASONS = ['records', 'activity', 'no-activity', 'late'] as const

/** What is asked about once before a submission is handed in, with what has been said of it. */
export function confirmPage(loaded: StoredSubmission, answered: readonly AnsweredDoubt[], words: Words): ConfirmModel {
  const { id, version } = loaded.stored
  const doubts = answered.map(({ finding, takesNote, note, problem }, nth): AskedDoubt => {
    const doubt = doubtView(finding, loaded, words)
    const error = problem === null || problem === 'not-asked' ? null : words.t(`submissions:confirm.${problem}`)
    const label = words.t('submissions:confirm.note', { where: doubt.where })
    const field = { id: `note-${nth}`, label, value: note, error, maxlength: LONGEST_NOTE }
    return { ...doubt, field: takesNote ? field : null }
  })
  const asksToKeep = answered.some(({ problem }) => problem === 'may-identify')
  const usual = USUAL_REASONS.map((reason) => words.t(`submissions:confirm.usual.${reason}`))
  return { ...headingOf(loaded, words), id, version, doubts, usual, asksToKeep }
}
