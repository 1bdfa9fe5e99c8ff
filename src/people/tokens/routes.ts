import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SECRET_BYTES, scopesFor, TOKEN_PREFIX } from '../../access/token.ts'
import { tokensOf, unrevokedTokens } from '../../access/token-store.ts'
import { byId } from '../../forms/params.ts'
import { type FieldErrors, readForm, type Typed } from '../../forms/read.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { secretHashOf } from '../../web/machine/tokens.ts'
import { orNotFound } from '../../web/not-found.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { listPeople } from '../store.ts'
import { tokenForm } from './form.ts'
import { makeToken } from './make-token.ts'
import { everybodysTokens, ownTokensPage } from './page.ts'
import { revokeToken } from './revoke-token.ts'

type Form = ReturnType<typeof tokenForm>

/** Of the secret, so that its maker tells it from others; the rest is as good as all of it. */
const SHOWN_LETTERS = 4

/** A person's own tokens for programs and, for the administrator, everybody's. A new one is shown once, and its secret stored nowhere. */
export const tokenRoutes: Routes = async (app, { db, now }) => {
  const config = { may: 'signed-in' } as const
  const manage = { may: 'people.manage' } as const

  app.get('/account/tokens', { config }, (request, reply) => show(request, reply))

  app.post('/account/tokens', { config }, (request, reply) => {
    const person = personOf(request)
    const read = readForm(tokenForm(scopesFor(person)), request.body)
    if ('errors' in read) return show(request, reply.code(422), read.typed, read.errors)
    const token = `${TOKEN_PREFIX}${randomBytes(SECRET_BYTES).toString('hex')}`
    const secret = { secretHash: secretHashOf(token), ending: token.slice(-SHOWN_LETTERS) }
    if (makeToken(db, person, { ...read.values, ...secret }, now()) === 'too-many')
      return show(request, reply.code(409), read.typed)
    const example = `${request.protocol}://${request.host}/api/v1/${read.values.scopes[0]}`
    return page(request, reply, 'people/tokens/made', { name: read.values.name, token, example })
  })

  app.post('/account/tokens/:id/revocation', { config, schema: { params: byId } }, (request, reply) => {
    const person = personOf(request)
    const token = orNotFound(tokensOf(db, person.id).find(({ id }) => id === request.params.id))
    revokeToken(db, person, token, now())
    return redirectWithNotice(reply, '/account/tokens', 'people:tokens.revoked')
  })

  app.get('/people/tokens', { config: manage }, (request, reply) => {
    const people = new Map(
      listPeople(db).map(({ id, name, disabledAt }) => [id, { name, locked: disabledAt !== null }]),
    )
    const model = everybodysTokens(unrevokedTokens(db), people, shown(request))
    return page(request, reply, 'people/tokens/everybodys', model)
  })

  app.post('/people/tokens/:id/revocation', { config: manage, schema: { params: byId } }, (request, reply) => {
    const token = orNotFound(unrevokedTokens(db).find(({ id }) => id === request.params.id))
    revokeToken(db, personOf(request), token, now())
    return redirectWithNotice(reply, '/people/tokens', 'people:tokens.revoked')
  })

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Partial<Typed<Form>> = {},
    errors: FieldErrors<Form> = {},
  ) {
    const person = personOf(request)
    const model = ownTokensPage(person, tokensOf(db, person.id), shown(request), typed, errors)
    return page(request, reply, 'people/tokens/tokens', model)
  }

  function shown({ words, server }: FastifyRequest) {
    return {
      now: now(),
      usedAt: (token: Parameters<typeof server.tokens.usedAt>[0]) => server.tokens.usedAt(token),
      words,
    }
  }
}
