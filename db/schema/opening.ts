import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { RUN_MODES } from '../../src/config/mode.ts'
import { oneOf } from './closed-list.ts'

/** When this file was first opened as what: one that has been opened for real is never a demo any more. */
export const opening = sqliteTable(
  'opening',
  {
    mode: text({ enum: RUN_MODES }).primaryKey(),
    at: integer().notNull(),
  },
  (t) => [check('opening_mode', oneOf(t.mode, RUN_MODES))],
)
