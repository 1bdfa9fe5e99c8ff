import { isNull } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { baseline, target } from '../../db/schema.ts'
import { isKnownAt, type Known } from '../calendar/known.ts'
import { asKnown } from '../calendar/known-store.ts'
import type { Baseline, Target, TargetChange } from './target.ts'

/** Targets and baselines as they were at an instant, each its own row, joined to nothing. */
export function benchmarksAsAt(db: Db, at: number): { targets: readonly Target[]; baselines: readonly Baseline[] } {
  return { targets: targetsAsAt(db, at), baselines: baselinesAsAt(db, at) }
}

/** @param placeId only those of this place and of the whole project */
export function targetsAsAt(db: Db, at: number, placeId?: number): readonly Target[] {
  const all = targetsKnown(db, at)
  return placeId === undefined ? all : all.filter((one) => one.placeId === null || one.placeId === placeId)
}

export function baselinesAsAt(db: Db, at: number): readonly Baseline[] {
  return baselinesKnown(db, at)
}

/** What was in force at an instant is the same list until something else is. */
function inForce<T>(all: (db: Db) => readonly (Known & { row: T })[]): (db: Db, asAt?: number) => readonly T[] {
  return asKnown(all, (db, asAt) =>
    all(db)
      .filter((one) => isKnownAt(one, asAt))
      .map(({ row }) => row),
  )
}

const ofPhase = (phase: string | null) => (phase === null ? {} : { phase })

/** Every target there ever was: rows of a plan change with the framework, pages of figures ask for them all the time. */
const targets = oncePerVersion((db): (Known & { row: Target })[] =>
  db
    .select()
    .from(target)
    .orderBy(target.indicatorId, target.fromQuarter)
    .all()
    .map(({ indicatorId, placeId, kind, phase, fromQuarter, toQuarter, value, validFrom, validTo }) => ({
      knownFrom: validFrom,
      knownTo: validTo,
      row: { indicatorId, placeId, kind, ...ofPhase(phase), from: fromQuarter, to: toQuarter, value },
    })),
)

const baselines = oncePerVersion((db): (Known & { row: Baseline })[] =>
  db
    .select()
    .from(baseline)
    .orderBy(baseline.indicatorId, baseline.quarter)
    .all()
    .map(({ indicatorId, placeId, phase, quarter, value, base, sourceVi, sourceEn, validFrom, validTo }) => ({
      knownFrom: validFrom,
      knownTo: validTo,
      row: { indicatorId, placeId, ...ofPhase(phase), quarter, value, base, source: { vi: sourceVi, en: sourceEn } },
    })),
)

const targetsKnown = inForce(targets)
const baselinesKnown = inForce(baselines)

/** Targets of the whole project that gave way to another number by an instant, by the id of the indicator, the oldest first. */
export function targetChangesAsAt(db: Db, at: number): ReadonlyMap<number, readonly TargetChange[]> {
  const rows = db
    .select()
    .from(target)
    .where(isNull(target.placeId))
    .orderBy(target.validFrom, target.fromQuarter)
    .all()
  const found = new Map<number, TargetChange[]>()
  for (const now of rows) {
    if (now.validFrom > at) continue
    const before = rows.find(
      (one) =>
        one.indicatorId === now.indicatorId &&
        one.kind === now.kind &&
        one.fromQuarter === now.fromQuarter &&
        one.validTo === now.validFrom,
    )
    if (!before || before.value === now.value) continue
    const { indicatorId, fromQuarter: from, toQuarter: to, reasonVi: vi, reasonEn: en } = now
    const reason = vi === null || en === null ? null : { vi, en }
    const change = { from, to, before: before.value, now: now.value, on: now.validFrom, reason }
    found.set(indicatorId, [...(found.get(indicatorId) ?? []), change])
  }
  return found
}
