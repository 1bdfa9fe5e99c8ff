import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type Db, oncePerConnection } from '../../db/connection.ts'
import { apiToken, apiTokenScope } from '../../db/schema.ts'
import type { ApiToken } from './token.ts'

/** A token by the hash of its secret, whether it still opens anything or not. */
export function tokenByHash(db: Db, secretHash: string): ApiToken | null {
  const row = byHash(db).get({ secretHash })
  return row ? withScopes(db, row) : null
}

const byHash = oncePerConnection((db) =>
  db
    .select()
    .from(apiToken)
    .where(eq(apiToken.secretHash, sql.placeholder('secretHash')))
    .prepare(),
)

const scopesOf = oncePerConnection((db) =>
  db
    .select({ scope: apiTokenScope.scope })
    .from(apiTokenScope)
    .where(eq(apiTokenScope.tokenId, sql.placeholder('id')))
    .prepare(),
)

/** A person's own, the newest first. */
export function tokensOf(db: Db, personId: number): ApiToken[] {
  return newestFirst(db, eq(apiToken.personId, personId))
}

/** Everybody's that nobody has revoked, the newest first. */
export function unrevokedTokens(db: Db): ApiToken[] {
  return newestFirst(db, isNull(apiToken.revokedAt))
}

function newestFirst(db: Db, which: SQL): ApiToken[] {
  return db
    .select()
    .from(apiToken)
    .where(which)
    .orderBy(desc(apiToken.id))
    .all()
    .map((row) => withScopes(db, row))
}

/** @returns the id of the new token */
export function insertToken(
  db: Db,
  { scopes, ...added }: Omit<ApiToken, 'id' | 'usedAt' | 'revokedAt'> & { secretHash: string },
): number {
  const id = Number(db.insert(apiToken).values(added).run().lastInsertRowid)
  for (const scope of scopes) db.insert(apiTokenScope).values({ tokenId: id, scope }).run()
  return id
}

/** @returns whether it had not been revoked before */
export function setRevoked(db: Db, id: number, revokedAt: number, revokedBy: number): boolean {
  const here = and(eq(apiToken.id, id), isNull(apiToken.revokedAt))
  return db.update(apiToken).set({ revokedAt, revokedBy }).where(here).run().changes === 1
}

export function setUsed(db: Db, id: number, usedAt: number): void {
  db.update(apiToken).set({ usedAt }).where(eq(apiToken.id, id)).run()
}

function withScopes(db: Db, row: typeof apiToken.$inferSelect): ApiToken {
  const { id, personId, name, ending, createdAt, expiresAt, usedAt, revokedAt } = row
  const scopes = scopesOf(db)
    .all({ id })
    .map(({ scope }) => scope)
  return { id, personId, name, ending, scopes, createdAt, expiresAt, usedAt, revokedAt }
}
