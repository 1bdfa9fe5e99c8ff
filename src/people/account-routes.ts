import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { passwordHashOf } from '../access/person-store.ts'
import { endSessionOf, hashOf, sessionsOf } from '../access/session-store.ts'
import { type FieldErrors, readForm } from '../forms/read.ts'
import type { Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { NotFound } from '../web/not-found.ts'
import { page, redirectWithNotice } from '../web/render.ts'
import { changePassword } from './change-password.ts'
import { passwordForm } from './form.ts'
import { hashPassword, isPassword, NOBODYS_HASH } from './password.ts'

/** A session is named in addresses by the hash of its id: enough to end it, not to be it. */
const bySession = z.object({ id: z.hash('sha256') })

/** What everybody may see and change of themselves. */
export const accountRoutes: Routes = async (app, { db, now }) => {
  const config = { may: 'signed-in' } as const

  app.get('/account', { config }, (request, reply) => show(request, reply))

  app.post('/account/password', { config }, async (request, reply) => {
    const person = personOf(request)
    const read = readForm(passwordForm, request.body)
    const isCurrent = await isPassword(passwordHashOf(db, person.id) ?? NOBODYS_HASH, read.typed.current)
    const wrong = { ...(isCurrent ? {} : { current: 'people:account.wrong-current' as const }) }
    if ('errors' in read || !isCurrent)
      return show(request, reply.code(422), { ...wrong, ...('errors' in read ? read.errors : {}) })
    const hash = await hashPassword(read.values.next)
    changePassword(db, person, person.id, hash, hashOf(request.session.sessionId), now())
    return redirectWithNotice(request, reply, '/account', 'people:account.changed')
  })

  app.post('/account/sessions/:id/ending', { config, schema: { params: bySession } }, (request, reply) => {
    if (!endSessionOf(db, personOf(request).id, request.params.id)) throw new NotFound()
    return redirectWithNotice(request, reply, '/account', 'people:account.session-ended')
  })

  function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors<typeof passwordForm> = {}) {
    const person = personOf(request)
    const sessions = sessionsOf(db, person.id, now())
    const current = hashOf(request.session.sessionId)
    return page(request, reply, 'people/account', { person, sessions, current, errors })
  }
}
