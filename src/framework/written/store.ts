import { asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import {
  assignment,
  baseline,
  handover,
  indicator,
  partnerKind,
  place,
  placeLevel,
  setting,
  target,
  trail,
} from '../../../db/schema.ts'
import type { SettingName } from '../../vocabulary/setting.ts'
import type { Verb } from '../../vocabulary/trail.ts'

/** Since when the project has been known: what was known then is what it began with. Ms; null in a file without one. */
export function projectKnownSince(db: Db): number | null {
  const [at] = db.prepared('select min(known_from) from project_quarters').get() as [number | null]
  return at
}

/** The settings that hold and have been set, by name. */
export function settingsSet(db: Db): Partial<Record<SettingName, unknown>> {
  const rows = db.select().from(setting).where(isNull(setting.validTo)).all()
  return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]))
}

/** Levels of places from the top down. */
export function levelRows(db: Db) {
  const rows = db.select().from(placeLevel).orderBy(asc(placeLevel.depth)).all()
  return rows.map(({ code, oneVi, oneEn, manyVi, manyEn }) => ({
    code,
    one: { vi: oneVi, en: oneEn },
    many: { vi: manyVi, en: manyEn },
  }))
}

/** Kinds of partners in their order. */
export function kindRows(db: Db) {
  const rows = db.select().from(partnerKind).orderBy(asc(partnerKind.position), asc(partnerKind.code)).all()
  return rows.map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }))
}

/** Codes of the indicators, in the order of their list. */
export function indicatorCodesInOrder(db: Db): string[] {
  const rows = db.select({ code: indicator.code }).from(indicator).orderBy(asc(indicator.position), asc(indicator.id))
  return rows.all().map(({ code }) => code)
}

/** What is assigned to whom and what was handed over, as it is known now, in the order of the lists they name. */
export function assignmentRows(db: Db) {
  const known = db
    .select()
    .from(assignment)
    .innerJoin(place, eq(place.id, assignment.placeId))
    .innerJoin(indicator, eq(indicator.id, assignment.indicatorId))
    .where(isNull(assignment.knownTo))
    .orderBy(asc(assignment.partnerId), asc(assignment.fromQuarter), asc(place.position), asc(indicator.position))
    .all()
  return {
    assignments: known.map((row) => row.assignment),
    handovers: db.select().from(handover).where(isNull(handover.knownTo)).all(),
  }
}

/** Every target there ever was, in the order in which they were written. */
export function targetRows(db: Db) {
  return db.select().from(target).orderBy(asc(target.id)).all()
}

/** Every baseline there ever was, in the order in which they were written. */
export function baselineRows(db: Db) {
  return db.select().from(baseline).orderBy(asc(baseline.id)).all()
}

/** What was done of some kinds, in the order in which it was done. */
export function eventsOfKinds(db: Db, verbs: readonly Verb[]) {
  const wanted = new Set<string>(verbs)
  const rows = db.select().from(trail).orderBy(asc(trail.id)).all()
  return rows
    .filter(({ verb }) => wanted.has(verb))
    .map(({ at, verb, subjectId, detail }) => ({
      at,
      verb: verb as Verb,
      subject: subjectId,
      detail: JSON.parse(detail) as Record<string, unknown>,
    }))
}
