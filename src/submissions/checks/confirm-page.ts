import type { Words } from '../../language/words.ts'
import { headingOf, type SubmissionHeading } from '../page/heading.ts'
import type { StoredSubmission } from '../page-state.ts'
import type { Submission } from '../submission.ts'
import type { Finding } from './finding.ts'
import { type DoubtView, doubtView } from './findings-page.ts'
import type { Soft } from './soft.ts'

export type ConfirmModel = SubmissionHeading & Pick<Submission, 'id' | 'version'> & { doubts: DoubtView[] }

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/entry-form/confirm': ConfirmModel
  }
}

/** What is asked about once before a submission is handed in. */
export function confirmPage(loaded: StoredSubmission, doubts: readonly Finding<Soft>[], words: Words): ConfirmModel {
  const { id, version } = loaded.stored
  return { ...headingOf(loaded, words), id, version, doubts: doubts.map((doubt) => doubtView(doubt, loaded, words)) }
}
