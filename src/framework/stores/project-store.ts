import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { component, donor, phase, project, projectQuarters, result, workbookLayout } from '../../../db/schema.ts'
import type { IatiIdentity } from '../../project/iati.ts'
import { insertSetting } from '../../settings/store.ts'
import { SETTING_NAMES } from '../../vocabulary/setting.ts'
import type { ComponentRow } from '../lists/components.ts'
import type { DonorRow } from '../lists/donors/donors.ts'
import type { LayoutRow } from '../lists/donors/layouts.ts'
import type { PhaseRow } from '../lists/phases.ts'
import type { ProjectRow } from '../lists/project/project.ts'
import type { ResultRow } from '../lists/results.ts'

/** The project itself, and its quarters and settings as known from an instant on. */
export function insertProject(db: Db, row: ProjectRow, from: number): void {
  insertRow(db, project, {
    id: 1,
    code: row.code,
    nameVi: row.name.vi,
    nameEn: row.name.en,
    shortVi: row.short.vi,
    shortEn: row.short.en,
    leadVi: row.lead?.vi ?? null,
    leadEn: row.lead?.en ?? null,
    dueDays: row.dueDays,
    donorThreshold: row.thresholds.donor,
    publicThreshold: row.thresholds.public,
    illustrative: row.illustrative,
    iati: row.iati && JSON.stringify(row.iati),
  })
  insertRow(db, projectQuarters, { firstQuarter: row.first, lastQuarter: row.last, knownFrom: from })
  for (const name of SETTING_NAMES) {
    const value = row.settings[name]
    if (value !== undefined) insertSetting(db, name, value, from)
  }
}

export function setPublished(db: Db, identity: IatiIdentity): void {
  db.update(project)
    .set({ iati: JSON.stringify(identity) })
    .run()
}

/** @param knownFrom since when they are known, ms */
export function insertPhases(db: Db, rows: readonly PhaseRow[], knownFrom: number): void {
  for (const { code, name, first, last } of rows)
    insertRow(db, phase, { code, nameVi: name.vi, nameEn: name.en, firstQuarter: first, lastQuarter: last, knownFrom })
}

export function insertDonors(db: Db, rows: readonly DonorRow[]): void {
  for (const [position, { name, rag, layout, ...row }] of rows.entries()) {
    const thresholds = { ragGreen: rag?.green ?? null, ragAmber: rag?.amber ?? null }
    const cut = layout && JSON.stringify(layout)
    insertRow(db, donor, { ...row, nameVi: name.vi, nameEn: name.en, ...thresholds, layout: cut, position })
  }
}

export function insertLayouts(db: Db, rows: readonly LayoutRow[]): void {
  for (const [position, { code, name, sheets, columns, deviations, ...usual }] of rows.entries())
    insertRow(db, workbookLayout, {
      code,
      nameVi: name.vi,
      nameEn: name.en,
      usual: JSON.stringify(usual),
      sheets: JSON.stringify(sheets),
      columns: JSON.stringify(columns),
      deviations: JSON.stringify(deviations),
      position,
    })
}

export function insertComponents(db: Db, rows: readonly ComponentRow[]): void {
  for (const [position, { code, name, colour }] of rows.entries())
    insertRow(db, component, { code, nameVi: name.vi, nameEn: name.en, colour, position })
}

/** @returns ids by code */
export function insertResults(db: Db, rows: readonly ResultRow[]): Map<string, number> {
  const ids = new Map<string, number>()
  for (const [position, { code, level, component, parent, statement, assumption, weight, risk }] of rows.entries()) {
    const id = insertRow(db, result, {
      code,
      level,
      component,
      parentId: parent === null ? null : ids.get(parent)!,
      statementVi: statement.vi,
      statementEn: statement.en,
      assumptionVi: assumption?.vi ?? null,
      assumptionEn: assumption?.en ?? null,
      weight,
      risk,
      position,
    })
    ids.set(code, id)
  }
  return ids
}
