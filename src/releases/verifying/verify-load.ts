import type { Db } from '../../../db/connection.ts'
import { programMark } from '../../config/program-mark.ts'
import { DamagedLedger } from '../../disclosure/earlier/ledger.ts'
import { readCells, type SheetCells } from '../../spreadsheet/read-cells.ts'
import { REPORT_FORMS, type ReportForm } from '../../vocabulary/release.ts'
import type { ReleaseContent } from '../content/content.ts'
import { contentOf, protectedContentOf } from '../content/publish.ts'
import { problemFor } from '../content/source.ts'
import { loadSource } from '../content/source-load.ts'
import { issuedForm } from '../forms/form-store.ts'
import { packedForms, unpackedMark } from '../forms/packed-form.ts'
import { readLedger } from '../protection/ledger-store.ts'
import type { Release } from '../release.ts'
import { previewOf, releaseById } from '../store.ts'
import { DamagedWording } from '../wording/wording.ts'
import { workbookOf } from '../workbook/assemble.ts'
import { placedColumns } from '../workbook/data-sheet/layout.ts'
import { dataHeading } from '../workbook/data-sheet/sheet.ts'
import { cellsOfPlan, differencesOf } from '../workbook/file-check.ts'
import { issuedFile, toldAtIssuing } from '../workbook/file-store.ts'
import type { WorkbookPlan } from '../workbook/plan.ts'
import { type OlderFile, olderFile } from './older-file.ts'
import type { Verified } from './verified.ts'

/**
 * Makes the workbook of an issued release anew from the database and holds the file that was issued against it: cell by cell, or, where
 * another version of the program wrote it and this one would write something else, figure by figure.
 */
export function verifyRelease(db: Db, id: number): Verified {
  const release = releaseById(db, id)
  if (release?.state !== 'issued') return 'not-found'
  const file = issuedFile(db, id)
  if (file === null) return 'no-file'
  if (file === 'damaged') return 'file-damaged'
  try {
    // Its own record; that of the reports before it is read with what it is made of.
    readLedger(db, [release])
    const isOlder = toldAtIssuing(db, id).program !== programMark
    const content = rebuiltContent(db, release, isOlder)
    if (!content) return 'changed'
    const [issued, forms] = [readCells(file.bytes), formsBeside(db, id, content)]
    const plan = workbookOf(content)
    const now = cellsOfPlan(plan)
    const cells = issued.reduce((sum, { rows }) => sum + rows.reduce((of, row) => of + row.length, 0), 0)
    const beside = { cells, differences: differencesOf(issued, now), older: null }
    const verified = { sha256: file.sha256, ...beside, forms: [...forms.damaged, ...forms.otherwise] }
    const isSame = verified.differences.length === 0 && forms.otherwise.length === 0
    if (isSame || !isOlder) return verified
    const { cells: compared, differences, ...older } = olderBesides(issued, { plan, now }, content)
    return {
      ...verified,
      cells: compared,
      differences,
      forms: forms.damaged,
      older: { ...older, forms: forms.otherwise },
    }
  } catch (error) {
    if (error instanceof DamagedLedger) return 'ledger-damaged'
    if (error instanceof DamagedWording) return 'wording-damaged'
    throw error
  }
}

function olderBesides(
  issued: readonly SheetCells[],
  { plan, now }: { plan: WorkbookPlan; now: readonly SheetCells[] },
  content: ReleaseContent,
): OlderFile {
  const columns = placedColumns(content).map((column) => ({
    key: column.key,
    heading: dataHeading(column, content),
    isWorded: column.kind === 'worded',
  }))
  const sheet = plan.sheets.findIndex(({ key }) => key === 'data')
  return olderFile(issued, now, {
    sheet,
    key: columns.find(({ key }) => key === 'key')!.heading,
    columns,
  })
}

/** Another version of the program may have asked for other figures: then the whole is no longer what was protected, though each of them is. */
function rebuiltContent(db: Db, release: Release, isOlder: boolean): ReleaseContent | null {
  const [at, preview] = [release.issuedAt, previewOf(db, release.id)]
  if (at === null || !preview) return null
  const [source, version] = [loadSource(db, release, at), { draft: false, at }]
  if (isOlder) return contentOf(source, problemFor(source).problem, preview.suppressed, version)
  return protectedContentOf(source, preview, version)?.content ?? null
}

/** Kept files that are not what was issued, and those that are but would be written otherwise now. */
function formsBeside(db: Db, id: number, content: ReleaseContent): { damaged: ReportForm[]; otherwise: ReportForm[] } {
  const now = new Map(packedForms(content).map(({ form, sha256 }) => [form, sha256]))
  const kept = REPORT_FORMS.flatMap((form) => {
    const file = issuedForm(db, id, form)
    return file === null
      ? []
      : [{ form, mark: file === 'damaged' || unpackedMark(file) !== file.sha256 ? null : file.sha256 }]
  })
  const formsOf = (of: (one: (typeof kept)[number]) => boolean) => kept.filter(of).map(({ form }) => form)
  return {
    damaged: formsOf(({ mark }) => mark === null),
    otherwise: formsOf(({ form, mark }) => mark !== null && mark !== now.get(form)),
  }
}
