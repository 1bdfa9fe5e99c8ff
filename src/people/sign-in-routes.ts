import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Person } from '../access/person.ts'
import { personByEmail, personById } from '../access/person-store.ts'
import { idParam } from '../forms/params.ts'
import { readForm } from '../forms/read.ts'
import type { Key } from '../language/words.ts'
import { partners } from '../partners/store.ts'
import { LANGUAGES, type Language } from '../vocabulary/language.ts'
import type { Routes } from '../web/context.ts'
import { orNotFound } from '../web/not-found.ts'
import { ownPath, redirectTo } from '../web/redirect.ts'
import { page, showError } from '../web/render.ts'
import { LANGUAGE_COOKIE } from '../web/session.ts'
import { changeLanguage } from './change-language.ts'
import { personasByRole } from './page.ts'
import { isPassword, NOBODYS_HASH } from './password.ts'
import { refuseSignIn, signIn } from './sign-in.ts'
import { listPeople } from './store.ts'

const signInForm = z.object({ email: z.string().trim(), password: z.string(), next: z.string().transform(ownPath) })
const personaForm = z.object({ person: idParam, next: z.string().transform(ownPath) })
const languageForm = z.object({ language: z.enum(LANGUAGES), back: z.string() })
const asked = { querystring: z.object({ next: z.string().optional().catch(undefined).transform(ownPath) }) }

export const signInRoutes: Routes = async (app, context) => {
  const { db, now, config } = context

  app.get('/sign-in', { config: { may: 'anyone' }, schema: asked }, (request, reply) => {
    if (request.person) return redirectTo(reply, '/')
    return show(request, reply, { next: request.query.next })
  })

  app.post(
    '/sign-in',
    { config: { may: 'anyone', rateLimit: { max: 20, timeWindow: '5 minutes' } } },
    async (request, reply) => {
      const { typed } = readForm(signInForm, request.body)
      const email = typed.email.trim()
      const next = ownPath(typed.next)
      const refuse = (problem: Key) => show(request, reply.code(422), { email, next, problem })
      if (email === '' || typed.password === '') return refuse('people:sign-in.both')
      const found = personByEmail(db, email)
      const right = await isPassword(found?.passwordHash ?? NOBODYS_HASH, typed.password)
      if (found && right) return enter(request, reply, found.person, next)
      refuseSignIn(db, found?.person.id ?? 0, now())
      return refuse('people:sign-in.wrong')
    },
  )

  if (config.mode === 'demo') {
    app.post('/sign-in/persona', { config: { may: 'anyone' } }, (request, reply) => {
      const read = readForm(personaForm, request.body)
      const persona = orNotFound('values' in read ? personById(db, read.values.person) : null)
      return enter(request, reply, persona, ownPath(read.typed.next))
    })
  }

  app.post('/sign-out', { config: { may: 'signed-in' } }, async (request, reply) => {
    await request.session.destroy()
    return redirectTo(reply, '/sign-in')
  })

  app.post('/language', { config: { may: 'anyone' } }, (request, reply) => {
    const read = readForm(languageForm, request.body)
    if ('errors' in read) return showError(request, reply, 400)
    const { language, back } = read.values
    if (request.person) changeLanguage(db, request.person, language, now())
    return redirectTo(rememberLanguage(reply, language), back)
  })

  async function enter(request: FastifyRequest, reply: FastifyReply, person: Person, next: string) {
    await request.session.regenerate()
    request.session.personId = person.id
    request.session.agent = String(request.headers['user-agent'] ?? '').slice(0, 200)
    signIn(db, person, now())
    return redirectTo(rememberLanguage(reply, person.language), next)
  }

  function show(request: FastifyRequest, reply: FastifyReply, shown: { email?: string; problem?: Key; next: string }) {
    const personas = config.mode === 'demo' ? personasByRole(listPeople(db), partners(db), request.words) : []
    return page(request, reply, 'people/sign-in', { email: '', problem: null, ...shown, personas })
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
