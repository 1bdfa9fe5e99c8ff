import { releaseParts } from '../../../src/api/releases/answer.ts'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { fileName } from '../../../src/releases/file-name.ts'
import { formOf } from '../../../src/releases/forms/form.ts'
import { STANDS } from '../../../src/releases/standing/standing.ts'
import { workbookOf } from '../../../src/releases/workbook/assemble.ts'
import { finishedFile } from '../../../src/releases/workbook/finished-file.ts'
import { RELEASE_LANGUAGES, REPORT_FORMS, type ReleaseLanguage } from '../../../src/vocabulary/release.ts'

export type SampleFile = { name: string; bytes: Uint8Array }

/**
 * Everything a report is issued as: its workbook in each language, its other forms, and what programs read of it.
 * @throws when a finished workbook, read back, does not say what its figures say
 */
export async function* sampleFiles(
  contentIn: (language: ReleaseLanguage) => ReleaseContent,
): AsyncGenerator<SampleFile> {
  for (const language of RELEASE_LANGUAGES) {
    const content = contentIn(language)
    const plan = workbookOf(content)
    const file = await finishedFile(plan, content)
    if ('unlike' in file) throw new Error(`the workbook differs from its figures: ${JSON.stringify(file.unlike)}`)
    yield { name: nameOf(content, 'xlsx'), bytes: file.bytes }
    if (language !== 'both') continue
    const { head, rows } = releaseParts(content.release, STANDS, plan, file.sha256, content.project.terms)
    yield { name: nameOf(content, 'json'), bytes: Buffer.from(JSON.stringify({ ...head, figures: rows })) }
  }
  const content = contentIn('both')
  for (const form of REPORT_FORMS) {
    const pieces = formOf(form, content)
    const ending = form === 'iati' ? 'iati.xml' : `${form}.csv`
    if (pieces) yield { name: nameOf(content, ending), bytes: Buffer.from([...pieces].join('')) }
  }
}

function nameOf({ release, project }: ReleaseContent, ending: string): string {
  return fileName({ ...release, state: 'issued' }, project.code, ending)
}
