import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { SCHEME_KINDS } from '../../../src/vocabulary/indicator.ts'
import { isQuarter, oneOf } from '../closed-list.ts'
import { breakdown } from './breakdown.ts'
import { indicator } from './indicator.ts'

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
    check('scheme_valid_to', sql`${t.validTo} is null or ${isQuarter(t.validTo)}`),
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
