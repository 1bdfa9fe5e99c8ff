import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { FACT_STATES } from '../../../src/vocabulary/submission.ts'
import { isBoolean, oneOf } from '../closed-list.ts'
import { cell } from '../framework/breakdown.ts'
import { indicator } from '../framework/indicator.ts'
import { partner } from '../framework/partner.ts'
import { place } from '../framework/place.ts'
import { idOf } from '../id-of.ts'

/*
 * The tally: a reading aid for large files, never the truth. It holds the facts in force now, undivided: categories of
 * the primary breakdown summed, extra breakdowns left out. Sums are whole millionths, so that adding and taking away is
 * exact. It is kept in the transaction that writes facts; whatever else may change it (an assignment, a definition, a
 * breakdown, a place, a fact written by another hand) marks the indicator as stale, and stale indicators are read from
 * the facts themselves until their tally is made anew.
 */

/** One reporter's value in one quarter. */
export const tallyReporter = sqliteTable(
  'tally_reporter',
  {
    indicatorId: idOf('indicator_id', () => indicator.id),
    placeId: idOf('place_id', () => place.id),
    partnerId: idOf('partner_id', () => partner.id),
    quarter: integer().notNull(),
    state: text({ enum: FACT_STATES }).notNull(),
    /** 0: nobody asked for it (any more), yet it is there and counts. */
    due: integer().notNull(),
    /** How many categories the value is made of. */
    cells: integer().notNull(),
    value: integer().notNull(),
    base: integer().notNull(),
    /** Sum of value x base: means are weighted by n. */
    product: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.quarter, t.placeId, t.partnerId] }),
    check('tally_reporter_state', oneOf(t.state, FACT_STATES)),
    check('tally_reporter_due', isBoolean(t.due)),
  ],
)

/** All reporters of a province together, for indicators that sum over places and quarters. */
export const tallyProvince = sqliteTable(
  'tally_province',
  {
    indicatorId: idOf('indicator_id', () => indicator.id),
    quarter: integer().notNull(),
    provinceId: idOf('province_id', () => place.id),
    reported: integer().notNull(),
    /** Of the reported: not asked for. */
    stray: integer().notNull(),
    notApplicable: integer('not_applicable').notNull(),
    value: integer().notNull(),
    base: integer().notNull(),
    product: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.quarter, t.provinceId] })],
)

/** The same per category as it was typed, extra breakdowns included, for questions that keep categories apart. */
export const tallyCell = sqliteTable(
  'tally_cell',
  {
    indicatorId: idOf('indicator_id', () => indicator.id),
    quarter: integer().notNull(),
    provinceId: idOf('province_id', () => place.id),
    cellId: idOf('cell_id', () => cell.id),
    reported: integer().notNull(),
    value: integer().notNull(),
    base: integer().notNull(),
    product: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.quarter, t.cellId, t.provinceId] })],
)

/** Indicators whose tally may differ from the facts. */
export const tallyStale = sqliteTable('tally_stale', {
  indicatorId: integer('indicator_id')
    .primaryKey()
    .references(() => indicator.id),
})

/** Has a row only inside a transaction that keeps the tally itself. */
export const tallyKeeping = sqliteTable('tally_keeping', { id: integer().primaryKey() })
