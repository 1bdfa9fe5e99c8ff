import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isJson } from '../closed-list.ts'
import { partner } from '../framework/partner.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'

/** How a sheet that a partner keeps for itself is read into its reports. It holds words of the sheet, and no number of it. */
export const ownSheet = sqliteTable(
  'own_sheet',
  {
    id: integer().primaryKey(),
    partnerId: idOf('partner_id', () => partner.id),
    /** What the sheet was called. */
    sheet: text().notNull(),
    mapping: text().notNull(),
    at: integer().notNull(),
    byId: idOf('by_id', () => person.id),
    /** The one that it takes the place of. */
    replacesId: integer('replaces_id')
      .unique()
      .references((): AnySQLiteColumn => ownSheet.id),
  },
  (t) => [
    index('own_sheet_partner').on(t.partnerId),
    check('own_sheet_mapping', isJson(t.mapping)),
    check('own_sheet_replaces', sql`${t.replacesId} is null or ${t.replacesId} < ${t.id}`),
  ],
)
