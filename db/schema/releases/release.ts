import { sql } from 'drizzle-orm'
import { blob, check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  PROTECTION_FAILURES,
  RELEASE_AUDIENCES,
  RELEASE_LANGUAGES,
  RELEASE_STATES,
  SMALL_CHANGES,
} from '../../../src/vocabulary/release.ts'
import { hidesEnough, isBoolean, isJson, isQuarter, oneOf } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'
import { donor } from '../project/donor.ts'
import { comment } from '../reporting/comment.ts'

/** A donor report: frozen figures for one audience, as at one instant. */
export const release = sqliteTable(
  'release',
  {
    id: integer().primaryKey(),
    title: text().notNull(),
    donor: text().notNull(),
    /** Whose years and thresholds it is made by; empty in one that was made before donors had any of their own. */
    donorCode: text('donor_code').references(() => donor.code),
    audience: text({ enum: RELEASE_AUDIENCES }).notNull(),
    threshold: integer().notNull(),
    language: text({ enum: RELEASE_LANGUAGES }).notNull(),
    fromQuarter: integer('from_quarter').notNull(),
    toQuarter: integer('to_quarter').notNull(),
    /** Layout choices, JSON: grains per kind of table. */
    layout: text().notNull(),
    asAt: integer('as_at').notNull(),
    /** Reports of before there was a choice hid them. */
    smallChanges: text('small_changes', { enum: SMALL_CHANGES }).notNull().default('hide'),
    state: text({ enum: RELEASE_STATES }).notNull(),
    /** Why protecting failed, and about which figure, if about one. */
    failureCode: text('failure_code', { enum: PROTECTION_FAILURES }),
    failureAbout: text('failure_about'),
    /**
     * What was protected, JSON: the plan of the draft's workbook, hidden figures and intervals included in no figure of it; once issued it
     * is beside the file.
     */
    plan: text(),
    preview: text(),
    /** How many counts it tells, wholly or in part, that earlier ones hid. */
    uncovers: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    createdBy: integer('created_by').references(() => person.id),
    issuedAt: integer('issued_at'),
    issuedBy: integer('issued_by').references(() => person.id),
  },
  (t) => [
    check('release_audience', oneOf(t.audience, RELEASE_AUDIENCES)),
    check('release_language', oneOf(t.language, RELEASE_LANGUAGES)),
    check('release_state', oneOf(t.state, RELEASE_STATES)),
    check('release_small_changes', oneOf(t.smallChanges, SMALL_CHANGES)),
    check('release_uncovers', sql`${t.uncovers} >= 0`),
    check('release_failure_code', oneOf(t.failureCode, PROTECTION_FAILURES)),
    check('release_failed', sql`(${t.state} = 'failed') = (${t.failureCode} is not null)`),
    check('release_failure_about', sql`${t.failureAbout} is null or ${t.failureCode} is not null`),
    check('release_threshold', hidesEnough(t.threshold)),
    check('release_from', isQuarter(t.fromQuarter)),
    check('release_to', isQuarter(t.toQuarter)),
    check('release_plan', isJson(t.plan)),
    check('release_preview', isJson(t.preview)),
    check('release_span', sql`${t.toQuarter} >= ${t.fromQuarter}`),
    check('release_layout', sql`json_valid(${t.layout})`),
    check('release_issued', sql`(${t.state} = 'issued') = (${t.issuedAt} is not null)`),
  ],
)

/** The workbook as it was issued, to the byte. Reports issued before it was kept have none, and are written from their plan. */
export const releaseFile = sqliteTable(
  'release_file',
  {
    releaseId: idOf('release_id', () => release.id).primaryKey(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    /** SHA-256 of the bytes, in hexadecimal; it stands in the trail of the issuing as well. */
    sha256: text().notNull(),
    /** The plan that it was made of, packed (gzip), for what programs read of it. One issued before it was packed has it in its own row. */
    plan: blob({ mode: 'buffer' }),
  },
  (t) => [
    check('release_file_bytes', sql`length(${t.bytes}) > 0`),
    check('release_file_sha256', sql`length(${t.sha256}) = 64`),
  ],
)

/** Donors a release is issued to. */
export const releaseRecipient = sqliteTable(
  'release_recipient',
  {
    releaseId: idOf('release_id', () => release.id),
    personId: idOf('person_id', () => person.id),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.personId] })],
)

/** A second manager's agreement to a lower threshold or to the public. */
export const releaseApproval = sqliteTable(
  'release_approval',
  {
    releaseId: idOf('release_id', () => release.id),
    byId: idOf('by_id', () => person.id),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.byId] })],
)

/** A comment that a manager has put into a release, where it explains a figure. */
export const releaseExplanation = sqliteTable(
  'release_explanation',
  {
    releaseId: idOf('release_id', () => release.id),
    commentId: idOf('comment_id', () => comment.id),
    /** From 0, in the order in which they were offered. */
    position: integer().notNull(),
    /** There was a doubt whether it names somebody or gives a hidden count away, and the manager has checked that it does not. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
    /** When the choice was made, and by whom; both are the trail's, too. */
    at: integer().notNull(),
    byId: integer('by_id').references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.commentId] }),
    check('release_explanation_position', sql`${t.position} >= 0`),
    check('release_explanation_confirmed', isBoolean(t.confirmed)),
  ],
)
