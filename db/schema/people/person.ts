import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ROLES } from '../../../src/vocabulary/access.ts'
import { LANGUAGES } from '../../../src/vocabulary/language.ts'
import { oneOf } from '../closed-list.ts'
import { partner } from '../framework/partner.ts'
import { idOf } from '../id-of.ts'

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
    personId: idOf('person_id', () => person.id),
    partnerId: idOf('partner_id', () => partner.id),
  },
  (t) => [primaryKey({ columns: [t.personId, t.partnerId] })],
)
