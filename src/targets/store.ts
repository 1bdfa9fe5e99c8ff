import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { baseline, target } from '../../db/schema.ts'
import type { Baseline, Target } from './target.ts'

/** Targets and baselines as they were at an instant, each its own row, joined to nothing. */
export function benchmarksAsAt(db: Db, at: number): { targets: Target[]; baselines: Baseline[] } {
  return { targets: targetsAsAt(db, at), baselines: baselinesAsAt(db, at) }
}

/** @param placeId only those of this place and of the whole project */
export function targetsAsAt(db: Db, at: number, placeId?: number): Target[] {
  const mine = placeId === undefined ? undefined : or(isNull(target.placeId), eq(target.placeId, placeId))
  return db
    .select()
    .from(target)
    .where(and(lte(target.validFrom, at), or(isNull(target.validTo), gt(target.validTo, at)), mine))
    .orderBy(target.indicatorId, target.fromQuarter)
    .all()
    .map(({ indicatorId, placeId, kind, fromQuarter, toQuarter, value }) => ({
      indicatorId,
      placeId,
      kind,
      from: fromQuarter,
      to: toQuarter,
      value,
    }))
}

export function baselinesAsAt(db: Db, at: number): Baseline[] {
  return db
    .select()
    .from(baseline)
    .where(and(lte(baseline.validFrom, at), or(isNull(baseline.validTo), gt(baseline.validTo, at))))
    .orderBy(baseline.indicatorId, baseline.quarter)
    .all()
    .map(({ indicatorId, placeId, quarter, value, base, sourceVi, sourceEn }) => ({
      indicatorId,
      placeId,
      quarter,
      value,
      base,
      source: { vi: sourceVi, en: sourceEn },
    }))
}
