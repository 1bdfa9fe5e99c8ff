import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { SCHEME_KINDS } from '../../../src/vocabulary/indicator.ts'
import { isQuarter, oneOf } from '../closed-list.ts'
import { breakdown } from './breakdown.ts'
import { indicator } from './indicator.ts'

/**
 * Which breakdown an indicator's values are typed in, from a quarter (to one), as known from an instant (to one): `primary` is crossed and sums to the total;
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
    fromQuarter: integer('from_quarter').notNull(),
    toQuarter: integer('to_quarter'),
    knownFrom: integer('known_from').notNull(),
    knownTo: integer('known_to'),
    position: integer().notNull(),
  },
  (t) => [
    index('scheme_indicator').on(t.indicatorId),
    check('scheme_kind', oneOf(t.kind, SCHEME_KINDS)),
    check('scheme_from', isQuarter(t.fromQuarter)),
    check('scheme_to', sql`${t.toQuarter} is null or ${isQuarter(t.toQuarter)}`),
    check('scheme_span', sql`${t.toQuarter} is null or ${t.toQuarter} >= ${t.fromQuarter}`),
    check('scheme_known', sql`${t.knownTo} is null or ${t.knownTo} > ${t.knownFrom}`),
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
