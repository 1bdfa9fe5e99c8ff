import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Settings are dated rows, so that a figure as at an instant is coloured by the thresholds of that day. */
export const setting = sqliteTable(
  'setting',
  {
    name: text().notNull(),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
    value: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.name, t.validFrom] }),
    check('setting_interval', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
  ],
)
