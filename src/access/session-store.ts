import { and, desc, eq, lte, ne, sql } from 'drizzle-orm'
import { type Db, oncePerConnection } from '../../db/connection.ts'
import { session } from '../../db/schema.ts'
import type { Session } from './session.ts'

/** A session is stored when somebody signs in, and at no other time: what has ended cannot come back. */
export function insertSession(db: Db, added: Session): void {
  db.insert(session).values(added).run()
}

export function findSession(db: Db, idHash: string): Session | null {
  const row = sessionQuery(db).get({ idHash })
  return row?.personId ? { ...row, personId: row.personId } : null
}

const sessionQuery = oncePerConnection((db) =>
  db
    .select()
    .from(session)
    .where(eq(session.idHash, sql.placeholder('idHash')))
    .prepare(),
)

/** Newest use first. */
export function sessionsOf(db: Db, personId: number): Session[] {
  return db
    .select()
    .from(session)
    .where(eq(session.personId, personId))
    .orderBy(desc(session.seenAt))
    .all()
    .map((row) => ({ ...row, personId }))
}

/** When it was last used; a session that has ended is left as it is. */
export function setSeen(db: Db, idHash: string, seenAt: number): void {
  db.update(session).set({ seenAt }).where(eq(session.idHash, idHash)).run()
}

/** @returns whether it was there, and this person's */
export function endSession(db: Db, personId: number, idHash: string): boolean {
  const own = and(eq(session.idHash, idHash), eq(session.personId, personId))
  return db.delete(session).where(own).run().changes === 1
}

/** @param but hash of the session that goes on; null ends all */
export function endSessionsOf(db: Db, personId: number, but: string | null = null): void {
  const theirs = eq(session.personId, personId)
  db.delete(session)
    .where(but === null ? theirs : and(theirs, ne(session.idHash, but)))
    .run()
}

export function forgetExpired(db: Db, now: number): void {
  db.delete(session).where(lte(session.expiresAt, now)).run()
}
