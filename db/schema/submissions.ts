import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { ENTRY_STATES, SUBMISSION_FACTS, SUBMISSION_STATES } from '../../src/vocabulary/submission.ts'
import { isQuarter, oneOf } from './closed-list.ts'
import { cell, indicator } from './framework.ts'
import { person } from './people.ts'
import { partner, place } from './places.ts'

/** When a quarter's submissions are expected; the quarter itself needs no row to exist. */
export const period = sqliteTable(
  'period',
  {
    quarter: integer().primaryKey(),
    /** Last day on which a submission is on time. */
    dueOn: text('due_on').notNull(),
  },
  (t) => [check('period_quarter', isQuarter(t.quarter))],
)

/** A quarter closed for changes, as a fact; open again when `reopened_at` is set. */
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
    check('closing_quarter_range', isQuarter(t.quarter)),
    check('closing_reopened_with_reason', sql`${t.reopenedAt} is null or ${t.reason} is not null`),
  ],
)

export const submission = sqliteTable(
  'submission',
  {
    id: integer().primaryKey(),
    partnerId: integer('partner_id')
      .notNull()
      .references(() => partner.id),
    placeId: integer('place_id')
      .notNull()
      .references(() => place.id),
    quarter: integer().notNull(),
    state: text({ enum: SUBMISSION_STATES }).notNull(),
    /** Goes up by one with every save: an older form is told. */
    version: integer().notNull(),
    /** The partner's own first and last day, where they are not the quarter's. */
    cutFrom: text('cut_from'),
    cutTo: text('cut_to'),
    changedAt: integer('changed_at').notNull(),
    changedBy: integer('changed_by').references(() => person.id),
  },
  (t) => [
    unique('submission_once').on(t.partnerId, t.placeId, t.quarter),
    index('submission_quarter').on(t.quarter, t.state),
    check('submission_state', oneOf(t.state, SUBMISSION_STATES)),
    check('submission_quarter_range', isQuarter(t.quarter)),
    check('submission_version', sql`${t.version} >= 1`),
    check('submission_cut', sql`(${t.cutFrom} is null) = (${t.cutTo} is null)`),
  ],
)

/** What happened to a submission, who did it and when: the state is the consequence of the last one. */
export const submissionFact = sqliteTable(
  'submission_fact',
  {
    id: integer().primaryKey(),
    submissionId: integer('submission_id')
      .notNull()
      .references(() => submission.id),
    kind: text({ enum: SUBMISSION_FACTS }).notNull(),
    at: integer().notNull(),
    byId: integer('by_id').references(() => person.id),
    reason: text(),
  },
  (t) => [
    index('submission_fact_submission').on(t.submissionId),
    check('submission_fact_kind', oneOf(t.kind, SUBMISSION_FACTS)),
    check('submission_fact_reason', sql`${t.kind} not in ('returned', 'reopened') or length(trim(${t.reason})) > 0`),
  ],
)

/** What people say to each other about a submission, or about one indicator in it. */
export const comment = sqliteTable(
  'comment',
  {
    id: integer().primaryKey(),
    submissionId: integer('submission_id')
      .notNull()
      .references(() => submission.id),
    indicatorId: integer('indicator_id').references(() => indicator.id),
    at: integer().notNull(),
    byId: integer('by_id')
      .notNull()
      .references(() => person.id),
    text: text().notNull(),
    /** The writer was warned that the text may name a person and kept it all the same. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [index('comment_submission').on(t.submissionId), check('comment_text', sql`length(trim(${t.text})) > 0`)],
)

/**
 * A value being worked on: submission x indicator x cell. `value` is the amount, numerator, mean, median or stage;
 * `base` the denominator or n. `not applicable` and `not reported` stand on the undivided cell (id 1) alone.
 */
export const entry = sqliteTable(
  'entry',
  {
    submissionId: integer('submission_id')
      .notNull()
      .references(() => submission.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    cellId: integer('cell_id')
      .notNull()
      .references(() => cell.id),
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
