import type { FastifyReply, FastifyRequest } from 'fastify'
import { admit } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import { personById } from '../access/person-store.ts'
import type { App, AppContext } from './context.ts'
import { redirectTo } from './redirect.ts'
import { page, showError } from './render.ts'

/** Each route declares who may enter (`config.may`); the program does not start when one does not. */
export function guardRoutes(app: App, { db }: AppContext): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.may) throw new Error(`the route ${String(route.method)} ${route.url} does not say who may enter`)
  })
  app.decorateRequest('person', null)
  app.addHook('onRequest', async (request) => {
    request.person = whoIs(db, request)
  })
  app.addHook('preValidation', async (request, reply) => {
    const access = request.routeOptions.config.may
    if (!access) return
    switch (admit(request.person, access)) {
      case 'come in':
        return
      case 'sign in first':
        return askToSignIn(request, reply)
      case 'forbidden':
        return showError(request, reply, 403)
      case 'not found':
        return showError(request, reply, 404)
    }
  })
}

/** The person who must be there: for handlers of routes that only signed-in people reach. */
export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new Error('a handler behind the guard was reached without a person')
  return request.person
}

function whoIs(db: AppContext['db'], request: FastifyRequest): Person | null {
  const id = request.session?.personId
  return id === undefined ? null : personById(db, id)
}

/** A page is come back to after signing in; what was typed stays in the browser, which is told how to send it again. */
function askToSignIn(request: FastifyRequest, reply: FastifyReply): unknown {
  if (request.method === 'GET' || request.method === 'HEAD')
    return redirectTo(reply, `/sign-in?next=${encodeURIComponent(request.url)}`)
  return page(request, reply.code(401), 'web/session-ended', {})
}
