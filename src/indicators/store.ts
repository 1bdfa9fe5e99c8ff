import { asc, eq } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { grouped } from '../../db/grouped.ts'
import {
  breakdown,
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
import type { Scheme } from './breakdown.ts'
import { historyOf, type IndicatorHistory, lastDefinition, protectedAs } from './definitions/history.ts'
import { isKnownAt } from './definitions/known.ts'
import { asKnown } from './definitions/known-store.ts'
import type { DefinedIndicator } from './indicator.ts'

/** The code of every indicator there ever was, by id. */
export const indicatorCodes = oncePerVersion((db) => new Map(indicatorKeys(db).map(({ id, code }) => [id, code])))

/** The same the other way round. */
export const indicatorIds = oncePerVersion((db) => new Map(indicatorKeys(db).map(({ id, code }) => [code, id])))

function indicatorKeys(db: Db) {
  return db.select({ id: indicator.id, code: indicator.code }).from(indicator).all()
}

/**
 * Every indicator with its definitions as known at an instant, in the order of the framework; those that nobody knew of
 * then are left out.
 * @param asAt ms; absent = as they are known now
 */
export function historiesAsAt(db: Db, asAt?: number): IndicatorHistory[] {
  return histories(db, asAt)
}

const histories = asKnown(
  (db) => [...definitions(db).map(({ definition }) => definition), ...db.select().from(scheme).all()],
  historiesOf,
)

/** Every indicator under its last definition, retired ones too: what it is called, and what it is read as now or was at last. */
export function indicatorsAsAt(db: Db, asAt?: number): DefinedIndicator[] {
  return historiesAsAt(db, asAt).map((history) => protectedAs(history, lastDefinition(history)))
}

function historiesOf(db: Db, asAt?: number): IndicatorHistory[] {
  const schemes = schemesOf(db, asAt)
  const known = definitions(db).filter(({ definition }) => isKnownAt(definition, asAt))
  const byIndicator = grouped(
    known,
    ({ indicator: { id } }) => id,
    ({ indicator }) => ({ ...indicator, schemes: schemes.get(indicator.id) ?? [] }),
  )
  return [...byIndicator.values()].map(([first, ...rest]) => historyOf([first!, ...rest]))
}

type Dated = { definition: typeof indicatorDefinition.$inferSelect; indicator: Omit<DefinedIndicator, 'schemes'> }

/** Every definition of every indicator, whenever known: indicators in the order of the framework, definitions in that of quarters. */
const definitions = oncePerVersion((db): Dated[] => {
  const [stages, rounds] = [stagesOf(db), roundsOf(db)]
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
      a.definition.fromQuarter - b.definition.fromQuarter,
  )
  return rows.map(
    ({ base, definition: d, result: r }): Dated => ({
      definition: d,
      indicator: {
        id: base.id,
        code: base.code,
        from: d.fromQuarter,
        to: d.toQuarter,
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
        stages: stages.get(d.id) ?? [],
        meansOfVerification: { vi: d.meansVi, en: d.meansEn },
        responsible: { vi: d.responsibleVi, en: d.responsibleEn },
        tags: { sdg: listOf(d.sdg), gcm: listOf(d.gcm).map(Number) },
        rounds: rounds.get(d.id) ?? [],
        definedUntil: d.knownTo,
      },
    }),
  )
})

function rank(component: (typeof COMPONENTS)[number] | null): number {
  return component === null ? -1 : COMPONENTS.indexOf(component)
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(',').map((one) => one.trim())
}

function stagesOf(db: Db) {
  const rows = db.select().from(stage).orderBy(asc(stage.definitionId), asc(stage.nth)).all()
  return grouped(rows, ofDefinition, (row): Text => ({ vi: row.nameVi, en: row.nameEn }))
}

function roundsOf(db: Db) {
  const rows = db.select().from(surveyRound).orderBy(asc(surveyRound.quarter)).all()
  return grouped(rows, ofDefinition, (row) => row.quarter)
}

function ofDefinition(row: { definitionId: number }): number {
  return row.definitionId
}

function schemesOf(db: Db, asAt?: number) {
  const codes = new Map(
    db
      .select({ id: breakdown.id, code: breakdown.code })
      .from(breakdown)
      .all()
      .map(({ id, code }) => [id, code]),
  )
  const parts = db.select().from(schemeBreakdown).orderBy(asc(schemeBreakdown.position)).all()
  const within = grouped(
    parts,
    (row) => row.schemeId,
    (row) => codes.get(row.breakdownId)!,
  )
  const rows = db.select().from(scheme).orderBy(asc(scheme.position), asc(scheme.fromQuarter)).all()
  return grouped(
    rows.filter((row) => isKnownAt(row, asAt)),
    (row) => row.indicatorId,
    (row): Scheme => ({
      id: row.id,
      kind: row.kind,
      from: row.fromQuarter,
      to: row.toQuarter,
      breakdowns: within.get(row.id) ?? [],
    }),
  )
}
