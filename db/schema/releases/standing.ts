import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ISSUING_PROBLEMS } from '../../../src/vocabulary/release.ts'
import { isBoolean, oneOf } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'
import { release } from './release.ts'

/** A release that is being issued, or could not be: who began when, and what came of it. Gone once it is issued. */
export const releaseIssuing = sqliteTable(
  'release_issuing',
  {
    releaseId: idOf('release_id', () => release.id).primaryKey(),
    at: integer().notNull(),
    byId: idOf('by_id', () => person.id),
    problem: text({ enum: ISSUING_PROBLEMS }),
  },
  (t) => [check('release_issuing_problem', sql`${t.problem} is null or ${oneOf(t.problem, ISSUING_PROBLEMS)}`)],
)

/** Which earlier release one takes the place of, once it is issued. */
export const releaseSupersession = sqliteTable(
  'release_supersession',
  {
    releaseId: idOf('release_id', () => release.id).primaryKey(),
    supersededId: idOf('superseded_id', () => release.id),
  },
  (t) => [check('release_supersession_two', sql`${t.releaseId} <> ${t.supersededId}`)],
)

/** That an issued release is not to be relied on any more, and why. What it told is told all the same: it stays in the ledger. */
export const releaseWithdrawal = sqliteTable(
  'release_withdrawal',
  {
    releaseId: idOf('release_id', () => release.id).primaryKey(),
    at: integer().notNull(),
    byId: idOf('by_id', () => person.id),
    reason: text().notNull(),
    /** It looked as if it named somebody, and its writer says that it does not. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    check('release_withdrawal_reason', sql`length(${t.reason}) > 0`),
    check('release_withdrawal_confirmed', isBoolean(t.confirmed)),
  ],
)

/** A recipient's word that a release has come. */
export const releaseAcknowledgement = sqliteTable(
  'release_acknowledgement',
  {
    releaseId: idOf('release_id', () => release.id),
    personId: idOf('person_id', () => person.id),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.personId] })],
)
