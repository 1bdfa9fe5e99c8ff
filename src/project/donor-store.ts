import { asc } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { donor, workbookLayout } from '../../db/schema.ts'
import { inBoth } from '../language/text.ts'
import type { YearStart } from '../vocabulary/indicator.ts'
import type { Layout } from '../vocabulary/release.ts'
import { type Donor, type DonorUsual, donorWith } from './donor.ts'
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

/** Layouts of workbooks, with what they say where a donor says nothing. */
export function workbookLayouts(db: Db): (WorkbookLayout & { usual: DonorUsual })[] {
  const rows = db.select().from(workbookLayout).orderBy(asc(workbookLayout.position), asc(workbookLayout.code)).all()
  return rows.map((row) => ({
    code: row.code,
    name: inBoth(row.nameVi, row.nameEn),
    usual: JSON.parse(row.usual) as DonorUsual,
    sheets: JSON.parse(row.sheets) as WorkbookLayout['sheets'],
    columns: JSON.parse(row.columns) as WorkbookLayout['columns'],
    deviations: JSON.parse(row.deviations) as WorkbookLayout['deviations'],
  }))
}

/** Donors as their reports are made. */
export function donorsIn(db: Db): Donor[] {
  const layouts = workbookLayouts(db)
  return donorRows(db).map(({ workbook, ...own }) =>
    donorWith(own, layouts.find(({ code }) => code === workbook) ?? null),
  )
}
