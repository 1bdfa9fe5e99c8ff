import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Db, oncePerConnection } from '../../../db/connection.ts'
import { REPORT_FORMS, type ReportForm } from '../../vocabulary/release.ts'
import { issuedForm } from '../forms/form-store.ts'
import { isWhole } from '../forms/whole-form.ts'
import { issuedFile } from '../workbook/file-store.ts'

/** Reports whose workbooks were found whole: they are until another program has written, since this one can't change them. */
const foundWhole = oncePerConnection(() => ({ version: -1, reports: new Set<number>() }))

/** Which of these reports have a workbook that is not the one that was issued: one at a time, so that others are served between them. */
export async function damagedReports(db: Db, releaseIds: readonly number[]): Promise<Set<number>> {
  const damaged = new Set<number>()
  const whole = foundWhole(db)
  const version = db.othersVersion()
  if (whole.version !== version) Object.assign(whole, { version, reports: new Set() })
  const { reports } = whole
  for (const id of releaseIds.filter((one) => !reports.has(one))) {
    const file = issuedFile(db, id)
    if (file === 'damaged') damaged.add(id)
    else if (file) reports.add(id)
    await nextTurn()
  }
  return damaged
}

/** Which of the files beside the workbook of an issued report are not what was issued. */
export async function damagedForms(db: Db, releaseId: number): Promise<ReportForm[]> {
  const damaged: ReportForm[] = []
  for (const form of REPORT_FORMS) {
    const kept = issuedForm(db, releaseId, form)
    if (kept === 'damaged' || (kept && !(await isWhole(kept)))) damaged.push(form)
  }
  return damaged
}
