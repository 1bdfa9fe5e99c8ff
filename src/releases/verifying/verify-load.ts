import type { Db } from '../../../db/connection.ts'
import { DamagedLedger } from '../../disclosure/earlier/ledger.ts'
import { readCells } from '../../spreadsheet/read-cells.ts'
import { REPORT_FORMS, type ReportForm } from '../../vocabulary/release.ts'
import type { ReleaseContent } from '../content/content.ts'
import { protectedContentOf } from '../content/publish.ts'
import { loadSource } from '../content/source-load.ts'
import { issuedForm } from '../forms/form-store.ts'
import { packedForms, unpackedMark } from '../forms/packed-form.ts'
import { readLedger } from '../protection/ledger-store.ts'
import type { Release } from '../release.ts'
import { previewOf, releaseById } from '../store.ts'
import { workbookOf } from '../workbook/assemble.ts'
import { cellsOfPlan, differencesOf } from '../workbook/file-check.ts'
import { issuedFile } from '../workbook/file-store.ts'
import type { Verified } from './verified.ts'

/** Makes the workbook of an issued release anew from the database and holds the file that was issued against it, cell by cell. */
export function verifyRelease(db: Db, id: number): Verified {
  const release = releaseById(db, id)
  if (release?.state !== 'issued') return 'not-found'
  const file = issuedFile(db, id)
  if (file === null) return 'no-file'
  if (file === 'damaged') return 'file-damaged'
  try {
    // Its own record; that of the reports before it is read with what it is made of.
    readLedger(db, [release])
    const content = rebuiltContent(db, release)
    if (!content) return 'changed'
    const issued = readCells(file.bytes)
    const cells = issued.reduce((sum, { rows }) => sum + rows.reduce((of, row) => of + row.length, 0), 0)
    return {
      sha256: file.sha256,
      cells,
      differences: differencesOf(issued, cellsOfPlan(workbookOf(content))),
      forms: formsOtherwise(db, id, content),
    }
  } catch (error) {
    if (error instanceof DamagedLedger) return 'ledger-damaged'
    throw error
  }
}

function rebuiltContent(db: Db, release: Release): ReleaseContent | null {
  const [at, preview] = [release.issuedAt, previewOf(db, release.id)]
  if (at === null || !preview) return null
  return protectedContentOf(loadSource(db, release, at), preview, { draft: false, at })?.content ?? null
}

/** Kept files that are others than would be written now. */
function formsOtherwise(db: Db, id: number, content: ReleaseContent): ReportForm[] {
  const now = new Map(packedForms(content).map(({ form, sha256 }) => [form, sha256]))
  return REPORT_FORMS.filter((form) => {
    const kept = issuedForm(db, id, form)
    return (
      kept === 'damaged' || (kept !== null && (unpackedMark(kept) !== kept.sha256 || kept.sha256 !== now.get(form)))
    )
  })
}
