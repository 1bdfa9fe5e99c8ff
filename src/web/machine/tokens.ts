import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { tokenCount } from '../../access/attempts.ts'
import { type ApiToken, bearerIn, isTokenOpen } from '../../access/token.ts'
import { setUsed, tokenByHash } from '../../access/token-store.ts'
import { dayAt } from '../../calendar/day.ts'
import type { TokenScope } from '../../vocabulary/access.ts'
import type { App, AppContext } from '../context.ts'
import { NoToken, TooManyAttempts } from './refusals.ts'

declare module 'fastify' {
  interface FastifyInstance {
    tokens: Tokens
  }
  interface FastifyRequest {
    /** By which a program reads; null where a person does, or nobody. */
    token: ApiToken | null
  }
  interface FastifyContextConfig {
    /**
     * The route is read by programs, with a token that has this scope, and by no session. `any`: with whichever token, or by a
     * person who is signed in: it tells nothing of the project.
     */
    token?: TokenScope | 'any'
  }
}

/** More than a project has. */
const MOST = 10_000
const HOUR_MS = 3_600_000

/** When one was last used, and what is stored of it. */
type Use = { at: number; stored: number | null }

/**
 * The tokens by which programs read. Reading writes nothing: on which day one was last used is remembered here and stored beside
 * requests, once a day for each, or when the program stops.
 */
class Tokens {
  private readonly used = new LRUCache<number, Use>({ max: MOST })

  constructor(private readonly context: AppContext) {}

  /**
   * The open token a request was sent with; it has been used now. What is none counts as a failed attempt of its address; what is one
   * is never kept waiting, since nobody comes upon one by trying.
   * @returns null: none was sent
   * @throws NoToken, TooManyAttempts
   */
  of(request: FastifyRequest): ApiToken | null {
    const { db, now } = this.context
    const sent = bearerIn(request.headers.authorization)
    if (!sent) return null
    const token = sent === 'malformed' ? null : tokenByHash(db, secretHashOf(sent.token))
    if (!token || !isTokenOpen(token, now())) throw this.failed(request)
    this.used.set(token.id, { at: now(), stored: token.usedAt })
    return token
  }

  /** When it was last used, as far as is known here or stored. */
  usedAt({ id, usedAt }: Pick<ApiToken, 'id' | 'usedAt'>): number | null {
    return this.used.get(id)?.at ?? usedAt
  }

  /** Stores the day of those that were used on a later one than is stored. */
  storeUsed(): void {
    for (const [id, { at, stored }] of this.used.entries()) {
      if (stored !== null && dayAt(stored) >= dayAt(at)) continue
      setUsed(this.context.db, id, at)
      this.used.set(id, { at, stored: at })
    }
  }

  private failed(request: FastifyRequest): NoToken | TooManyAttempts {
    const { attempts, now } = this.context
    const counted = [tokenCount(request.ip)]
    const wait = attempts.waitBefore(counted, now())
    if (wait > 0) return new TooManyAttempts(wait)
    attempts.begin(counted, now())
    return new NoToken('not-valid')
  }
}

export function setUpTokens(app: App, context: AppContext): void {
  const tokens = new Tokens(context)
  app.decorate('tokens', tokens)
  app.decorateRequest('token', null)
  const store = () => {
    try {
      if (!context.db.isDamaged()) tokens.storeUsed()
    } catch (error) {
      app.log.warn({ err: error }, 'when tokens were last used is not stored')
    }
  }
  const timer = setInterval(store, HOUR_MS).unref()
  app.addHook('onClose', async () => {
    clearInterval(timer)
    store()
  })
}

/** What is stored of a token: a copy of the database lets nobody in. */
export function secretHashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
