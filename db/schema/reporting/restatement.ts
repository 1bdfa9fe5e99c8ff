import { check, index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { isQuarter } from '../closed-list.ts'
import { cell } from '../framework/breakdown.ts'
import { indicator } from '../framework/indicator.ts'
import { partner } from '../framework/partner.ts'
import { place } from '../framework/place.ts'
import { idOf } from '../id-of.ts'

/**
 * A reading aid: values that another approval of the same submission changed, added or took away, and when. Whether a figure is
 * restated is asked of every figure shown; corrections are few, so that this is looked through instead of the history of all.
 */
export const restatement = sqliteTable(
  'restatement',
  {
    indicatorId: idOf('indicator_id', () => indicator.id),
    quarter: integer().notNull(),
    placeId: idOf('place_id', () => place.id),
    partnerId: idOf('partner_id', () => partner.id),
    cellId: idOf('cell_id', () => cell.id),
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.quarter, t.placeId, t.partnerId, t.cellId, t.at] }),
    /** The last corrections are asked for after every approval. */
    index('restatement_at').on(t.at),
    check('restatement_quarter', isQuarter(t.quarter)),
  ],
)
