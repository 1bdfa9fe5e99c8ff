import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { ExportSheet } from '../../charts/export/sheet.ts'
import { REPORT_FORMS, type ReportForm } from '../../vocabulary/release.ts'
import type { ReleaseContent } from '../content/content.ts'
import { dataExport } from './data-export.ts'
import { formOf } from './form.ts'

/** A file as it is kept; `sha256` is that of what comes out when it is unpacked. */
export type PackedForm = { form: ReportForm; packed: Uint8Array; sha256: string }

/** So many characters are packed at a time: a large file is never whole in memory. */
const AT_ONCE = 1 << 18

/** What has been packed in several pieces is unpacked as one: gzip allows it (RFC 1952, 2.2). */
export function packedForm(form: ReportForm, pieces: Iterable<string>): PackedForm {
  const [hash, packed]: [ReturnType<typeof createHash>, Buffer[]] = [createHash('sha256'), []]
  let waiting = ''
  const pack = () => {
    const bytes = Buffer.from(waiting)
    hash.update(bytes)
    packed.push(gzipSync(bytes))
    waiting = ''
  }
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length >= AT_ONCE) pack()
  }
  if (waiting !== '' || packed.length === 0) pack()
  return { form, packed: new Uint8Array(Buffer.concat(packed)), sha256: hash.digest('hex') }
}

/** Every form that a release can have. */
export function packedForms(content: ReleaseContent, write: typeof formOf = formOf): PackedForm[] {
  let table: ExportSheet | null = null
  const data = () => {
    table ??= dataExport(content)
    return table
  }
  return REPORT_FORMS.flatMap((form) => {
    const pieces = write(form, content, data)
    return pieces ? [packedForm(form, pieces)] : []
  })
}

/** The fingerprint of what comes out; null where nothing does. It holds the thread: requests unpack piece by piece. */
export function unpackedMark({ packed }: PackedForm): string | null {
  try {
    return createHash('sha256').update(gunzipSync(packed)).digest('hex')
  } catch {
    return null
  }
}
