import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { isQuarter } from '../closed-list.ts'
import { person } from '../people/person.ts'

/** A quarter closed for changes, as a fact; open again when `reopened_at` is set. A quarter has one open closing at most. */
export const closing = sqliteTable(
  'closing',
  {
    id: integer().primaryKey(),
    quarter: integer().notNull(),
    closedAt: integer('closed_at').notNull(),
    closedBy: integer('closed_by').references(() => person.id),
    reopenedAt: integer('reopened_at'),
    reopenedBy: integer('reopened_by').references(() => person.id),
    reason: text(),
  },
  (t) => [
    index('closing_quarter').on(t.quarter),
    uniqueIndex('closing_open_once').on(t.quarter).where(sql`${t.reopenedAt} is null`),
    check('closing_quarter_range', isQuarter(t.quarter)),
    check('closing_reopened_with_reason', sql`${t.reopenedAt} is null or ${t.reason} is not null`),
  ],
)
