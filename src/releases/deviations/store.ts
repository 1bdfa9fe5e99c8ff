import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { indicator, releaseDeviation } from '../../../db/schema.ts'
import { indicatorIds } from '../../indicators/store.ts'
import type { DeviationText, DeviationTexts } from './deviation.ts'

/** What managers have said of figures of a report, whether it is still asked for or not. */
export function deviationTextsOf(db: Db, releaseId: number | null): DeviationTexts {
  if (releaseId === null) return new Map()
  return new Map(rowsOf(db, releaseId).map(({ code, vi, en }) => [code, { vi, en }]))
}

/** Of each indicator that was looked at again: there was a doubt about its text, and the manager has none. */
export function confirmedDeviations(db: Db, releaseId: number): Set<string> {
  return new Set(rowsOf(db, releaseId).flatMap(({ code, confirmed }) => (confirmed ? [code] : [])))
}

function rowsOf(db: Db, releaseId: number) {
  const { textVi: vi, textEn: en, confirmed } = releaseDeviation
  return db
    .select({ id: indicator.id, code: indicator.code, vi, en, confirmed })
    .from(releaseDeviation)
    .innerJoin(indicator, eq(indicator.id, releaseDeviation.indicatorId))
    .where(eq(releaseDeviation.releaseId, releaseId))
    .orderBy(asc(indicator.id))
    .all()
}

/** Puts a text in the place of the one that was there; nothing where it is blank. */
export function writeDeviationText(
  db: Db,
  releaseId: number,
  code: string,
  { vi, en }: DeviationText,
  { confirmed, by, at }: { confirmed: boolean; by: { id: number }; at: number },
): void {
  const indicatorId = indicatorIds(db).get(code)
  if (indicatorId === undefined) return
  deleteWhere(db, releaseId, indicatorId)
  if (vi === null && en === null) return
  const text = { textVi: vi, textEn: en }
  db.insert(releaseDeviation)
    .values({ releaseId, indicatorId, ...text, confirmed, at, byId: by.id })
    .run()
}

export function deleteDeviationTexts(db: Db, releaseId: number): void {
  db.delete(releaseDeviation).where(eq(releaseDeviation.releaseId, releaseId)).run()
}

/** Before it is frozen nothing is left that does not stand in it. */
export function keepDeviationTexts(db: Db, releaseId: number, told: ReadonlySet<string>): void {
  for (const { code, id } of rowsOf(db, releaseId)) if (!told.has(code)) deleteWhere(db, releaseId, id)
}

function deleteWhere(db: Db, releaseId: number, indicatorId: number): void {
  const here = and(eq(releaseDeviation.releaseId, releaseId), eq(releaseDeviation.indicatorId, indicatorId))
  db.delete(releaseDeviation).where(here).run()
}
