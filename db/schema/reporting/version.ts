import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ENTRY_STATES } from '../../../src/vocabulary/submission.ts'
import { oneOf } from '../closed-list.ts'
import { cell } from '../framework/breakdown.ts'
import { indicator } from '../framework/indicator.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'
import { submission } from './submission.ts'

/**
 * One save of a submission: who made which version of it when. `sitting`: it was saved while it was typed, and is one of those
 * that began with this version; null: its person pressed a button.
 */
export const submissionVersion = sqliteTable(
  'submission_version',
  {
    submissionId: idOf('submission_id', () => submission.id),
    version: integer().notNull(),
    at: integer().notNull(),
    byId: integer('by_id').references(() => person.id),
    sitting: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.version] }),
    check('submission_version_nth', sql`${t.version} >= 1`),
    check('submission_version_sitting', sql`${t.sitting} between 1 and ${t.version}`),
  ],
)

/**
 * What an entry was until a version took its place; no `state`: it was blank. Before the first version everything was blank,
 * so that one has no rows. With the entries as they are now, these say what any earlier version held.
 */
export const entryRevision = sqliteTable(
  'entry_revision',
  {
    submissionId: integer('submission_id').notNull(),
    version: integer().notNull(),
    indicatorId: idOf('indicator_id', () => indicator.id),
    cellId: idOf('cell_id', () => cell.id),
    state: text({ enum: ENTRY_STATES }),
    value: real(),
    base: real(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.version, t.indicatorId, t.cellId] }),
    foreignKey({
      name: 'entry_revision_version',
      columns: [t.submissionId, t.version],
      foreignColumns: [submissionVersion.submissionId, submissionVersion.version],
    }),
    check('entry_revision_state', oneOf(t.state, ENTRY_STATES)),
    check('entry_revision_number', sql`(${t.state} is 'reported') = (${t.value} is not null)`),
    check('entry_revision_base', sql`${t.base} is null or ${t.value} is not null`),
    check('entry_revision_later', sql`${t.version} > 1`),
  ],
)

/** What was remarked of an indicator until a version took its place; no `text`: nothing. */
export const remarkRevision = sqliteTable(
  'remark_revision',
  {
    submissionId: integer('submission_id').notNull(),
    version: integer().notNull(),
    indicatorId: idOf('indicator_id', () => indicator.id),
    text: text(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.version, t.indicatorId] }),
    foreignKey({
      name: 'remark_revision_version',
      columns: [t.submissionId, t.version],
      foreignColumns: [submissionVersion.submissionId, submissionVersion.version],
    }),
    check('remark_revision_later', sql`${t.version} > 1`),
  ],
)
