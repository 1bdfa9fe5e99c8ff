import type { WORKBOOK_REFUSALS } from '../../../spreadsheet/read-workbook.ts'
import type { TEMPLATE_REFUSALS } from './filled-template.ts'

/** Why nothing of an upload is shown or kept; the sentences are under `submissions.workbook.refused`. */
export type UploadRefusal =
  | 'no-file'
  | 'too-large'
  | 'over-limits'
  | (typeof WORKBOOK_REFUSALS)[number]
  | (typeof TEMPLATE_REFUSALS)[number]
  | 'other-project'
  | 'not-yours'
  | 'other-submission'

/** `at`: the sheet or cell that is meant, or the name of the submission the file is of. */
export type RefusedUpload = { refused: UploadRefusal; at: string }

/** The page a file is sent from. */
export type UploadModel = {
  /** The submission it is to be of; null: any of the person's own. */
  submission: { id: number; name: string; report: string } | null
  megabytes: number
  minutes: number
  refused: RefusedUpload | null
}

declare module '../../../web/views/models.ts' {
  interface Views {
    'submissions/workbook/upload': UploadModel
  }
}
