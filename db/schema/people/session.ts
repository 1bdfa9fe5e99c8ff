import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { person } from './person.ts'

/** Server-side sessions. The id is a hash: reading this table lets nobody in. */
export const session = sqliteTable(
  'session',
  {
    idHash: text('id_hash').primaryKey(),
    personId: integer('person_id').references(() => person.id),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    agent: text().notNull(),
  },
  (t) => [index('session_person').on(t.personId), index('session_expires').on(t.expiresAt)],
)
