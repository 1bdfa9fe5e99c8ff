import { asc, eq } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../../db/connection.ts'
import { grouped } from '../../../db/grouped.ts'
import { component, indicator, indicatorDefinition, result, stage, surveyRound } from '../../../db/schema.ts'
import { knownSince } from '../../calendar/known.ts'
import { heldIn } from '../../calendar/span.ts'
import type { Text } from '../../language/text.ts'
import type { YearStart } from '../../vocabulary/indicator.ts'
import type { SurveyRound } from '../frequency.ts'
import type { DefinedIndicator } from '../indicator.ts'

type Defined = Omit<DefinedIndicator, 'schemes' | 'knownSince'>
type DefinitionRow = typeof indicatorDefinition.$inferSelect
type DefinitionRows = {
  base: typeof indicator.$inferSelect
  definition: DefinitionRow
  result: typeof result.$inferSelect
}
export type DatedDefinition = { definition: DefinitionRow; indicator: Defined & { knownSince: number } }

/** Every definition of every indicator, whenever known: indicators in the order of the framework, definitions in that of quarters. */
export const allDefinitions = oncePerVersion((db): DatedDefinition[] => {
  const [stages, rounds] = [stagesOf(db), roundsOf(db)]
  const order = orderOfComponents(db)
  const rank = (code: string | null) => (code === null ? -1 : order.indexOf(code))
  const rows = db
    .select({ base: indicator, definition: indicatorDefinition, result })
    .from(indicator)
    .innerJoin(indicatorDefinition, eq(indicatorDefinition.indicatorId, indicator.id))
    .innerJoin(result, eq(result.id, indicator.resultId))
    .all()
  rows.sort(
    (a, b) =>
      rank(a.result.component) - rank(b.result.component) ||
      a.base.position - b.base.position ||
      a.base.id - b.base.id ||
      a.definition.fromQuarter - b.definition.fromQuarter,
  )
  const read = rows.map((row) => ({ definition: row.definition, indicator: definedBy(row, stages, rounds) }))
  return read.map(({ definition, indicator }): DatedDefinition => {
    const others = read.filter((one) => one.indicator.id === indicator.id)
    return { definition, indicator: { ...indicator, knownSince: sinceOf(definition, indicator, others) } }
  })
})

function sinceOf(
  row: DefinitionRow,
  indicator: Defined,
  others: readonly { definition: DefinitionRow; indicator: Defined }[],
): number {
  const said = ({ from: _, to: __, definedUntil: ___, ...rest }: Defined) => JSON.stringify(rest)
  const same = others.filter((one) => said(one.indicator) === said(indicator) && heldIn(one.indicator, indicator.from))
  return knownSince(
    row,
    same.map(({ definition }) => definition),
  )
}

function definedBy(
  { base, definition: d, result: r }: DefinitionRows,
  stages: ReadonlyMap<number, Text[]>,
  rounds: ReadonlyMap<number, SurveyRound[]>,
): Defined {
  return {
    id: base.id,
    code: base.code,
    from: d.fromQuarter,
    to: d.toQuarter,
    component: r.component,
    level: r.level,
    resultCode: r.code,
    name: { vi: d.nameVi, en: d.nameEn },
    definition: { vi: d.definitionVi, en: d.definitionEn },
    countingUnit: { vi: d.countingUnitVi, en: d.countingUnitEn },
    baseUnit: d.baseUnitVi === null ? null : { vi: d.baseUnitVi, en: d.baseUnitEn ?? d.baseUnitVi },
    measure: d.measure,
    overPlaces: d.overPlaces,
    overTime: d.overTime,
    targetStage: d.targetStage,
    direction: d.direction,
    sensitivity: d.sensitivity as 0 | 1 | 2,
    frequency: d.frequency,
    yearStart: d.yearStart as YearStart,
    disjointReporters: d.disjointReporters,
    scale: d.scale,
    decimals: d.decimals,
    range: d.least === null && d.most === null ? null : { least: d.least, most: d.most },
    stages: stages.get(d.id) ?? [],
    meansOfVerification: { vi: d.meansVi, en: d.meansEn },
    responsible: { vi: d.responsibleVi, en: d.responsibleEn },
    tags: { sdg: listOf(d.sdg), gcm: listOf(d.gcm).map(Number) },
    rounds: rounds.get(d.id) ?? [],
    definedUntil: d.knownTo,
  }
}

function orderOfComponents(db: Db): string[] {
  const { code, position } = component
  return db
    .select({ code })
    .from(component)
    .orderBy(asc(position), asc(code))
    .all()
    .map((row) => row.code)
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(',').map((one) => one.trim())
}

function stagesOf(db: Db) {
  const rows = db.select().from(stage).orderBy(asc(stage.definitionId), asc(stage.nth)).all()
  return grouped(rows, ofDefinition, (row): Text => ({ vi: row.nameVi, en: row.nameEn }))
}

function roundsOf(db: Db) {
  const rows = db.select().from(surveyRound).orderBy(asc(surveyRound.quarter)).all()
  return grouped(
    rows,
    ofDefinition,
    ({ quarter, fromQuarter, nameVi, nameEn }): SurveyRound => ({
      from: fromQuarter ?? quarter,
      to: quarter,
      name: nameVi === null || nameEn === null ? null : { vi: nameVi, en: nameEn },
    }),
  )
}

function ofDefinition(row: { definitionId: number }): number {
  return row.definitionId
}
