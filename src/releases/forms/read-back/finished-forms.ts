import { gunzipSync } from 'node:zlib'
import { NotAWorkbook } from '../../../spreadsheet/xml-parts.ts'
import type { ReleaseContent } from '../../content/content.ts'
import { type DataTable, dataTable } from '../../workbook/data-sheet/table.ts'
import type { CellDifference } from '../../workbook/file-check.ts'
import { type UnlikeFile, unlikeFile } from '../../workbook/finished-file.ts'
import type { formOf } from '../form.ts'
import { type PackedForm, packedForms } from '../packed-form.ts'
import { unlikeCsv } from './unlike-csv.ts'
import { unlikeIati } from './unlike-iati.ts'

/**
 * Writes every form that a release can have and reads what was packed back, by readers that share no code with the writers: against
 * the cells of *Data*, and against the figures themselves. It holds the thread for some seconds: call it in a worker.
 */
export function finishedForms(content: ReleaseContent, write?: typeof formOf): PackedForm[] | UnlikeFile {
  const forms = packedForms(content, write)
  const data = dataTable(content)
  const unlike = forms.flatMap((form) => unlikeForm(form, data, content))
  return unlike.length > 0 ? unlikeFile(unlike) : forms
}

function unlikeForm({ form, packed }: PackedForm, data: DataTable, content: ReleaseContent): CellDifference[] {
  const text = gunzipSync(packed).toString()
  if (form !== 'iati') return unlikeCsv(form, text, data)
  try {
    return unlikeIati(text, data, content)
  } catch (error) {
    if (!(error instanceof NotAWorkbook)) throw error
    return [{ at: form, expected: 'well-formed XML', found: error.message }]
  }
}
