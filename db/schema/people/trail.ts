import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { SUBJECT_KINDS, WRITTEN_VERBS } from '../../../src/vocabulary/trail.ts'
import { oneOf } from '../closed-list.ts'
import { person } from './person.ts'

/** Who did what when. Append only: triggers refuse to change or delete a row. */
export const trail = sqliteTable(
  'trail',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    byId: integer('by_id').references(() => person.id),
    verb: text({ enum: WRITTEN_VERBS }).notNull(),
    subjectKind: text('subject_kind', { enum: SUBJECT_KINDS }).notNull(),
    subjectId: text('subject_id').notNull(),
    /** JSON; never a password, a session or a person's data. */
    detail: text().notNull(),
  },
  (t) => [
    index('trail_subject').on(t.subjectKind, t.subjectId),
    index('trail_at').on(t.at),
    check('trail_verb', oneOf(t.verb, WRITTEN_VERBS)),
    check('trail_subject_kind', oneOf(t.subjectKind, SUBJECT_KINDS)),
    check('trail_detail', sql`json_valid(${t.detail})`),
  ],
)
