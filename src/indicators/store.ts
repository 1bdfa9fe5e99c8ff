import { asc, eq } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import {
  breakdown,
  category,
  indicator,
  indicatorDefinition,
  result,
  scheme,
  schemeBreakdown,
  stage,
  surveyRound,
} from '../../db/schema.ts'
import type { Text } from '../language/text.ts'
import { COMPONENTS } from '../vocabulary/indicator.ts'
import type { Breakdown, Category, Scheme } from './breakdown.ts'
import type { DefinedIndicator } from './indicator.ts'

type Dated = { validFrom: number; indicator: DefinedIndicator }

/**
 * Every indicator with the definition in force at an instant, by component and place in the framework; those not
 * defined then are left out.
 * @param asAt ms; absent = the definitions in force until further notice.
 */
export function indicatorsAsAt(db: Db, asAt?: number): DefinedIndicator[] {
  return definitions(db).flatMap((dated) => {
    const found = dated.find(({ validFrom, indicator: { definedUntil } }) =>
      asAt === undefined ? definedUntil === null : validFrom <= asAt && (definedUntil === null || definedUntil > asAt),
    )
    return found ? [found.indicator] : []
  })
}

/** All breakdowns with their closed lists of categories, in order. */
export const breakdowns = oncePerVersion((db): Breakdown[] => {
  const rows = db.select().from(category).orderBy(asc(category.breakdownId), asc(category.position)).all()
  const categories = grouped(
    rows,
    (row) => row.breakdownId,
    (row): Category => ({ id: row.id, code: row.code, name: { vi: row.nameVi, en: row.nameEn } }),
  )
  return db
    .select()
    .from(breakdown)
    .orderBy(asc(breakdown.position))
    .all()
    .map((row) => ({
      id: row.id,
      code: row.code,
      name: { vi: row.nameVi, en: row.nameEn },
      categories: categories.get(row.id) ?? [],
    }))
})

/** The code of every indicator there ever was, by id. */
export const indicatorCodes = oncePerVersion((db) => new Map(indicatorKeys(db).map(({ id, code }) => [id, code])))

/** The same the other way round. */
export const indicatorIds = oncePerVersion((db) => new Map(indicatorKeys(db).map(({ id, code }) => [code, id])))

function indicatorKeys(db: Db) {
  return db.select({ id: indicator.id, code: indicator.code }).from(indicator).all()
}

/** Every definition of every indicator, newest first within an indicator, indicators in the order of the framework. */
const definitions = oncePerVersion((db): Dated[][] => {
  const [stages, rounds, schemes] = [stagesOf(db), roundsOf(db), schemesOf(db)]
  const rows = db
    .select({ base: indicator, definition: indicatorDefinition, result })
    .from(indicator)
    .innerJoin(indicatorDefinition, eq(indicatorDefinition.indicatorId, indicator.id))
    .innerJoin(result, eq(result.id, indicator.resultId))
    .all()
  rows.sort(
    (a, b) =>
      rank(a.result.component) - rank(b.result.component) ||
      a.base.position - b.base.position ||
      a.base.id - b.base.id ||
      b.definition.validFrom - a.definition.validFrom,
  )
  const dated = rows.map(
    ({ base, definition: d, result: r }): Dated => ({
      validFrom: d.validFrom,
      indicator: {
        id: base.id,
        code: base.code,
        component: r.component,
        level: r.level,
        resultCode: r.code,
        name: { vi: d.nameVi, en: d.nameEn },
        definition: { vi: d.definitionVi, en: d.definitionEn },
        countingUnit: { vi: d.countingUnitVi, en: d.countingUnitEn },
        baseUnit: d.baseUnitVi === null ? null : { vi: d.baseUnitVi, en: d.baseUnitEn ?? d.baseUnitVi },
        measure: d.measure,
        overPlaces: d.overPlaces,
        overTime: d.overTime,
        targetStage: d.targetStage,
        direction: d.direction,
        sensitivity: d.sensitivity as 0 | 1 | 2,
        frequency: d.frequency,
        disjointReporters: d.disjointReporters,
        scale: d.scale,
        decimals: d.decimals,
        stages: stages.get(base.id) ?? [],
        meansOfVerification: { vi: d.meansVi, en: d.meansEn },
        responsible: { vi: d.responsibleVi, en: d.responsibleEn },
        tags: { sdg: listOf(d.sdg), gcm: listOf(d.gcm).map(Number) },
        schemes: schemes.get(base.id) ?? [],
        rounds: rounds.get(base.id) ?? [],
        definedUntil: d.validTo,
      },
    }),
  )
  return [
    ...grouped(
      dated,
      (one) => one.indicator.id,
      (one) => one,
    ).values(),
  ]
})

function rank(component: (typeof COMPONENTS)[number] | null): number {
  return component === null ? -1 : COMPONENTS.indexOf(component)
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(',').map((one) => one.trim())
}

function stagesOf(db: Db) {
  const rows = db.select().from(stage).orderBy(asc(stage.indicatorId), asc(stage.nth)).all()
  return grouped(rows, ofIndicator, (row): Text => ({ vi: row.nameVi, en: row.nameEn }))
}

function roundsOf(db: Db) {
  return grouped(db.select().from(surveyRound).all(), ofIndicator, (row) => row.quarter)
}

function schemesOf(db: Db) {
  const codes = new Map(breakdowns(db).map((one) => [one.id, one.code]))
  const parts = db.select().from(schemeBreakdown).orderBy(asc(schemeBreakdown.position)).all()
  const within = grouped(
    parts,
    (row) => row.schemeId,
    (row) => codes.get(row.breakdownId)!,
  )
  const rows = db.select().from(scheme).orderBy(asc(scheme.position), asc(scheme.validFrom)).all()
  return grouped(
    rows,
    ofIndicator,
    (row): Scheme => ({
      id: row.id,
      kind: row.kind,
      validFrom: row.validFrom,
      validTo: row.validTo,
      breakdowns: within.get(row.id) ?? [],
    }),
  )
}

function ofIndicator(row: { indicatorId: number }): number {
  return row.indicatorId
}

function grouped<Row, T>(rows: Row[], by: (row: Row) => number, as: (row: Row) => T): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const known = groups.get(by(row))
    if (known) known.push(as(row))
    else groups.set(by(row), [as(row)])
  }
  return groups
}
