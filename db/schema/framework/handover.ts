import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'
import { assignment } from './assignment.ts'

/**
 * This assignment takes over that one, of the same indicator, from the quarter in which it begins. A row of its own: one may
 * take over several, and several may take over one.
 */
export const handover = sqliteTable(
  'handover',
  {
    indicatorId: integer('indicator_id').notNull(),
    placeId: integer('place_id').notNull(),
    partnerId: integer('partner_id').notNull(),
    fromQuarter: integer('from_quarter').notNull(),
    predecessorPlaceId: integer('predecessor_place_id').notNull(),
    predecessorPartnerId: integer('predecessor_partner_id').notNull(),
    predecessorFrom: integer('predecessor_from').notNull(),
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
      ],
    }),
    foreignKey({
      name: 'handover_assignment',
      columns: [t.indicatorId, t.placeId, t.partnerId, t.fromQuarter],
      foreignColumns: [assignment.indicatorId, assignment.placeId, assignment.partnerId, assignment.fromQuarter],
    }),
    foreignKey({
      name: 'handover_predecessor',
      columns: [t.indicatorId, t.predecessorPlaceId, t.predecessorPartnerId, t.predecessorFrom],
      foreignColumns: [assignment.indicatorId, assignment.placeId, assignment.partnerId, assignment.fromQuarter],
    }),
    check('handover_two', sql`${t.placeId} <> ${t.predecessorPlaceId} or ${t.partnerId} <> ${t.predecessorPartnerId}`),
    check('handover_after', sql`${t.fromQuarter} >= ${t.predecessorFrom}`),
  ],
)
