import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ROLES } from '../../src/vocabulary/access.ts'
import { LANGUAGES } from '../../src/vocabulary/language.ts'
import { oneOf } from './closed-list.ts'
import { partner } from './places.ts'

export const person = sqliteTable(
  'person',
  {
    id: integer().primaryKey(),
    email: text().notNull().unique(),
    name: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    language: text({ enum: LANGUAGES }).notNull(),
    passwordHash: text('password_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    disabledAt: integer('disabled_at'),
  },
  (t) => [
    check('person_role', oneOf(t.role, ROLES)),
    check('person_language', oneOf(t.language, LANGUAGES)),
    check('person_email', sql`${t.email} = lower(${t.email}) and ${t.email} like '%_@_%'`),
  ],
)

/** For which partners a person enters values. */
export const personScope = sqliteTable(
  'person_scope',
  {
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    partnerId: integer('partner_id')
      .notNull()
      .references(() => partner.id),
  },
  (t) => [primaryKey({ columns: [t.personId, t.partnerId] })],
)

/** Server-side sessions. The id is a hash: reading this table lets nobody in. */
export const session = sqliteTable(
  'session',
  {
    idHash: text('id_hash').primaryKey(),
    personId: integer('person_id').references(() => person.id),
    data: text().notNull(),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    agent: text().notNull(),
  },
  (t) => [index('session_person').on(t.personId), index('session_expires').on(t.expiresAt)],
)

/** Who did what when. Append only: triggers refuse to change or delete a row. */
export const trail = sqliteTable(
  'trail',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    byId: integer('by_id').references(() => person.id),
    verb: text().notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** JSON; never a password, a session or a person's data. */
    detail: text().notNull(),
  },
  (t) => [
    index('trail_subject').on(t.subjectKind, t.subjectId),
    index('trail_at').on(t.at),
    check('trail_detail', sql`json_valid(${t.detail})`),
  ],
)
