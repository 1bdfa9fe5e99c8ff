import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { saveAttempts } from '../../access/save-attempts.ts'
import { isOpen, LONGEST_MS, type Session } from '../../access/session.ts'
import { findSession, sessionsOf, setSeen } from '../../access/session-store.ts'
import type { App, AppContext } from '../context.ts'
import { cookieOf, dropCookie, setCookie } from './cookies.ts'
import { isReading } from './csrf.ts'

declare module 'fastify' {
  interface FastifyInstance {
    sessions: Sessions
  }
}

/** As many people as can be signed in at a time. */
const MOST = 10_000
/** What is later than stored by less than this is not worth a write. */
const COARSE_MS = 5 * 60_000

/**
 * The sessions of this program. Reading writes nothing: when one was last used is remembered here, and stored with what its
 * person next writes, or when the program stops.
 */
class Sessions {
  private readonly seen = new LRUCache<string, number>({ max: MOST })
  /** Sessions that have ended while nothing could be stored, and what stores it. */
  private readonly ended = new LRUCache<string, () => void>({ max: MOST })

  constructor(private readonly context: AppContext) {}

  /** The open session a request belongs to; it has been used now. */
  of(request: FastifyRequest): Session | null {
    const id = cookieOf(request, 'session')
    const session = id ? findSession(this.context.db, hashOf(id)) : null
    const now = this.context.now()
    if (!session || !this.isOpen(session, now)) return null
    this.seen.set(session.idHash, now)
    return session
  }

  /** A person's open sessions. */
  all(personId: number): Session[] {
    const now = this.context.now()
    return sessionsOf(this.context.db, personId).filter((session) => this.isOpen(session, now))
  }

  /** Stores when a session was last used, if that is worth it. */
  store(session: Session): void {
    const seenAt = this.seenAt(session)
    if (seenAt - session.seenAt >= COARSE_MS) setSeen(this.context.db, session.idHash, seenAt)
  }

  /** Ends a session at once, though that cannot be stored now. @param store does so, with its trail, once it can be */
  endUnstored({ idHash }: Session, store: () => void): void {
    this.ended.set(idHash, store)
  }

  /** Stores what has ended while nothing could be stored. */
  storeEnded(): void {
    for (const [idHash, store] of [...this.ended.entries()]) {
      store()
      this.ended.delete(idHash)
    }
  }

  storeAll(): void {
    this.storeEnded()
    for (const [idHash, seenAt] of this.seen.entries()) setSeen(this.context.db, idHash, seenAt)
  }

  private isOpen(session: Session, now: number): boolean {
    return !this.ended.has(session.idHash) && isOpen(session, this.seenAt(session), now)
  }

  private seenAt(session: Session): number {
    return Math.max(session.seenAt, this.seen.get(session.idHash) ?? 0)
  }
}

export function setUpSessions(app: App, context: AppContext): void {
  const sessions = new Sessions(context)
  app.decorate('sessions', sessions)
  app.addHook('onClose', async () => {
    try {
      sessions.storeAll()
      saveAttempts(context.db, context.attempts, context.now())
    } catch (error) {
      app.log.warn({ err: error }, 'when sessions were last used, and what failed, is not stored')
    }
  })
}

/** With a form that is acted upon goes when its session was last used; whether that can be stored is no matter. */
export function storeSeen(app: App): void {
  app.addHook('preHandler', async (request) => {
    if (isReading(request) || !request.session) return
    try {
      app.sessions.storeEnded()
      app.sessions.store(request.session)
    } catch (error) {
      request.log.warn({ err: error }, 'when the session was last used is not stored')
    }
  })
}

/** A new session with an id that nobody can guess; it is stored by whoever signs somebody in. */
export function newSession(request: FastifyRequest, personId: number, now: number): { id: string; session: Session } {
  const id = randomBytes(32).toString('base64url')
  const agent = String(request.headers['user-agent'] ?? '').slice(0, 200)
  const session = { idHash: hashOf(id), personId, agent, createdAt: now, seenAt: now, expiresAt: now + LONGEST_MS }
  return { id, session }
}

export function setSessionCookie(reply: FastifyReply, id: string): FastifyReply {
  return setCookie(reply, 'session', id, LONGEST_MS)
}

/** Forms opened so far are void as well: somebody else may sit down at the same browser. */
export function dropSessionCookie(reply: FastifyReply): FastifyReply {
  return dropCookie(dropCookie(reply, 'session'), 'csrf')
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}
