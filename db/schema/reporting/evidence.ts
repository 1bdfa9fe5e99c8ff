import { sql } from 'drizzle-orm'
import { blob, check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { EVIDENCE_KINDS } from '../../../src/vocabulary/submission.ts'
import { isBoolean, oneOf } from '../closed-list.ts'
import { indicator } from '../framework/indicator.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'
import { submission } from './submission.ts'

/** A file that stands behind what a submission says of an indicator. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: integer().primaryKey(),
    submissionId: idOf('submission_id', () => submission.id),
    indicatorId: idOf('indicator_id', () => indicator.id),
    /** Its content, for as long as anything that was not removed has it. */
    sha256: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: EVIDENCE_KINDS }).notNull(),
    size: integer().notNull(),
    at: integer().notNull(),
    byId: idOf('by_id', () => person.id),
    /** Whoever added it was warned that its name may name a person and kept it all the same. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    index('evidence_submission').on(t.submissionId),
    index('evidence_indicator').on(t.indicatorId),
    index('evidence_content_of').on(t.sha256),
    check('evidence_kind', oneOf(t.kind, EVIDENCE_KINDS)),
    check('evidence_name', sql`length(trim(${t.name})) > 0`),
    check('evidence_size', sql`${t.size} > 0`),
    check('evidence_confirmed', isBoolean(t.confirmed)),
  ],
)

/** That a file was removed, by whom and when: the row of the file stands, its content goes with the last that has it. */
export const evidenceRemoval = sqliteTable('evidence_removal', {
  evidenceId: idOf('evidence_id', () => evidence.id).primaryKey(),
  at: integer().notNull(),
  byId: idOf('by_id', () => person.id),
})

/** The same content once, however often it was added. */
export const evidenceContent = sqliteTable(
  'evidence_content',
  {
    /** SHA-256 of the bytes, in hexadecimal. */
    sha256: text().primaryKey(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [
    check('evidence_content_bytes', sql`length(${t.bytes}) > 0`),
    check('evidence_content_sha256', sql`length(${t.sha256}) = 64`),
  ],
)
