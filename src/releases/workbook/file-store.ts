import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { releaseFile, reportForm, trail } from '../../../db/schema.ts'
import type { ReportForm } from '../../vocabulary/release.ts'
import { type FinishedFile, fingerprintOf } from './finished-file.ts'

/** Keeps the file of a release that is about to be issued. */
export function insertFile(db: Db, releaseId: number, { bytes, sha256, plan }: FinishedFile): void {
  db.insert(releaseFile)
    .values({ releaseId, bytes: Buffer.from(bytes), sha256, plan: Buffer.from(plan) })
    .run()
}

/**
 * The file as it was issued. `damaged`: its bytes, or those of the plan beside it, are not those whose fingerprint was written into the
 * trail. Null where none was kept, as of reports issued by earlier versions of the program.
 */
export function issuedFile(db: Db, releaseId: number): { bytes: Buffer; sha256: string } | 'damaged' | null {
  const kept = db.select().from(releaseFile).where(eq(releaseFile.releaseId, releaseId)).get()
  const { sha256, plan } = toldAtIssuing(db, releaseId)
  const told = typeof sha256 === 'string' ? sha256 : null
  if (!kept) return told === null ? null : 'damaged'
  const isWhole = kept.sha256 === told && fingerprintOf(kept.bytes) === told
  // Of a plan that an earlier version kept nothing is told.
  const isOwnPlan = plan === undefined || (kept.plan !== null && fingerprintOf(kept.plan) === plan)
  return isWhole && isOwnPlan ? { bytes: kept.bytes, sha256: kept.sha256 } : 'damaged'
}

/** Whether any report was issued in this form. */
export function isIssuedAs(db: Db, form: ReportForm): boolean {
  return (
    db.select({ id: reportForm.releaseId }).from(reportForm).where(eq(reportForm.form, form)).limit(1).get() !==
    undefined
  )
}

/**
 * What the trail says of the files of a release when it was issued: their fingerprints (`plan`: of the packed plan of its workbook,
 * which answers to programs are made of), and which program wrote them; nothing where it was issued before that was kept.
 */
export function toldAtIssuing(
  db: Db,
  releaseId: number,
): { sha256?: unknown; plan?: unknown; forms?: unknown; program?: unknown } {
  const ofIssuing = and(
    eq(trail.verb, 'release.issued'),
    eq(trail.subjectKind, 'release'),
    eq(trail.subjectId, String(releaseId)),
  )
  const event = db.select({ detail: trail.detail }).from(trail).where(ofIssuing).orderBy(desc(trail.id)).get()
  return event ? (JSON.parse(event.detail) as ReturnType<typeof toldAtIssuing>) : {}
}
