import type { Db } from '../../db/connection.ts'
import { insertRow } from '../../db/insert-row.ts'
import { indicatorDefinition, stage, surveyRound } from '../../db/schema.ts'
import type { DefinedIndicator } from './indicator.ts'

/** What a definition says, and from which quarter (to which) it holds. */
export type Definition = Omit<
  DefinedIndicator,
  'id' | 'code' | 'component' | 'level' | 'resultCode' | 'schemes' | 'definedUntil'
>

/**
 * A definition with its stages and survey rounds.
 * @param knownFrom since when it is known, ms
 */
export function insertDefinition(db: Db, indicatorId: number, definition: Definition, knownFrom: number): void {
  const { name, countingUnit, baseUnit, meansOfVerification, responsible, tags, stages, rounds } = definition
  const { measure, overPlaces, overTime, disjointReporters, direction, sensitivity, frequency } = definition
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
    ...{ measure, overPlaces, overTime, disjointReporters, direction, sensitivity, frequency },
    scale: definition.scale,
    decimals: definition.decimals,
    targetStage: definition.targetStage,
    meansVi: meansOfVerification.vi,
    meansEn: meansOfVerification.en,
    responsibleVi: responsible.vi,
    responsibleEn: responsible.en,
    sdg: tags.sdg.join(','),
    gcm: tags.gcm.join(','),
  })
  for (const [nth, text] of stages.entries())
    insertRow(db, stage, { definitionId, nth, nameVi: text.vi, nameEn: text.en })
  for (const quarter of rounds) insertRow(db, surveyRound, { definitionId, quarter })
}
