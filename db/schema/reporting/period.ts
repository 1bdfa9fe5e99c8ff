import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDay, isQuarter } from '../closed-list.ts'

/** When a quarter's submissions are expected; the quarter itself needs no row to exist. */
export const period = sqliteTable(
  'period',
  {
    quarter: integer().primaryKey(),
    /** Last day on which a submission is on time. */
    dueOn: text('due_on').notNull(),
  },
  (t) => [check('period_quarter', isQuarter(t.quarter)), check('period_due_on', isDay(t.dueOn))],
)
