import Tokens from '@fastify/csrf'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../context.ts'
import { cookieOf, setCookie } from './cookies.ts'
import { isForeign } from './origin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The secret of this browser, once it is known or made. */
    csrfSecret: string | null
  }
  interface FastifyReply {
    /** A token for a form of this page: of this browser and this person, and of no other. */
    csrfToken(): string
  }
}

/** Where a form carries its token. */
export const TOKEN_FIELD = '_csrf'

/** A token that was sent twice is none. */
const withToken = z.object({ [TOKEN_FIELD]: z.unknown() })

/** A form that was not sent from a page of ours that this person opened. */
export class NotOurForm extends Error {
  readonly statusCode = 403
  constructor(readonly why: 'foreign-form' | 'foreign-host' | 'form-too-old' | 'no-cookie') {
    super(why)
  }
}

/**
 * Tokens are a signed double submit: made with a secret in the browser's cookie, the key of this server and the person who is
 * signed in. Nothing is stored, so that a page with a form can be read without writing; a form left open while one signs
 * in again is still good, and one that somebody else had opened is not.
 */
export function setUpCsrf(app: App, key: string): void {
  const tokens = new Tokens({ hmacKey: key, userInfo: true })
  app.decorateRequest('csrfSecret', null)
  app.decorateReply('csrfToken', function (this: FastifyReply): string {
    const { request } = this
    request.csrfSecret ??= cookieOf(request, 'csrf') ?? null
    if (!request.csrfSecret) {
      request.csrfSecret = tokens.secretSync()
      setCookie(this, 'csrf', request.csrfSecret)
    }
    return tokens.create(request.csrfSecret, holderOf(request))
  })
  /** After the guard: whose session has ended is told so, rather than that the form is too old. */
  app.addHook('preValidation', async (request) => {
    if (isReading(request) || request.routeOptions.url === undefined) return
    const { headers } = request
    if (isForeign(headers, request.host))
      throw new NotOurForm(headers['sec-fetch-site'] === undefined ? 'foreign-host' : 'foreign-form')
    const secret = cookieOf(request, 'csrf')
    // A page of ours was open, and what was set with it did not come back.
    if (!secret && tokenIn(request) !== '') throw new NotOurForm('no-cookie')
    if (!secret || !tokens.verify(secret, tokenIn(request), holderOf(request))) throw new NotOurForm('form-too-old')
  })
}

export function isReading({ method }: Pick<FastifyRequest, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD'
}

function holderOf({ person }: FastifyRequest): string {
  return person ? `person ${person.id}` : 'nobody'
}

/** The token a form came with, whether it is good or not. */
export function tokenIn(request: FastifyRequest): string {
  const { data } = withToken.safeParse(request.body)
  const given = data?.[TOKEN_FIELD] ?? request.headers['x-csrf-token']
  return typeof given === 'string' ? given : ''
}
