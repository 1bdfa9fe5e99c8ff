import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { SETTING_NAMES } from '../../../src/vocabulary/setting.ts'
import { oneOf } from '../closed-list.ts'
import { endsLater } from '../span.ts'

/** Settings are dated rows, so that a figure as at an instant is coloured by the thresholds of that day. */
export const setting = sqliteTable(
  'setting',
  {
    name: text({ enum: SETTING_NAMES }).notNull(),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
    value: text().notNull(),
  },
  (t) => [
    check('setting_name', oneOf(t.name, SETTING_NAMES)),
    check('setting_value', sql`json_valid(${t.value})`),
    primaryKey({ columns: [t.name, t.validFrom] }),
    check('setting_interval', endsLater(t.validFrom, t.validTo)),
  ],
)
