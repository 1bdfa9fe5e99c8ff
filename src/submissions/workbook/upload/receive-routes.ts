import type { FastifyRequest } from 'fastify'
import type { ReadSheet } from '../../../spreadsheet/read-workbook.ts'
import { inThread, OverLimits } from '../../../threads/thread.ts'
import { sentFile } from '../../../web/files/multipart.ts'
import { personOf } from '../../../web/guard.ts'
import { namedInWords } from '../../page/heading.ts'
import type { LoadedSubmission, StoredSubmission } from '../../page-state.ts'
import { readTemplate } from './filled-template.ts'
import { isOfProject, loadKeyed } from './load.ts'
import type { RefusedUpload, UploadRefusal } from './refusal.ts'
import type { Upload } from './upload.ts'

/** What reading a file may take: megabytes of its thread, and milliseconds. */
const LIMITS = { memory: 256, time: 20_000 }

/**
 * Reads what was sent, as far as it is a template of this project and of this person. Of what is refused nothing is kept and
 * nothing is written to the log but that a request was refused.
 * @param submission which it has to be of; null: any of the person's own
 */
export async function receiveUpload(
  request: FastifyRequest,
  submission: StoredSubmission | null,
): Promise<Omit<Upload, 'personId'> | RefusedUpload> {
  const { db, now, secret } = request.server.context
  const sent = await sentSheets(request)
  if ('refused' in sent) return sent
  const template = readTemplate(sent.sheets, secret)
  if ('refused' in template) return template
  const { key, forms, extra } = template
  if (!isOfProject(db, key)) return because('other-project')
  const loaded = key.forms.map((form) => loadKeyed(db, personOf(request), form, now()))
  if (!loaded.every((one) => one !== null)) return because('not-yours')
  const [first] = loaded as LoadedSubmission[]
  if (submission && !loaded.some((one) => one.stored?.id === submission.stored.id))
    return because('other-submission', namedInWords(first!, request.words))
  return { language: key.language, extra, forms: key.forms.map((form, nth) => ({ key: form, cells: forms[nth]! })) }
}

/** The sheets of the file that was sent, read in a thread of their own. */
export async function sentSheets(request: FastifyRequest): Promise<{ sheets: ReadSheet[] } | RefusedUpload> {
  const file = sentFile(request.body, 'file')
  if (!file) return because('no-file')
  if (file.isTooLarge) return because('too-large')
  const read = await readInThread(file.bytes)
  return 'refused' in read ? because(read.refused) : read
}

async function readInThread(bytes: Uint8Array) {
  try {
    return await inThread('spreadsheet/reading', bytes, undefined, LIMITS).done
  } catch (error) {
    if (error instanceof OverLimits) return { refused: 'over-limits' as const }
    throw error
  }
}

export function because(refused: UploadRefusal, at = ''): RefusedUpload {
  return { refused, at }
}
