import { asc } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { grouped } from '../../db/grouped.ts'
import { breakdown, indicator, scheme, schemeBreakdown } from '../../db/schema.ts'
import { isKnownAt } from '../calendar/known.ts'
import { asKnown } from '../calendar/known-store.ts'
import { atWork } from '../project/phase.ts'
import { knownOfProject, projectCard } from '../project/store.ts'
import type { Scheme } from './breakdown.ts'
import { allDefinitions } from './definitions/all-definitions-store.ts'
import { historyOf, type IndicatorHistory, lastDefinition, protectedAs } from './definitions/history.ts'
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
  (db) => [
    ...allDefinitions(db).map(({ definition }) => definition),
    ...db.select().from(scheme).all(),
    ...knownOfProject(db),
  ],
  historiesOf,
)

/** Every indicator under its last definition, retired ones too: what it is called, and what it is read as now or was at last. */
export function indicatorsAsAt(db: Db, asAt?: number): DefinedIndicator[] {
  return historiesAsAt(db, asAt).map((history) => protectedAs(history, lastDefinition(history)))
}

function historiesOf(db: Db, asAt?: number): IndicatorHistory[] {
  const schemes = schemesOf(db, asAt)
  const project = projectCard(db, asAt)
  const phases = project ? { phases: atWork(project) } : {}
  const known = allDefinitions(db).filter(({ definition }) => isKnownAt(definition, asAt))
  const byIndicator = grouped(
    known,
    ({ indicator: { id } }) => id,
    ({ indicator }) => ({ ...indicator, ...phases, schemes: schemes.get(indicator.id) ?? [] }),
  )
  return [...byIndicator.values()].map(([first, ...rest]) => historyOf([first!, ...rest]))
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
