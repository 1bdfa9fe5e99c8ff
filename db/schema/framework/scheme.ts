import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { SCHEME_KINDS } from '../../../src/vocabulary/indicator.ts'
import { oneOf } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { knownCheck, knownColumns, quarterChecks, quarterColumns } from '../span.ts'
import { breakdown } from './breakdown.ts'
import { indicator } from './indicator.ts'

/**
 * Which breakdown an indicator's values are typed in, from a quarter (to one), as known from an instant (to one): `primary` is crossed and
 * sums to the total;
 * an extra single one is a `partition` (must sum to the total) or `multiple` (never summed).
 */
export const scheme = sqliteTable(
  'scheme',
  {
    id: integer().primaryKey(),
    indicatorId: idOf('indicator_id', () => indicator.id),
    kind: text({ enum: SCHEME_KINDS }).notNull(),
    ...quarterColumns,
    ...knownColumns,
    position: integer().notNull(),
  },
  (t) => [
    index('scheme_indicator').on(t.indicatorId),
    check('scheme_kind', oneOf(t.kind, SCHEME_KINDS)),
    ...quarterChecks('scheme', t),
    knownCheck('scheme', t),
  ],
)

export const schemeBreakdown = sqliteTable(
  'scheme_breakdown',
  {
    schemeId: idOf('scheme_id', () => scheme.id),
    position: integer().notNull(),
    breakdownId: idOf('breakdown_id', () => breakdown.id),
  },
  (t) => [
    primaryKey({ columns: [t.schemeId, t.position] }),
    unique('scheme_breakdown_once').on(t.schemeId, t.breakdownId),
  ],
)
