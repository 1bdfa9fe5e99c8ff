import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { indicator, releaseDeviation } from '../../../db/schema.ts'
import type { DeviationText, DeviationTexts } from './deviation.ts'

/** What managers have said of figures of a report, whether it is still asked for or not. */
export function deviationTextsOf(db: Db, releaseId: number | null): DeviationTexts {
  if (releaseId === null) return new Map()
  const rows = db
    .select({ code: indicator.code, vi: releaseDeviation.textVi, en: releaseDeviation.textEn })
    .from(releaseDeviation)
    .innerJoin(indicator, eq(indicator.id, releaseDeviation.indicatorId))
    .where(eq(releaseDeviation.releaseId, releaseId))
    .orderBy(asc(indicator.id))
    .all()
  return new Map(rows.map(({ code, ...text }) => [code, text]))
}

/** Of each indicator that was looked at again: there was a doubt about its text, and the manager has none. */
export function confirmedDeviations(db: Db, releaseId: number): Set<string> {
  const rows = db
    .select({ code: indicator.code, confirmed: releaseDeviation.confirmed })
    .from(releaseDeviation)
    .innerJoin(indicator, eq(indicator.id, releaseDeviation.indicatorId))
    .where(eq(releaseDeviation.releaseId, releaseId))
    .all()
  return new Set(rows.flatMap(({ code, confirmed }) => (confirmed ? [code] : [])))
}

/** Puts a text in the place of the one that was there; nothing where it is blank. */
export function writeDeviationText(
  db: Db,
  releaseId: number,
  code: string,
  { vi, en }: DeviationText,
  { confirmed, by, at }: { confirmed: boolean; by: { id: number }; at: number },
): void {
  const found = db.select({ id: indicator.id }).from(indicator).where(eq(indicator.code, code)).get()
  if (!found) return
  const indicatorId = found.id
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
  const rows = db
    .select({ code: indicator.code, id: indicator.id })
    .from(releaseDeviation)
    .innerJoin(indicator, eq(indicator.id, releaseDeviation.indicatorId))
    .where(eq(releaseDeviation.releaseId, releaseId))
    .all()
  for (const { code, id } of rows) if (!told.has(code)) deleteWhere(db, releaseId, id)
}

function deleteWhere(db: Db, releaseId: number, indicatorId: number): void {
  const here = and(eq(releaseDeviation.releaseId, releaseId), eq(releaseDeviation.indicatorId, indicatorId))
  db.delete(releaseDeviation).where(here).run()
}
