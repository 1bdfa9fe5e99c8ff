import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import {
  DIRECTIONS,
  FREQUENCIES,
  MEASURES,
  OVER_PLACES,
  OVER_TIME,
  SCALES,
  SENSITIVITIES,
  YEAR_STARTS,
} from '../../../src/vocabulary/indicator.ts'
import { isBoolean, isQuarter, oneOf } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { knownCheck, knownColumns, quarterChecks, quarterColumns } from '../span.ts'
import { indicator } from './indicator.ts'

/**
 * What an indicator means, from a quarter (to one: it is then retired, or defined anew), as it is known from an instant (to
 * one). Two times: a quarter is read under the definition that holds in it, a figure as at an instant under what was known then.
 */
export const indicatorDefinition = sqliteTable(
  'indicator_definition',
  {
    id: integer().primaryKey(),
    indicatorId: idOf('indicator_id', () => indicator.id),
    ...quarterColumns,
    ...knownColumns,
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
    /** First month of the year by which half-yearly and annual values are asked for. */
    yearStart: integer('year_start').notNull().default(1),
    scale: integer().notNull(),
    decimals: integer().notNull(),
    targetStage: integer('target_stage'),
    /** Between which its values lie, both included; null = there is no such bound. */
    least: real(),
    most: real(),
    meansVi: text('means_vi').notNull(),
    meansEn: text('means_en').notNull(),
    responsibleVi: text('responsible_vi').notNull(),
    responsibleEn: text('responsible_en').notNull(),
    /** Comma-separated SDG targets or indicators ("16.2.2") and GCM objectives ("10,15"). */
    sdg: text().notNull(),
    gcm: text().notNull(),
  },
  (t) => [
    unique('indicator_definition_once').on(t.indicatorId, t.fromQuarter, t.knownFrom),
    ...quarterChecks('indicator_definition', t),
    knownCheck('indicator_definition', t),
    check('indicator_definition_disjoint_reporters', isBoolean(t.disjointReporters)),
    check('indicator_definition_measure', oneOf(t.measure, MEASURES)),
    check('indicator_definition_over_places', oneOf(t.overPlaces, OVER_PLACES)),
    check('indicator_definition_over_time', oneOf(t.overTime, OVER_TIME)),
    check('indicator_definition_direction', oneOf(t.direction, DIRECTIONS)),
    check('indicator_definition_frequency', oneOf(t.frequency, FREQUENCIES)),
    check('indicator_definition_year_start', oneOf(t.yearStart, YEAR_STARTS)),
    check('indicator_definition_sensitivity', oneOf(t.sensitivity, SENSITIVITIES)),
    check('indicator_definition_scale', oneOf(t.scale, SCALES)),
    check('indicator_definition_decimals', sql`${t.decimals} between 0 and 4`),
    check('indicator_definition_target_stage', sql`(${t.measure} = 'milestone') = (${t.targetStage} is not null)`),
    check('indicator_definition_median', sql`${t.measure} <> 'median' or ${t.overPlaces} = 'none'`),
  ],
)

/** The stages of a milestone under one definition, from 0 up. */
export const stage = sqliteTable(
  'stage',
  {
    definitionId: idOf('definition_id', () => indicatorDefinition.id),
    nth: integer().notNull(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (t) => [primaryKey({ columns: [t.definitionId, t.nth] }), check('stage_nth', sql`${t.nth} >= 0`)],
)

/**
 * Survey rounds of an indicator under one definition: the quarter in which each is due, which is the last one it covers, the first
 * one (null = the same), and what it is called.
 */
export const surveyRound = sqliteTable(
  'survey_round',
  {
    definitionId: idOf('definition_id', () => indicatorDefinition.id),
    quarter: integer().notNull(),
    fromQuarter: integer('from_quarter'),
    nameVi: text('name_vi'),
    nameEn: text('name_en'),
  },
  (t) => [
    primaryKey({ columns: [t.definitionId, t.quarter] }),
    check('survey_round_quarter', isQuarter(t.quarter)),
    check(
      'survey_round_from',
      sql`${t.fromQuarter} is null or (${isQuarter(t.fromQuarter)} and ${t.fromQuarter} <= ${t.quarter})`,
    ),
    check('survey_round_name', sql`(${t.nameVi} is null) = (${t.nameEn} is null)`),
  ],
)
