import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import sessions from '@fastify/session'
import type { FastifyRequest } from 'fastify'
import { endSession, readSession, writeSession } from '../access/session-store.ts'
import { wordsFor } from '../language/words.ts'
import { LANGUAGES, type Language } from '../vocabulary/language.ts'
import type { App, AppContext } from './context.ts'

/** A working day: long enough for a form left open over lunch on a weak line. */
export const SESSION_MS = 12 * 3_600_000
export const LANGUAGE_COOKIE = 'language'

export async function setUpSessions(app: App, context: AppContext, secret: string): Promise<void> {
  const { config } = context
  await app.register(cookie)
  await app.register(sessions, {
    secret,
    cookieName: 'session',
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.secureCookies, maxAge: SESSION_MS, path: '/' },
    saveUninitialized: false,
    rolling: false,
    store: storeIn(context),
  })
  await app.register(csrf, { sessionPlugin: '@fastify/session', getToken: tokenIn })
  app.decorateRequest('words')
  app.addHook('onRequest', async (request) => {
    request.words = wordsFor(languageOf(request))
  })
}

/** After the guard: whose session has ended is told so, rather than that the form is too old. */
export function checkForms(app: App): void {
  app.addHook('preValidation', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.routeOptions.url === undefined) return done()
    app.csrfProtection(request, reply, done)
  })
}

export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { language?: string } | undefined)?.language ?? request.cookies[LANGUAGE_COOKIE]
  return LANGUAGES.find((language) => language === asked) ?? 'vi'
}

function tokenIn(request: FastifyRequest): string {
  const body = request.body as Record<string, unknown> | undefined
  const given = body?._csrf ?? request.headers['x-csrf-token']
  return typeof given === 'string' ? given : ''
}

type Stored = { personId?: number; agent?: string; cookie: { expires?: Date | string | null } }

/** @fastify/session asks for a store with callbacks; ours answers at once. */
function storeIn({ db, now }: AppContext) {
  return {
    get(id: string, answer: (error: unknown, session?: never) => void) {
      try {
        const data = readSession(db, id, now())
        answer(null, (data ? JSON.parse(data) : null) as never)
      } catch (error) {
        answer(error)
      }
    },
    set(id: string, session: unknown, done: (error?: unknown) => void) {
      try {
        const { personId, agent } = session as Stored
        const kept = {
          data: JSON.stringify(session),
          personId: personId ?? null,
          agent: agent ?? '',
          expiresAt: now() + SESSION_MS,
        }
        writeSession(db, id, kept, now())
        done()
      } catch (error) {
        done(error)
      }
    },
    destroy(id: string, done: (error?: unknown) => void) {
      try {
        endSession(db, id)
        done()
      } catch (error) {
        done(error)
      }
    },
  }
}
