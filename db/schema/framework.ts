import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import {
  COMPONENTS,
  DIRECTIONS,
  FREQUENCIES,
  LEVELS,
  MEASURES,
  OVER_PLACES,
  OVER_TIME,
  SCHEME_KINDS,
} from '../../src/vocabulary/indicator.ts'
import { isQuarter, oneOf } from './closed-list.ts'

/** The one project this file is about. */
export const project = sqliteTable(
  'project',
  {
    id: integer().primaryKey(),
    code: text().notNull(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    donorVi: text('donor_vi').notNull(),
    donorEn: text('donor_en').notNull(),
    firstQuarter: integer('first_quarter').notNull(),
    lastQuarter: integer('last_quarter').notNull(),
    /** The values are made up for demonstration; every screen and export says so. */
    illustrative: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    check('project_is_one', sql`${t.id} = 1`),
    check('project_first_quarter', isQuarter(t.firstQuarter)),
    check('project_span', sql`${t.lastQuarter} >= ${t.firstQuarter}`),
  ],
)

export const result = sqliteTable(
  'result',
  {
    id: integer().primaryKey(),
    code: text().notNull().unique(),
    level: text({ enum: LEVELS }).notNull(),
    component: text({ enum: COMPONENTS }),
    parentId: integer('parent_id'),
    statementVi: text('statement_vi').notNull(),
    statementEn: text('statement_en').notNull(),
    assumptionVi: text('assumption_vi'),
    assumptionEn: text('assumption_en'),
    position: integer().notNull(),
  },
  (t) => [
    check('result_level', oneOf(t.level, LEVELS)),
    check('result_component', sql`${t.component} is null or ${oneOf(t.component, COMPONENTS)}`),
    check('result_impact_has_no_component', sql`${t.level} <> 'impact' or ${t.component} is null`),
  ],
)

export const indicator = sqliteTable('indicator', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  resultId: integer('result_id')
    .notNull()
    .references(() => result.id),
  position: integer().notNull(),
})

/** What an indicator means, dated: a figure as at an instant uses the definition in force then. */
export const indicatorDefinition = sqliteTable(
  'indicator_definition',
  {
    id: integer().primaryKey(),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    definitionVi: text('definition_vi').notNull(),
    definitionEn: text('definition_en').notNull(),
    countingUnitVi: text('counting_unit_vi').notNull(),
    countingUnitEn: text('counting_unit_en').notNull(),
    baseUnitVi: text('base_unit_vi'),
    baseUnitEn: text('base_unit_en'),
    measure: text({ enum: MEASURES }).notNull(),
    overPlaces: text('over_places', { enum: OVER_PLACES }).notNull(),
    overTime: text('over_time', { enum: OVER_TIME }).notNull(),
    disjointReporters: integer('disjoint_reporters', { mode: 'boolean' }).notNull(),
    direction: text({ enum: DIRECTIONS }).notNull(),
    sensitivity: integer().notNull(),
    frequency: text({ enum: FREQUENCIES }).notNull(),
    scale: integer().notNull(),
    decimals: integer().notNull(),
    targetStage: integer('target_stage'),
    meansVi: text('means_vi').notNull(),
    meansEn: text('means_en').notNull(),
    responsibleVi: text('responsible_vi').notNull(),
    responsibleEn: text('responsible_en').notNull(),
    /** Comma-separated SDG targets or indicators ("16.2.2") and GCM objectives ("10,15"). */
    sdg: text().notNull(),
    gcm: text().notNull(),
  },
  (t) => [
    unique('indicator_definition_from').on(t.indicatorId, t.validFrom),
    check('indicator_definition_interval', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
    check('indicator_definition_measure', oneOf(t.measure, MEASURES)),
    check('indicator_definition_over_places', oneOf(t.overPlaces, OVER_PLACES)),
    check('indicator_definition_over_time', oneOf(t.overTime, OVER_TIME)),
    check('indicator_definition_direction', oneOf(t.direction, DIRECTIONS)),
    check('indicator_definition_frequency', oneOf(t.frequency, FREQUENCIES)),
    check('indicator_definition_sensitivity', sql`${t.sensitivity} in (0, 1, 2)`),
    check('indicator_definition_scale', sql`${t.scale} in (1, 100, 1000, 100000)`),
    check('indicator_definition_decimals', sql`${t.decimals} between 0 and 4`),
    check('indicator_definition_target_stage', sql`(${t.measure} = 'milestone') = (${t.targetStage} is not null)`),
    check('indicator_definition_median', sql`${t.measure} <> 'median' or ${t.overPlaces} = 'none'`),
  ],
)

export const stage = sqliteTable(
  'stage',
  {
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    nth: integer().notNull(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.nth] }), check('stage_nth', sql`${t.nth} >= 0`)],
)

