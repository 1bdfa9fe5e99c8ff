import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { TOKEN_SCOPES } from '../../../src/vocabulary/access.ts'
import { oneOf } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { person } from './person.ts'

/** Tokens by which programs read in a person's stead. The secret is a hash: reading this table lets nobody in. */
export const apiToken = sqliteTable(
  'api_token',
  {
    id: integer().primaryKey(),
    personId: idOf('person_id', () => person.id),
    /** What its maker calls it. */
    name: text().notNull(),
    /** SHA-256 in hexadecimal, of 160 random bits: nobody can try them all, so that a slow hash would add nothing. */
    secretHash: text('secret_hash').notNull().unique(),
    /** The last letters of the secret, by which its maker tells it from others. */
    ending: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** From this instant on it opens nothing. */
    expiresAt: integer('expires_at').notNull(),
    /** To the day; empty until it is used. */
    usedAt: integer('used_at'),
    revokedAt: integer('revoked_at'),
    revokedBy: integer('revoked_by').references(() => person.id),
  },
  (t) => [
    index('api_token_person').on(t.personId),
    check('api_token_name', sql`length(${t.name}) > 0`),
    check('api_token_secret', sql`length(${t.secretHash}) = 64`),
    check('api_token_expires', sql`${t.expiresAt} > ${t.createdAt}`),
    check('api_token_revoked', sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
  ],
)

/** What each may read. */
export const apiTokenScope = sqliteTable(
  'api_token_scope',
  {
    tokenId: idOf('token_id', () => apiToken.id),
    scope: text({ enum: TOKEN_SCOPES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.scope] }), check('api_token_scope_scope', oneOf(t.scope, TOKEN_SCOPES))],
)
