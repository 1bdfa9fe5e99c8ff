import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { SUBMISSION_FACTS, SUBMISSION_STATES } from '../../../src/vocabulary/submission.ts'
import { isDay, isQuarter, oneOf } from '../closed-list.ts'
import { partner } from '../framework/partner.ts'
import { place } from '../framework/place.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'

export const submission = sqliteTable(
  'submission',
  {
    id: integer().primaryKey(),
    partnerId: idOf('partner_id', () => partner.id),
    placeId: idOf('place_id', () => place.id),
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
    check('submission_cut_from', isDay(t.cutFrom)),
    check('submission_cut_to', isDay(t.cutTo)),
    check('submission_cut', sql`(${t.cutFrom} is null) = (${t.cutTo} is null)`),
  ],
)

/** What happened to a submission, who did it and when: the state is the consequence of the last one. */
export const submissionFact = sqliteTable(
  'submission_fact',
  {
    id: integer().primaryKey(),
    submissionId: idOf('submission_id', () => submission.id),
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
