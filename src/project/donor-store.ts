import { asc } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { donor, workbookLayout } from '../../db/schema.ts'
import { inBoth } from '../language/text.ts'
import type { YearStart } from '../vocabulary/indicator.ts'
import type { Layout } from '../vocabulary/release.ts'
import { type Donor, type DonorUsual, donorWith } from './donor.ts'
import { type BrokenLayout, layoutFaults, usableParts, type WrittenPart, writtenParts } from './layout-faults.ts'
import type { WorkbookLayout } from './workbook-layout.ts'

/** Donors as they stand in the file: what they leave open is null, and their workbook is named. */
export function donorRows(db: Db) {
  const rows = db.select().from(donor).orderBy(asc(donor.position), asc(donor.code)).all()
  return rows.map((row) => ({
    code: row.code,
    name: inBoth(row.nameVi, row.nameEn),
    identifier: row.identifier,
    language: row.language,
    fiscalStartMonth: row.fiscalStartMonth as YearStart | null,
    threshold: row.threshold,
    rag: row.ragGreen === null || row.ragAmber === null ? null : { green: row.ragGreen, amber: row.ragAmber },
    layout: row.layout === null ? null : (JSON.parse(row.layout) as Layout),
    workbook: row.workbook,
  }))
}

type WrittenLayout = Pick<WorkbookLayout, 'code' | 'name' | 'deviations'> & {
  usual: DonorUsual
  sheets: WrittenPart[]
  columns: WrittenPart[]
}

/** Layouts of workbooks as they are kept, with what they say where a donor says nothing. */
export function writtenLayouts(db: Db): WrittenLayout[] {
  const rows = db.select().from(workbookLayout).orderBy(asc(workbookLayout.position), asc(workbookLayout.code)).all()
  return rows.map((row) => ({
    code: row.code,
    name: inBoth(row.nameVi, row.nameEn),
    usual: JSON.parse(row.usual) as DonorUsual,
    sheets: writtenParts(row.sheets),
    columns: writtenParts(row.columns),
    deviations: JSON.parse(row.deviations) as WorkbookLayout['deviations'],
  }))
}

/** Donors as their reports are made. */
export function donorsIn(db: Db): Donor[] {
  const layouts = writtenLayouts(db).map((layout) => ({ ...layout, ...usableParts(layout) }))
  return donorRows(db).map(({ workbook, ...own }) =>
    donorWith(own, layouts.find(({ code }) => code === workbook) ?? null),
  )
}

/** By which layout no report to a donor can be issued, and what is wrong with it; null where it can be followed, or there is none. */
export function brokenLayoutOf(db: Db, donorCode: string | null): BrokenLayout | null {
  const code = donorRows(db).find((one) => one.code === donorCode)?.workbook ?? null
  const layout = writtenLayouts(db).find((one) => one.code === code)
  const faults = layout ? layoutFaults(layout) : []
  return layout && faults.length > 0 ? { name: layout.name, faults } : null
}
