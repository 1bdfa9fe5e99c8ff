import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { indicatorDefinition, stage, surveyRound } from '../../../db/schema.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Definition } from './definition.ts'

/**
 * A definition with its stages and survey rounds.
 * @param knownFrom since when it is known, ms
 */
export function insertDefinition(db: Db, indicatorId: number, definition: Definition, knownFrom: number): void {
  const { name, countingUnit, baseUnit, meansOfVerification, responsible, tags, stages, rounds } = definition
  const { measure, overPlaces, overTime, disjointReporters, direction, sensitivity, frequency, yearStart } = definition
  const definitionId = insertRow(db, indicatorDefinition, {
    indicatorId,
    fromQuarter: definition.from,
    toQuarter: definition.to,
    knownFrom,
    nameVi: name.vi,
    nameEn: name.en,
    definitionVi: definition.definition.vi,
    definitionEn: definition.definition.en,
    countingUnitVi: countingUnit.vi,
    countingUnitEn: countingUnit.en,
    baseUnitVi: baseUnit?.vi ?? null,
    baseUnitEn: baseUnit?.en ?? null,
    ...{ measure, overPlaces, overTime, disjointReporters, direction, sensitivity, frequency, yearStart },
    scale: definition.scale,
    decimals: definition.decimals,
    targetStage: definition.targetStage,
    least: definition.range?.least ?? null,
    most: definition.range?.most ?? null,
    meansVi: meansOfVerification.vi,
    meansEn: meansOfVerification.en,
    responsibleVi: responsible.vi,
    responsibleEn: responsible.en,
    sdg: tags.sdg.join(','),
    gcm: tags.gcm.join(','),
  })
  for (const [nth, text] of stages.entries())
    insertRow(db, stage, { definitionId, nth, nameVi: text.vi, nameEn: text.en })
  for (const { from, to, name: called } of rounds) {
    const fromQuarter = from === to ? null : from
    insertRow(db, surveyRound, {
      ...{ definitionId, quarter: to, fromQuarter },
      ...{ nameVi: called?.vi ?? null, nameEn: called?.en ?? null },
    })
  }
}

/** A definition is no longer what is known; another one, or none, is known instead. */
export function endDefinition(db: Db, indicatorId: number, from: Quarter, at: number): void {
  db.prepared(`update indicator_definition set known_to = :at
    where indicator_id = :indicatorId and from_quarter = :from and known_to is null`).run({ indicatorId, from, at })
}

/** Since when the definitions of an indicator that are known now have been known, at the latest; ms, 0 = there is none. */
export function lastDefinedAt(db: Db, indicatorId: number): number {
  const text = 'select coalesce(max(known_from), 0) from indicator_definition where indicator_id = :indicatorId'
  const [at] = db.prepared(text).get({ indicatorId }) as [number]
  return at
}

/** Quarters in which values of an indicator have been given, approved or not, in order. */
export function quartersWithValues(db: Db, indicatorId: number): Quarter[] {
  const rows = db
    .prepared(`select quarter from fact where indicator_id = :indicatorId
      union select s.quarter from entry e join submission s on s.id = e.submission_id
        where e.indicator_id = :indicatorId and e.state <> 'not reported' order by 1`)
    .all({ indicatorId }) as [Quarter][]
  return rows.map(([quarter]) => quarter)
}
