import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isBoolean, isQuarter } from '../closed-list.ts'

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
    check('project_illustrative', isBoolean(t.illustrative)),
    check('project_last_quarter', isQuarter(t.lastQuarter)),
    check('project_is_one', sql`${t.id} = 1`),
    check('project_first_quarter', isQuarter(t.firstQuarter)),
    check('project_span', sql`${t.lastQuarter} >= ${t.firstQuarter}`),
  ],
)

/**
 * Runs of quarters in which the project is at work, with what each is called. Between two of them it pauses: nothing is due.
 * A project without phases is at work from its first quarter to its last.
 */
export const phase = sqliteTable(
  'phase',
  {
    id: integer().primaryKey(),
    code: text().notNull().unique(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    firstQuarter: integer('first_quarter').notNull(),
    lastQuarter: integer('last_quarter').notNull(),
  },
  (t) => [
    check('phase_first_quarter', isQuarter(t.firstQuarter)),
    check('phase_last_quarter', isQuarter(t.lastQuarter)),
    check('phase_span', sql`${t.lastQuarter} >= ${t.firstQuarter}`),
  ],
)
