import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isBoolean } from '../closed-list.ts'
import { indicator } from '../framework/indicator.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'
import { submission } from './submission.ts'

/** What people say to each other about a submission, or about one indicator in it. */
export const comment = sqliteTable(
  'comment',
  {
    id: integer().primaryKey(),
    submissionId: idOf('submission_id', () => submission.id),
    indicatorId: integer('indicator_id').references(() => indicator.id),
    at: integer().notNull(),
    byId: idOf('by_id', () => person.id),
    text: text().notNull(),
    /** Its writer waits for an answer of the other side. */
    asks: integer({ mode: 'boolean' }).notNull().default(false),
    /** The writer was warned that the text may name a person and kept it all the same. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    index('comment_submission').on(t.submissionId),
    check('comment_text', sql`length(trim(${t.text})) > 0`),
    check('comment_asks', isBoolean(t.asks)),
    check('comment_confirmed', isBoolean(t.confirmed)),
  ],
)
