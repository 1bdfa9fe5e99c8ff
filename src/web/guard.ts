import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Access, admit } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import { personById } from '../access/person-store.ts'
import type { Session } from '../access/session.ts'
import type { TokenScope } from '../vocabulary/access.ts'
import type { App } from './context.ts'
import { isForPrograms } from './faults/problem.ts'
import { unsavedOf } from './faults/send-again.ts'
import { NoToken, OutOfScope } from './machine/refusals.ts'
import { NotFound } from './not-found.ts'
import { redirectTo } from './redirect.ts'
import { page, showError } from './render.ts'
import { isReading, tokenIn } from './session/csrf.ts'
import { isForeign } from './session/origin.ts'

/** Whoever was signed in is not any more. */
export class SignedOut extends Error {
  readonly statusCode = 401
}

/** Each route declares who may enter (`config.may`); the program does not start when one does not. */
export function guardRoutes(app: App): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.may) throw new Error(`the route ${String(route.method)} ${route.url} does not say who may enter`)
  })
  app.decorateRequest('person', null)
  app.decorateRequest('session', null)
  app.addHook('onRequest', async (request) => identify(request))
  app.addHook('preValidation', async (request, reply) => {
    if (!isReading(request)) identify(request)
    const { may: access, token: scope } = request.routeOptions.config
    if (!access) return
    if (scope !== undefined && scope !== 'any') return admitProgram(request, access, scope)
    switch (admit(request.person, access)) {
      case 'come in':
        return
      case 'sign in first':
        if (isForPrograms(request)) throw new NoToken('missing')
        return askToSignIn(request, reply)
      case 'forbidden':
        return showError(request, reply, 403)
      case 'not found':
        throw new NotFound()
    }
  })
}

/** A program is told what its token lacks: which addresses there are stands in the open. */
function admitProgram({ person, token }: FastifyRequest, access: Access, scope: TokenScope): void {
  if (!person) throw new NoToken('missing')
  if (!token?.scopes.includes(scope) || admit(person, access) !== 'come in') throw new OutOfScope(scope)
}

/** The person who must be there: for handlers of routes that only signed-in people reach. */
export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new Error('a handler behind the guard was reached without a person')
  return request.person
}

export function sessionOf(request: FastifyRequest): Session {
  if (!request.session) throw new Error('a handler behind the guard was reached without a session')
  return request.session
}

/**
 * The person again, for a handler that has waited for something before it writes.
 * @throws SignedOut when they were locked, or their session ended, meanwhile
 */
export function personStill(request: FastifyRequest): Person {
  identify(request)
  if (!request.person) throw new SignedOut()
  return request.person
}

/**
 * Who sends this, as it is now. It is asked when the head of a request has come, so that every page knows it, and again when
 * its body has: that may be hours later.
 */
function identify(request: FastifyRequest): void {
  const { sessions, tokens, context } = request.server
  const scope = request.routeOptions.config.token
  request.token = scope === undefined ? null : tokens.of(request)
  // Of what programs read no session opens anything: a page of another site can't have a browser read it.
  request.session = request.token || (scope !== undefined && scope !== 'any') ? null : sessions.of(request)
  const personId = (request.token ?? request.session)?.personId
  request.person = personId === undefined ? null : personById(context.db, personId)
  // Of a person who is locked nothing is left to be told apart from a token that never was.
  if (request.token && !request.person) throw new NoToken('not-valid')
}

/** A page is come back to after signing in; what was typed stands on the page that asks for it, to be sent again then. */
export function askToSignIn(request: FastifyRequest, reply: FastifyReply): unknown {
  if (isReading(request)) return redirectTo(reply, `/sign-in?next=${encodeURIComponent(request.url)}`)
  const again = isForeign(request.headers, request.host) ? null : unsavedOf(request, tokenIn(request))
  return page(request, reply.code(401), 'web/session-ended', { again })
}
