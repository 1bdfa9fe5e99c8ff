import { type Db, oncePerVersion } from '../../db/connection.ts'
import { baseline, target } from '../../db/schema.ts'
import type { Baseline, Target } from './target.ts'

/** Something known from an instant to an instant; `to` null = until further notice. */
type Known<T> = { from: number; to: number | null; row: T }

/** Targets and baselines as they were at an instant, each its own row, joined to nothing. */
export function benchmarksAsAt(db: Db, at: number): { targets: Target[]; baselines: Baseline[] } {
  return { targets: targetsAsAt(db, at), baselines: baselinesAsAt(db, at) }
}

/** @param placeId only those of this place and of the whole project */
export function targetsAsAt(db: Db, at: number, placeId?: number): Target[] {
  const all = inForce(targets(db), at)
  return placeId === undefined ? all : all.filter((one) => one.placeId === null || one.placeId === placeId)
}

export function baselinesAsAt(db: Db, at: number): Baseline[] {
  return inForce(baselines(db), at)
}

function inForce<T>(known: readonly Known<T>[], at: number): T[] {
  return known.filter(({ from, to }) => from <= at && (to === null || to > at)).map(({ row }) => row)
}

const ofPhase = (phase: string | null) => (phase === null ? {} : { phase })

/** Every target there ever was: rows of a plan change with the framework, pages of figures ask for them all the time. */
const targets = oncePerVersion((db): Known<Target>[] =>
  db
    .select()
    .from(target)
    .orderBy(target.indicatorId, target.fromQuarter)
    .all()
    .map(({ indicatorId, placeId, kind, phase, fromQuarter, toQuarter, value, validFrom, validTo }) => ({
      from: validFrom,
      to: validTo,
      row: { indicatorId, placeId, kind, ...ofPhase(phase), from: fromQuarter, to: toQuarter, value },
    })),
)

const baselines = oncePerVersion((db): Known<Baseline>[] =>
  db
    .select()
    .from(baseline)
    .orderBy(baseline.indicatorId, baseline.quarter)
    .all()
    .map(({ indicatorId, placeId, phase, quarter, value, base, sourceVi, sourceEn, validFrom, validTo }) => ({
      from: validFrom,
      to: validTo,
      row: { indicatorId, placeId, ...ofPhase(phase), quarter, value, base, source: { vi: sourceVi, en: sourceEn } },
    })),
)
