import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { isQuarter } from '../closed-list.ts'
import { indicator } from './indicator.ts'
import { partner } from './partner.ts'
import { place } from './place.ts'

/** This partner reports this indicator for this place from this quarter (to that one), as known from an instant to an instant. */
export const assignment = sqliteTable(
  'assignment',
  {
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    placeId: integer('place_id')
      .notNull()
      .references(() => place.id),
    partnerId: integer('partner_id')
      .notNull()
      .references(() => partner.id),
    fromQuarter: integer('from_quarter').notNull(),
    toQuarter: integer('to_quarter'),
    knownFrom: integer('known_from').notNull(),
    knownTo: integer('known_to'),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.placeId, t.partnerId, t.fromQuarter, t.knownFrom] }),
    index('assignment_partner').on(t.partnerId, t.placeId),
    check('assignment_from', isQuarter(t.fromQuarter)),
    check('assignment_to', sql`${t.toQuarter} is null or ${isQuarter(t.toQuarter)}`),
    check('assignment_span', sql`${t.toQuarter} is null or ${t.toQuarter} >= ${t.fromQuarter}`),
    check('assignment_known', sql`${t.knownTo} is null or ${t.knownTo} > ${t.knownFrom}`),
  ],
)
