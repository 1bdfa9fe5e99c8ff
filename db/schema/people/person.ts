import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ROLES } from '../../../src/vocabulary/access.ts'
import { LANGUAGES } from '../../../src/vocabulary/language.ts'
import { oneOf } from '../closed-list.ts'
import { partner } from '../framework/partner.ts'

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
