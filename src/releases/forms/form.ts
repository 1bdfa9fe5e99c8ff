import { BOM, machineLines, regionalLines } from '../../charts/export/csv.ts'
import type { ExportSheet } from '../../charts/export/sheet.ts'
import type { ReportForm } from '../../vocabulary/release.ts'
import type { ReleaseContent } from '../content/content.ts'
import { iatiFile } from '../iati/activity.ts'
import { dataExport } from './data-export.ts'

/**
 * The file of one form, piece by piece; null where the project does not say what it needs.
 * @param data the table, where it is there already
 */
export function formOf(
  form: ReportForm,
  content: ReleaseContent,
  data: () => ExportSheet = () => dataExport(content),
): Iterable<string> | null {
  switch (form) {
    case 'iati':
      return content.project.iati && iatiFile(content, content.project.iati)
    case 'data':
      return withMark(machineLines(data()))
    case 'table-vi':
      return regionalLines(data(), 'vi')
    case 'table-en':
      return regionalLines(data(), 'en')
  }
}

/** Also what is for programs is opened by people: without the mark Excel would garble every name in it. */
function* withMark(lines: Iterable<string>): Generator<string> {
  yield BOM
  yield* lines
}
