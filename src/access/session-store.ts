import { createHash } from 'node:crypto'
import { and, desc, eq, gt, lte, ne } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { session } from '../../db/schema.ts'

export type KnownSession = { idHash: string; createdAt: number; seenAt: number; agent: string }

/** Only a hash of the id is kept, so that a copy of the file lets nobody in. */
export function hashOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex')
}

export function readSession(db: Db, sessionId: string, now: number): string | null {
  const idHash = hashOf(sessionId)
  const row = db
    .select({ data: session.data })
    .from(session)
    .where(and(eq(session.idHash, idHash), gt(session.expiresAt, now)))
    .get()
  return row?.data ?? null
}

export function writeSession(
  db: Db,
  sessionId: string,
  kept: { data: string; personId: number | null; agent: string; expiresAt: number },
  now: number,
): void {
  const idHash = hashOf(sessionId)
  db.insert(session)
    .values({ idHash, ...kept, createdAt: now, seenAt: now })
    .onConflictDoUpdate({
      target: session.idHash,
      set: { data: kept.data, personId: kept.personId, seenAt: now, expiresAt: kept.expiresAt },
    })
    .run()
}

export function endSession(db: Db, sessionId: string): void {
  db.delete(session)
    .where(eq(session.idHash, hashOf(sessionId)))
    .run()
}

/** Ends one of the person's own sessions; nobody else's. */
export function endSessionOf(db: Db, personId: number, idHash: string): boolean {
  return (
    db
      .delete(session)
      .where(and(eq(session.idHash, idHash), eq(session.personId, personId)))
      .run().changes === 1
  )
}

/** @param but hash of the session that goes on; null ends all */
export function endSessionsOf(db: Db, personId: number, but: string | null = null): void {
  const theirs = eq(session.personId, personId)
  db.delete(session)
    .where(but === null ? theirs : and(theirs, ne(session.idHash, but)))
    .run()
}

export function sessionsOf(db: Db, personId: number, now: number): KnownSession[] {
  return db
    .select({ idHash: session.idHash, createdAt: session.createdAt, seenAt: session.seenAt, agent: session.agent })
    .from(session)
    .where(and(eq(session.personId, personId), gt(session.expiresAt, now)))
    .orderBy(desc(session.seenAt))
    .all()
}

export function forgetExpired(db: Db, now: number): void {
  db.delete(session).where(lte(session.expiresAt, now)).run()
}
