import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isQuarter, oneOf } from './closed-list.ts'

/**
 * An approved value, in force from one instant to another: `approved_from <= T and (approved_to is null or approved_to > T)`
 * is what was known at T. Clustered by indicator and quarter (WITHOUT ROWID), so that a chart's read does not grow with
 * the file. No foreign keys on purpose: rows are only ever copied here from entries, which have them.
 */
export const fact = sqliteTable(
  'fact',
  {
    indicatorId: integer('indicator_id').notNull(),
    quarter: integer().notNull(),
    placeId: integer('place_id').notNull(),
    partnerId: integer('partner_id').notNull(),
    cellId: integer('cell_id').notNull(),
    approvedFrom: integer('approved_from').notNull(),
    approvedTo: integer('approved_to'),
    state: text({ enum: ['reported', 'not applicable'] }).notNull(),
    value: real(),
    base: real(),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.quarter, t.placeId, t.partnerId, t.cellId, t.approvedFrom] }),
    check('fact_state', oneOf(t.state, ['reported', 'not applicable'])),
    check('fact_number', sql`(${t.state} = 'reported') = (${t.value} is not null)`),
    check('fact_quarter', isQuarter(t.quarter)),
    check('fact_interval', sql`${t.approvedTo} is null or ${t.approvedTo} > ${t.approvedFrom}`),
  ],
)

/**
 * Sums of the facts in force now, per province, kept in the same transaction as the facts and rebuilt by a command:
 * a reading aid for large files, never the truth. The cell with id 0 stands for all cells of the primary breakdown together.
 */
export const tallyProvince = sqliteTable(
  'tally_province',
  {
    indicatorId: integer('indicator_id').notNull(),
    cellId: integer('cell_id').notNull(),
    quarter: integer().notNull(),
    provinceId: integer('province_id').notNull(),
    reported: integer().notNull(),
    notApplicable: integer('not_applicable').notNull(),
    value: real().notNull(),
    base: real().notNull(),
    /** Sum of value x base: means are weighted by n. */
    product: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.cellId, t.quarter, t.provinceId] })],
)

/** The undivided value in force now of each reporter, for indicators read by reporter (stocks, milestones, medians, unique counts). */
export const tallyReporter = sqliteTable(
  'tally_reporter',
  {
    indicatorId: integer('indicator_id').notNull(),
    placeId: integer('place_id').notNull(),
    partnerId: integer('partner_id').notNull(),
    quarter: integer().notNull(),
    state: text({ enum: ['reported', 'not applicable'] }).notNull(),
    value: real().notNull(),
    base: real().notNull(),
    product: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.placeId, t.partnerId, t.quarter] })],
)
