import { and, eq, isNull } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { baseRelation, declinedRelation } from '../../../db/schema.ts'
import { isKnownAt } from '../../calendar/known.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { DefinedIndicator } from '../indicator.ts'
import { indicatorCodes } from '../store.ts'
import { type BaseRelation, isOfTotal, type ReporterTotal, type ReporterTotals, reporterName } from './relation.ts'

/** Every relation between indicators as known at an instant. @param asAt ms; absent = as they are known now */
export function baseRelations(db: Db, asAt?: number): BaseRelation[] {
  const codes = indicatorCodes(db)
  return allRelations(db)
    .filter((row) => isKnownAt(row, asAt))
    .map(({ indicatorId, countedId }) => ({ indicator: codes.get(indicatorId)!, counted: codes.get(countedId)! }))
}

const allRelations = oncePerVersion((db) => db.select().from(baseRelation).orderBy(baseRelation.indicatorId).all())

/** @param knownFrom ms */
export function insertBaseRelation(
  db: Db,
  { indicatorId, countedId }: { indicatorId: number; countedId: number },
  knownFrom: number,
): void {
  insertRow(db, baseRelation, { indicatorId, countedId, knownFrom })
}

/** From now on nobody takes it to hold. */
export function endBaseRelation(db: Db, indicatorId: number, knownTo: number): boolean {
  const open = and(eq(baseRelation.indicatorId, indicatorId), isNull(baseRelation.knownTo))
  return db.update(baseRelation).set({ knownTo }).where(open).run().changes > 0
}

/** Pairs of which somebody has said that they are not related. */
export function declinedRelations(db: Db): BaseRelation[] {
  const codes = indicatorCodes(db)
  const rows = db.select().from(declinedRelation).orderBy(declinedRelation.at, declinedRelation.indicatorId).all()
  return rows.map(({ indicatorId, countedId }) => ({
    indicator: codes.get(indicatorId)!,
    counted: codes.get(countedId)!,
  }))
}

export function insertDeclined(db: Db, pair: { indicatorId: number; countedId: number }, at: number): void {
  db.insert(declinedRelation)
    .values({ ...pair, at })
    .run()
}

type Row = [quarter: Quarter, placeId: number, partnerId: number, cell: string, value: number, base: number | null]

/** What each reporter has given of an indicator in each quarter, as approved now, all cells of the total together. */
export function reporterTotals(db: Db, indicator: Pick<DefinedIndicator, 'id' | 'schemes'>): ReporterTotals {
  const rows = db
    .prepared(
      `select f.quarter, f.place_id, f.partner_id, c.key, f.value, f.base from fact f join cell c on c.id = f.cell_id
       where f.indicator_id = ? and f.approved_to is null and f.state = 'reported' and f.value is not null`,
    )
    .all(indicator.id) as Row[]
  const totals = new Map<string, ReporterTotal>()
  for (const [quarter, placeId, partnerId, cell, value, base] of rows) {
    if (!isOfTotal(indicator, quarter, cell)) continue
    const name = reporterName({ partnerId, placeId, quarter })
    const known = totals.get(name) ?? { partnerId, placeId, quarter, value: 0, base: 0 }
    totals.set(name, { ...known, value: known.value + value, base: known.base + (base ?? 0) })
  }
  return totals
}
