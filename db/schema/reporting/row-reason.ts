import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isBoolean } from '../closed-list.ts'
import { cell } from '../framework/breakdown.ts'
import { indicator } from '../framework/indicator.ts'
import { idOf } from '../id-of.ts'
import { submissionFact } from './submission.ts'

/**
 * Why one indicator was to be corrected when its submission was returned or re-opened; `cell`: which of its values, the undivided one (id 1)
 * for all.
 */
export const rowReason = sqliteTable(
  'row_reason',
  {
    submissionFactId: idOf('submission_fact_id', () => submissionFact.id),
    indicatorId: idOf('indicator_id', () => indicator.id),
    cellId: idOf('cell_id', () => cell.id),
    /** Of the submission, as its reviewer saw it: what has changed since answers the reason. */
    version: integer().notNull(),
    reason: text().notNull(),
    /** The writer was warned that the reason may name a person and kept it all the same. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionFactId, t.indicatorId] }),
    check('row_reason_version', sql`${t.version} >= 1`),
    check('row_reason_text', sql`length(trim(${t.reason})) > 0`),
    check('row_reason_confirmed', isBoolean(t.confirmed)),
  ],
)
