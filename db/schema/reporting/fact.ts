import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { FACT_STATES } from '../../../src/vocabulary/submission.ts'
import { isQuarter, oneOf } from '../closed-list.ts'
import { cell } from '../framework/breakdown.ts'
import { indicator } from '../framework/indicator.ts'
import { partner } from '../framework/partner.ts'
import { place } from '../framework/place.ts'
import { idOf } from '../id-of.ts'
import { endsLater } from '../span.ts'

/**
 * An approved value, in force from one instant to another: `approved_from <= T and (approved_to is null or approved_to > T)`
 * is what was known at T. Clustered by indicator and quarter (WITHOUT ROWID), so that a chart's read does not grow with
 * the file.
 */
export const fact = sqliteTable(
  'fact',
  {
    indicatorId: idOf('indicator_id', () => indicator.id),
    quarter: integer().notNull(),
    placeId: idOf('place_id', () => place.id),
    partnerId: idOf('partner_id', () => partner.id),
    cellId: idOf('cell_id', () => cell.id),
    approvedFrom: integer('approved_from').notNull(),
    approvedTo: integer('approved_to'),
    state: text({ enum: FACT_STATES }).notNull(),
    value: real(),
    base: real(),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.quarter, t.placeId, t.partnerId, t.cellId, t.approvedFrom] }),
    check('fact_state', oneOf(t.state, FACT_STATES)),
    check('fact_number', sql`(${t.state} = 'reported') = (${t.value} is not null)`),
    /** Sums are kept in whole millionths; a single value must leave them room. */
    check('fact_size', sql`abs(coalesce(${t.value}, 0)) <= 1e12 and coalesce(${t.base}, 0) between 0 and 1e12`),
    check('fact_quarter', isQuarter(t.quarter)),
    check('fact_interval', endsLater(t.approvedFrom, t.approvedTo)),
  ],
)
