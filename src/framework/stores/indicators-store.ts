import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { indicator, indicatorDefinition, scheme, schemeBreakdown, stage, surveyRound } from '../../../db/schema.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { IndicatorRow, SchemeRow } from '../lists/indicators.ts'
import { type Breakdowns, insertCells } from './breakdowns-store.ts'

/** Since when what is written is known, and since which quarter it holds. */
export type Beginning = { from: number; quarter: Quarter }

/** Indicators in the order of the list, each with its definition, its stages and rounds, its breakdowns and their cells. */
export function insertIndicators(
  db: Db,
  rows: readonly IndicatorRow[],
  { results, breakdowns }: { results: ReadonlyMap<string, number>; breakdowns: Breakdowns },
  beginning: Beginning,
): Map<string, number> {
  const ids = new Map<string, number>()
  const cells = new Set<string>()
  for (const [position, row] of rows.entries()) {
    const id = insertRow(db, indicator, { code: row.code, resultId: results.get(row.result)!, position })
    ids.set(row.code, id)
    insertDefinition(db, id, row, beginning.from)
    for (const [at, one] of row.schemes.entries()) {
      insertScheme(db, id, one, at, breakdowns, beginning.quarter)
      insertCells(db, one.breakdowns, breakdowns, cells)
    }
  }
  return ids
}

function insertDefinition(db: Db, indicatorId: number, row: IndicatorRow, validFrom: number): void {
  const { name, definition, countingUnit, baseUnit, means, responsible, sdg, gcm, stages, rounds } = row
  const { measure, overPlaces, overTime, disjointReporters, direction, sensitivity, frequency } = row
  insertRow(db, indicatorDefinition, {
    indicatorId,
    validFrom,
    nameVi: name.vi,
    nameEn: name.en,
    definitionVi: definition.vi,
    definitionEn: definition.en,
    countingUnitVi: countingUnit.vi,
    countingUnitEn: countingUnit.en,
    baseUnitVi: baseUnit?.vi ?? null,
    baseUnitEn: baseUnit?.en ?? null,
    ...{ measure, overPlaces, overTime, disjointReporters, direction, sensitivity, frequency },
    scale: row.scale,
    decimals: row.decimals,
    targetStage: row.targetStage,
    meansVi: means.vi,
    meansEn: means.en,
    responsibleVi: responsible.vi,
    responsibleEn: responsible.en,
    sdg: sdg.join(','),
    gcm: gcm.join(','),
  })
  for (const [nth, text] of stages.entries())
    insertRow(db, stage, { indicatorId, nth, nameVi: text.vi, nameEn: text.en })
  for (const quarter of rounds) insertRow(db, surveyRound, { indicatorId, quarter })
}

function insertScheme(
  db: Db,
  indicatorId: number,
  { kind, breakdowns: crossed, validFrom, validTo }: SchemeRow,
  position: number,
  breakdowns: Breakdowns,
  first: Quarter,
): void {
  const row = { indicatorId, kind, validFrom: Math.max(validFrom, first), validTo, position }
  const schemeId = insertRow(db, scheme, row)
  for (const [at, code] of crossed.entries())
    insertRow(db, schemeBreakdown, { schemeId, position: at, breakdownId: breakdowns.get(code)!.id })
}
