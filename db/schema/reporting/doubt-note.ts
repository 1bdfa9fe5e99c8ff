import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isBoolean } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { submissionFact } from './submission.ts'

/** What its partner said of one doubt when handing a submission in. */
export const doubtNote = sqliteTable(
  'doubt_note',
  {
    submissionFactId: idOf('submission_fact_id', () => submissionFact.id),
    /** What was asked about, with the numbers that stood there. */
    doubt: text().notNull(),
    note: text().notNull(),
    /** The writer was warned that the note may name a person and kept it all the same. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionFactId, t.doubt] }),
    check('doubt_note_text', sql`length(trim(${t.note})) > 0`),
    check('doubt_note_confirmed', isBoolean(t.confirmed)),
  ],
)
