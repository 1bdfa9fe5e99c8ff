import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { idOf } from '../id-of.ts'
import { knownCheck, knownColumns } from '../span.ts'
import { indicator } from './indicator.ts'
import { partner } from './partner.ts'
import { place } from './place.ts'

/**
 * This assignment takes over that one, of the same indicator, from the quarter in which it begins, as known from an instant to
 * an instant. A row of its own: one may take over several, and several may take over one. A trigger sees to it that both are
 * there: no key can, since an assignment has a row for every time that something else was known of it.
 */
export const handover = sqliteTable(
  'handover',
  {
    indicatorId: idOf('indicator_id', () => indicator.id),
    placeId: idOf('place_id', () => place.id),
    partnerId: idOf('partner_id', () => partner.id),
    fromQuarter: integer('from_quarter').notNull(),
    predecessorPlaceId: idOf('predecessor_place_id', () => place.id),
    predecessorPartnerId: idOf('predecessor_partner_id', () => partner.id),
    predecessorFrom: integer('predecessor_from').notNull(),
    ...knownColumns,
  },
  (t) => [
    primaryKey({
      columns: [
        t.indicatorId,
        t.placeId,
        t.partnerId,
        t.fromQuarter,
        t.predecessorPlaceId,
        t.predecessorPartnerId,
        t.predecessorFrom,
        t.knownFrom,
      ],
    }),
    check('handover_two', sql`${t.placeId} <> ${t.predecessorPlaceId} or ${t.partnerId} <> ${t.predecessorPartnerId}`),
    check('handover_after', sql`${t.fromQuarter} >= ${t.predecessorFrom}`),
    knownCheck('handover', t),
  ],
)
