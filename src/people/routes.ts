import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../access/person.ts'
import { passwordHashOf, personByEmail, personById } from '../access/person-store.ts'
import { endSessionOf, forgetExpired, hashOf, sessionsOf } from '../access/session-store.ts'
import { partners } from '../partners/store.ts'
import { record } from '../trail/store.ts'
import { LANGUAGES, type Language } from '../vocabulary/language.ts'
import type { App, AppContext } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page, redirectWithNotice, showError } from '../web/render.ts'
import { LANGUAGE_COOKIE } from '../web/session.ts'
import { checkPasswordChange } from './form.ts'
import { hashPassword, isPassword } from './password.ts'
import { changeLanguage, changePassword, listPeople } from './store.ts'

type Body = Record<string, unknown>
/** Checked against when nobody has the address, so that the answer takes as long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$1yYbvQJ8xY0v0bX0y8i2sN3x2nYb0l2m8r8mY0o1m5Q'

export function peopleRoutes(app: App, context: AppContext): void {
  const { db, now, config } = context

  app.get('/sign-in', { config: { may: 'anyone' } }, (request, reply) => {
    if (request.person) return reply.redirect('/', 303)
    return showSignIn(request, reply, 200, {})
  })

  app.post(
    '/sign-in',
    { config: { may: 'anyone', rateLimit: { max: 20, timeWindow: '5 minutes' } } },
    async (request, reply) => {
      const body = (request.body ?? {}) as Body
      const email = String(body.email ?? '').trim()
      const password = String(body.password ?? '')
      if (email === '' || password === '')
        return showSignIn(request, reply, 422, { email, problem: 'people:sign-in.both' })
      const found = personByEmail(db, email)
      const right = await isPassword(found?.passwordHash ?? NOBODY, password)
      if (!found || !right) {
        record(db, {
          at: now(),
          by: null,
          verb: 'person.sign-in-failed',
          subject: ['person', found?.person.id ?? 0],
          detail: {},
        })
        return showSignIn(request, reply, 422, { email, problem: 'people:sign-in.wrong' })
      }
      return enter(request, reply, found.person)
    },
  )

  if (config.mode === 'demo') {
    app.post('/sign-in/persona', { config: { may: 'anyone' } }, (request, reply) => {
      const persona = personById(db, Number((request.body as Body | undefined)?.person))
      return persona ? enter(request, reply, persona) : showError(request, reply, 404)
    })
  }

  app.post('/sign-out', { config: { may: 'signed-in' } }, async (request, reply) => {
    await request.session.destroy()
    return reply.redirect('/sign-in', 303)
  })

  app.post('/language', { config: { may: 'anyone' } }, (request, reply) => {
    const body = (request.body ?? {}) as Body
    const language = LANGUAGES.find((known) => known === body.language)
    if (!language) return showError(request, reply, 400)
    if (request.person) changeLanguage(db, request.person, language, now())
    return rememberLanguage(reply, language).redirect(ownPath(body.back), 303)
  })

  app.get('/account', { config: { may: 'signed-in' } }, (request, reply) => showAccount(request, reply, 200, {}))

  app.post('/account/password', { config: { may: 'signed-in' } }, async (request, reply) => {
    const person = personOf(request)
    const { errors, next } = await checkPasswordChange(
      (request.body ?? {}) as Body,
      passwordHashOf(db, person.id) ?? NOBODY,
    )
    if (Object.keys(errors).length > 0) return showAccount(request, reply, 422, errors)
    changePassword(db, person, person.id, await hashPassword(next), hashOf(request.session.sessionId), now())
    return redirectWithNotice(request, reply, '/account', 'people:account.changed')
  })

  app.post('/account/sessions/:id/ending', { config: { may: 'signed-in' } }, (request, reply) => {
    const { id } = request.params as { id: string }
    if (!endSessionOf(db, personOf(request).id, id)) return showError(request, reply, 404)
    return redirectWithNotice(request, reply, '/account', 'people:account.session-ended')
  })

  async function enter(request: FastifyRequest, reply: FastifyReply, person: Person) {
    const next = ownPath((request.body as Body | undefined)?.next)
    forgetExpired(db, now())
    await request.session.regenerate()
    request.session.personId = person.id
    request.session.agent = String(request.headers['user-agent'] ?? '').slice(0, 200)
    record(db, { at: now(), by: person, verb: 'person.signed-in', subject: ['person', person.id], detail: {} })
    return rememberLanguage(reply, person.language).redirect(next, 303)
  }

  function showSignIn(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    typed: { email?: string; problem?: string },
  ) {
    const personas = config.mode === 'demo' ? personasIn() : []
    const next = ownPath((request.query as { next?: string }).next ?? (request.body as Body | undefined)?.next)
    return page(request, reply.code(status), 'people/sign-in', { email: '', problem: null, ...typed, personas, next })
  }

  /** Whoever can sign in, with the partners they report for: a name alone tells a visitor nothing. */
  function personasIn() {
    const named = new Map(partners(db).map((partner) => [partner.id, partner.names.at(-1)!.name]))
    return listPeople(db)
      .filter((known) => known.disabledAt === null)
      .map((known) => ({ ...known, reportsFor: known.partnerIds.map((id) => named.get(id)!) }))
  }

  function showAccount(request: FastifyRequest, reply: FastifyReply, status: number, errors: object) {
    const person = personOf(request)
    const sessions = sessionsOf(db, person.id, now())
    const current = hashOf(request.session.sessionId)
    return page(request, reply.code(status), 'people/account', { sessions, current, errors })
  }

  function rememberLanguage(reply: FastifyReply, language: Language): FastifyReply {
    return reply.setCookie(LANGUAGE_COOKIE, language, {
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      secure: config.secureCookies,
      maxAge: 365 * 86_400,
    })
  }
}

/** Only addresses of our own are gone back to. */
function ownPath(given: unknown): string {
  return typeof given === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(given) ? given : '/'
}
