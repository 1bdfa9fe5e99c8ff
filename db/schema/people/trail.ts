import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { person } from './person.ts'

/** Who did what when. Append only: triggers refuse to change or delete a row. */
export const trail = sqliteTable(
  'trail',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    byId: integer('by_id').references(() => person.id),
    verb: text().notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** JSON; never a password, a session or a person's data. */
    detail: text().notNull(),
  },
  (t) => [
    index('trail_subject').on(t.subjectKind, t.subjectId),
    index('trail_at').on(t.at),
    check('trail_detail', sql`json_valid(${t.detail})`),
  ],
)
