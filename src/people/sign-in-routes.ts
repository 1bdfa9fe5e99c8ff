import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../db/connection.ts'
import { storageFaultOf } from '../../db/file/storage-fault.ts'
import { signInCounts } from '../access/attempts.ts'
import type { Person } from '../access/person.ts'
import { personByEmail, personById } from '../access/person-store.ts'
import { readForm } from '../forms/read.ts'
import type { Key, Sentence } from '../language/words.ts'
import { partners } from '../partners/store.ts'
import { afterAnswer } from '../web/after-answer.ts'
import type { AppContext, Routes } from '../web/context.ts'
import { DataDamaged, noteDamage } from '../web/faults/damage.ts'
import { personOf, sessionOf } from '../web/guard.ts'
import { orNotFound } from '../web/not-found.ts'
import { ownPath, redirectTo } from '../web/redirect.ts'
import { page, showError } from '../web/render.ts'
import { knownDevice, rememberDevice } from '../web/session/device.ts'
import { rememberLanguage } from '../web/session/language.ts'
import { isUnencrypted, whyNoCookie } from '../web/session/no-cookie.ts'
import { dropSessionCookie, newSession, setSessionCookie } from '../web/session/session.ts'
import { changeLanguage } from './change-language.ts'
import { languageForm, personaForm, signInForm } from './form.ts'
import { personasByRole } from './page.ts'
import { isPassword, NOBODYS_HASH } from './password.ts'
import { recordFailedSignIn, signIn, signOut } from './sign-in.ts'
import { isAnybodyThere, listPeople } from './store.ts'

const asked = { querystring: z.object({ next: z.string().optional().catch(undefined).transform(ownPath) }) }

export const signInRoutes: Routes = async (app, context) => {
  const { db, now, config } = context

  app.get('/sign-in', { config: { may: 'anyone' }, schema: asked }, (request, reply) =>
    request.person ? redirectTo(reply, '/') : show(request, reply, { next: request.query.next }),
  )

  app.post('/sign-in', { config: { may: 'anyone', secrets: ['password'] } }, async (request, reply) => {
    const { typed } = readForm(signInForm, request.body)
    const email = typed.email.trim()
    const next = ownPath(typed.next)
    const proved = await prove(context, request, email, typed.password)
    if ('person' in proved) return enter(request, rememberDevice(reply, email), proved.person, next)
    const { tried, minutes } = proved
    if (tried) afterAnswer(reply, () => recordFailedSignIn(db, tried, now()))
    if (minutes) reply.header('retry-after', String(minutes * 60))
    return show(request, reply.code(minutes ? 429 : 422), { ...proved, email, next })
  })

  if (config.mode === 'demo') {
    app.post('/sign-in/persona', { config: { may: 'anyone' } }, (request, reply) => {
      const { person, next } = readForm(personaForm, request.body).typed
      return enter(request, reply, orNotFound(personById(db, Number(person))), ownPath(next))
    })
  }

  app.post('/language', { config: { may: 'anyone' } }, (request, reply) => {
    const read = readForm(languageForm, request.body)
    if ('errors' in read) return showError(request, reply, 400)
    const { language, back } = read.values
    if (request.person) changeLanguage(db, request.person, language, now())
    return redirectTo(rememberLanguage(reply, language), back)
  })

  function enter(request: FastifyRequest, reply: FastifyReply, person: Person, next: string) {
    const { id, session } = newSession(request, person.id, now())
    signIn(db, person, session, request.session, now())
    return redirectTo(rememberLanguage(setSessionCookie(reply, id), person.language), next)
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { next, email = '', problem = null, minutes = 0 }: { next: string; email?: string } & SignInRefusal,
  ) {
    const personas = config.mode === 'demo' ? personasByRole(listPeople(db), partners(db), request.words) : []
    const warning = config.secureCookies && isUnencrypted(request) ? whyNoCookie(request) : nobodyYet(db)
    return page(request, reply, 'people/sign-in', { next, email, problem, warning, minutes, personas })
  }
}

/** A file that has just been made: nobody can sign in before the first administrator is added. */
function nobodyYet(db: Db): Sentence | null {
  return isAnybodyThere(db) ? null : { key: 'people:sign-in.nobody', values: {} }
}

/** What to say to whom is not let in: `minutes` to wait, or a wrong password tried on the account `tried`. */
type SignInRefusal = { problem?: Key | null; minutes?: number; tried?: number | undefined }

/** Who can tell the password of an account; or what to say, the same whether there is such an account or not. */
async function prove(
  { db, now, attempts }: AppContext,
  request: FastifyRequest,
  email: string,
  password: string,
): Promise<{ person: Person } | SignInRefusal> {
  const { addresses, account } = signInCounts(request.ip, email, knownDevice(request, email))
  const counted = [...addresses, account]
  const wait = attempts.waitBefore(counted, now())
  if (wait > 0) return { problem: 'people:sign-in.wait', minutes: Math.ceil(wait / 60_000) }
  const isBlank = email === '' || password === ''
  attempts.begin(isBlank ? addresses : counted, now())
  if (isBlank) return { problem: 'people:sign-in.both' }
  const found = personByEmail(db, email)
  const isRight = await isPassword(found?.passwordHash ?? NOBODYS_HASH, password)
  const person = found && personById(db, found.person.id)
  if (!person || !isRight) return { problem: 'people:sign-in.wrong', tried: found?.person.id }
  attempts.succeed(counted, now())
  return { person }
}

/** Whoever leaves a device that others use too is out of it, whether that can be stored or not. */
export const signOutRoutes: Routes = async (app, { db, now }) => {
  const leave = (request: FastifyRequest) => {
    const [person, session, at] = [personOf(request), sessionOf(request), now()]
    return { session, store: () => signOut(db, person, session, at) }
  }

  app.post(
    '/sign-out',
    {
      config: { may: 'signed-in' },
      errorHandler(error, request, reply) {
        if (!(error instanceof DataDamaged) && storageFaultOf(error) === null) throw error
        noteDamage(app, error)
        request.log.warn({ err: error }, 'that somebody has signed out is not stored yet')
        const { session, store } = leave(request)
        app.sessions.endUnstored(session, store)
        return answer(reply)
      },
    },
    (request, reply) => {
      leave(request).store()
      return answer(reply)
    },
  )

  function answer(reply: FastifyReply) {
    // What was typed and not saved stands on the device, and pages that were looked at: whoever sits there next must not read them.
    reply.header('clear-site-data', '"cache", "storage"')
    return redirectTo(dropSessionCookie(reply), '/sign-in')
  }
}
