import { and, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { reportForm } from '../../../db/schema.ts'
import type { ReportForm } from '../../vocabulary/release.ts'
import { toldAtIssuing } from '../workbook/file-store.ts'
import type { PackedForm } from './packed-form.ts'

/** Keeps the files of a release that is about to be issued. */
export function insertForms(db: Db, releaseId: number, forms: readonly PackedForm[]): void {
  for (const { form, packed, sha256 } of forms)
    db.insert(reportForm)
      .values({ releaseId, form, packed: Buffer.from(packed), sha256 })
      .run()
}

/** Whether a release was issued with other files than the workbook and without this one: it has none. */
export function isIssuedWithout(db: Db, releaseId: number, form: ReportForm): boolean {
  const forms = formsTold(db, releaseId)
  return forms !== null && !forms.some(isOf(form))
}

/** What the trail says of its files beside the workbook, as `fingerprintsTold` wrote it; null: nothing. */
function formsTold(db: Db, releaseId: number): string[] | null {
  const { forms } = toldAtIssuing(db, releaseId)
  return Array.isArray(forms) ? forms.map(String) : null
}

function isOf(form: ReportForm): (told: string) => boolean {
  return (told) => told.startsWith(`${form} `)
}

/** As they stand in the trail beside the fingerprint of the workbook: "iati 3fe0…". */
export function fingerprintsTold(forms: readonly PackedForm[]): string[] {
  return forms.map(({ form, sha256 }) => `${form} ${sha256}`)
}

/**
 * A file as it was issued, packed. `damaged`: it is not there any more, or not the one whose fingerprint stands in the trail; whether what
 * is unpacked has that fingerprint is for whoever unpacks it to see. Null where none was kept.
 */
export function issuedForm(db: Db, releaseId: number, form: ReportForm): PackedForm | 'damaged' | null {
  const here = and(eq(reportForm.releaseId, releaseId), eq(reportForm.form, form))
  const kept = db.select().from(reportForm).where(here).get()
  const told = formsTold(db, releaseId)?.find(isOf(form))
  if (!kept) return told === undefined ? null : 'damaged'
  return told === `${form} ${kept.sha256}` ? { form, packed: kept.packed, sha256: kept.sha256 } : 'damaged'
}