/** Quarters in which an indicator measured by survey rounds is due. */
export const surveyRound = sqliteTable(
  'survey_round',
  {
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    quarter: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.quarter] }), check('survey_round_quarter', isQuarter(t.quarter))],
)

export const breakdown = sqliteTable('breakdown', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  nameVi: text('name_vi').notNull(),
  nameEn: text('name_en').notNull(),
  position: integer().notNull(),
})

export const category = sqliteTable(
  'category',
  {
    id: integer().primaryKey(),
    breakdownId: integer('breakdown_id')
      .notNull()
      .references(() => breakdown.id),
    code: text().notNull(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    position: integer().notNull(),
  },
  (t) => [unique('category_code').on(t.breakdownId, t.code)],
)

/**
 * Which breakdown an indicator's values are typed in, valid from a quarter: `primary` is crossed and sums to the total;
 * an extra single one is a `partition` (must sum to the total) or `multiple` (never summed).
 */
export const scheme = sqliteTable(
  'scheme',
  {
    id: integer().primaryKey(),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    kind: text({ enum: SCHEME_KINDS }).notNull(),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
    position: integer().notNull(),
  },
  (t) => [
    index('scheme_indicator').on(t.indicatorId),
    check('scheme_kind', oneOf(t.kind, SCHEME_KINDS)),
    check('scheme_valid_from', isQuarter(t.validFrom)),
    check('scheme_interval', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
)

export const schemeBreakdown = sqliteTable(
  'scheme_breakdown',
  {
    schemeId: integer('scheme_id')
      .notNull()
      .references(() => scheme.id),
    position: integer().notNull(),
    breakdownId: integer('breakdown_id')
      .notNull()
      .references(() => breakdown.id),
  },
  (t) => [
    primaryKey({ columns: [t.schemeId, t.position] }),
    unique('scheme_breakdown_once').on(t.schemeId, t.breakdownId),
  ],
)

/**
 * A combination of categories, named "age=16-17|sex=female" (breakdowns in alphabetical order), or the undivided total,
 * whose id is 1 and whose key is empty. Shared by all indicators.
 */
export const cell = sqliteTable('cell', {
  id: integer().primaryKey(),
  key: text().notNull().unique(),
})

export const cellCategory = sqliteTable(
  'cell_category',
  {
    cellId: integer('cell_id')
      .notNull()
      .references(() => cell.id),
    breakdownId: integer('breakdown_id')
      .notNull()
      .references(() => breakdown.id),
    categoryId: integer('category_id')
      .notNull()
      .references(() => category.id),
  },
  (t) => [primaryKey({ columns: [t.cellId, t.breakdownId] })],
)

export const TARGET_KINDS = ['quarter', 'year', 'project'] as const

/** What is to be reached, dated like facts. `place` null = the whole project. The value is on the scale stored, not shown. */
export const target = sqliteTable(
  'target',
  {
    id: integer().primaryKey(),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    placeId: integer('place_id'),
    kind: text({ enum: TARGET_KINDS }).notNull(),
    fromQuarter: integer('from_quarter').notNull(),
    toQuarter: integer('to_quarter').notNull(),
    value: real().notNull(),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
  },
  (t) => [
    unique('target_once').on(t.indicatorId, t.placeId, t.kind, t.fromQuarter, t.validFrom),
    uniqueIndex('target_once_project')
      .on(t.indicatorId, t.kind, t.fromQuarter, t.validFrom)
      .where(sql`${t.placeId} is null`),
    check('target_kind', oneOf(t.kind, TARGET_KINDS)),
    check('target_from', isQuarter(t.fromQuarter)),
    check('target_span', sql`${t.toQuarter} >= ${t.fromQuarter}`),
    check('target_interval', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
  ],
)

export const baseline = sqliteTable(
  'baseline',
  {
    id: integer().primaryKey(),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    placeId: integer('place_id'),
    quarter: integer().notNull(),
    value: real().notNull(),
    /** Denominator or n behind a ratio or mean; null for counts and milestones. */
    base: real(),
    sourceVi: text('source_vi').notNull(),
    sourceEn: text('source_en').notNull(),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
  },
  (t) => [
    unique('baseline_once').on(t.indicatorId, t.placeId, t.validFrom),
    uniqueIndex('baseline_once_project').on(t.indicatorId, t.validFrom).where(sql`${t.placeId} is null`),
    check('baseline_quarter', isQuarter(t.quarter)),
    check('baseline_interval', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
  ],
)

/** Settings are dated rows, so that a figure as at an instant is coloured by the thresholds of that day. */
export const setting = sqliteTable(
  'setting',
  {
    name: text().notNull(),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
    value: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.name, t.validFrom] }),
    check('setting_interval', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
  ],
)
