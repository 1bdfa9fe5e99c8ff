import { sql } from 'drizzle-orm'
import { check, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ENTRY_STATES } from '../../../src/vocabulary/submission.ts'
import { oneOf } from '../closed-list.ts'
import { cell } from '../framework/breakdown.ts'
import { indicator } from '../framework/indicator.ts'
import { idOf } from '../id-of.ts'
import { submission } from './submission.ts'

/**
 * A value being worked on: submission x indicator x cell. `value` is the amount, numerator, mean, median or stage;
 * `base` the denominator or n. `not applicable` and `not reported` stand on the undivided cell (id 1) alone.
 */
export const entry = sqliteTable(
  'entry',
  {
    submissionId: idOf('submission_id', () => submission.id),
    indicatorId: idOf('indicator_id', () => indicator.id),
    cellId: idOf('cell_id', () => cell.id),
    state: text({ enum: ENTRY_STATES }).notNull(),
    value: real(),
    base: real(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.indicatorId, t.cellId] }),
    check('entry_state', oneOf(t.state, ENTRY_STATES)),
    check('entry_number', sql`(${t.state} = 'reported') = (${t.value} is not null)`),
    check('entry_base', sql`${t.base} is null or (${t.value} is not null and ${t.base} >= 0)`),
    check('entry_reason', sql`${t.state} <> 'not applicable' or length(trim(${t.reason})) > 0`),
  ],
)

/**
 * What is remarked of an indicator while its values are being worked on: part of the report, like they are. Why it does not apply is its
 * entry's `reason`.
 */
export const remark = sqliteTable(
  'remark',
  {
    submissionId: idOf('submission_id', () => submission.id),
    indicatorId: idOf('indicator_id', () => indicator.id),
    text: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.indicatorId] }),
    check('remark_text', sql`length(trim(${t.text})) > 0`),
  ],
)
