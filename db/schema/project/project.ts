import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { LOWEST_THRESHOLD, USUAL_THRESHOLDS } from '../../../src/vocabulary/release.ts'
import { USUAL_DUE_DAYS } from '../../../src/vocabulary/submission.ts'
import { isBoolean, isJson, isQuarter } from '../closed-list.ts'
import { knownCheck, knownColumns } from '../span.ts'

/** The one project this file is about. */
export const project = sqliteTable(
  'project',
  {
    id: integer().primaryKey(),
    code: text().notNull(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    /** What this tool is called on its pages. */
    shortVi: text('short_vi').notNull().default('3P Tracker'),
    shortEn: text('short_en').notNull().default('3P Tracker'),
    /** What it is for, in a line that whoever signs in reads. */
    leadVi: text('lead_vi'),
    leadEn: text('lead_en'),
    /** How many days after a quarter its reports are due. */
    dueDays: integer('due_days').notNull().default(USUAL_DUE_DAYS),
    /** Counts below it are hidden from donors, and from the public. */
    donorThreshold: integer('donor_threshold').notNull().default(USUAL_THRESHOLDS.donor),
    publicThreshold: integer('public_threshold').notNull().default(USUAL_THRESHOLDS.public),
    /** The values are made up for demonstration; every screen and export says so. */
    illustrative: integer({ mode: 'boolean' }).notNull(),
    /** How it is published as an IATI activity, JSON; empty where nobody said. */
    iati: text(),
  },
  (t) => [
    check('project_illustrative', isBoolean(t.illustrative)),
    check('project_iati', isJson(t.iati)),
    check('project_is_one', sql`${t.id} = 1`),
    check('project_lead', sql`(${t.leadVi} is null) = (${t.leadEn} is null)`),
    check('project_due_days', sql`${t.dueDays} between 0 and 90`),
    check(
      'project_thresholds',
      sql`${sql.raw(String(LOWEST_THRESHOLD))} <= ${t.donorThreshold} and ${t.donorThreshold} <= ${t.publicThreshold}`,
    ),
  ],
)

/** The first and the last quarter of the project, as known from an instant to an instant. */
export const projectQuarters = sqliteTable(
  'project_quarters',
  {
    firstQuarter: integer('first_quarter').notNull(),
    lastQuarter: integer('last_quarter').notNull(),
    ...knownColumns,
  },
  (t) => [
    primaryKey({ columns: [t.knownFrom] }),
    check('project_quarters_first', isQuarter(t.firstQuarter)),
    check('project_quarters_last', isQuarter(t.lastQuarter)),
    check('project_quarters_order', sql`${t.lastQuarter} >= ${t.firstQuarter}`),
    knownCheck('project_quarters', t),
  ],
)

/**
 * Runs of quarters in which the project is at work, with what each is called, as known from an instant to an instant. Between two
 * of them it pauses: nothing is due. A project without phases is at work from its first quarter to its last.
 */
export const phase = sqliteTable(
  'phase',
  {
    code: text().notNull(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    firstQuarter: integer('first_quarter').notNull(),
    lastQuarter: integer('last_quarter').notNull(),
    ...knownColumns,
  },
  (t) => [
    primaryKey({ columns: [t.code, t.knownFrom] }),
    uniqueIndex('phase_code').on(t.code).where(sql`${t.knownTo} is null`),
    check('phase_first_quarter', isQuarter(t.firstQuarter)),
    check('phase_last_quarter', isQuarter(t.lastQuarter)),
    check('phase_span', sql`${t.lastQuarter} >= ${t.firstQuarter}`),
    knownCheck('phase', t),
  ],
)
