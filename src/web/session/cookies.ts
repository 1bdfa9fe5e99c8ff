import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DAY_MS } from '../../calendar/day.ts'
import type { Config } from '../../config/config.ts'

/**
 * session: who is signed in · csrf: the secret that tokens of forms are made with · language: for who is not signed in ·
 * notice: a sentence for the next page · device: from where somebody has signed in before
 */
export type CookieName = 'session' | 'csrf' | 'language' | 'notice' | 'device'

/**
 * Two projects on one host share its cookies, whatever their ports (RFC 6265, 8.5): each has names of its own, after its
 * database. `__Host-`: taken by browsers over https alone, for this host alone, so that no other host of the domain can plant one
 * (ASVS 5, 3.3.1 and 3.3.3). Over plain http, as in the demo, browsers refuse such a name.
 */
export function cookieName(
  name: CookieName,
  { secureCookies, database }: Pick<Config, 'secureCookies' | 'database'>,
): string {
  return `${secureCookies ? '__Host-' : ''}${name}${markOf(database)}`
}

const marks = new Map<string, string>()

function markOf(database: string): string {
  if (database === ':memory:') return ''
  const known = marks.get(database) ?? `-${createHash('sha256').update(resolve(database)).digest('hex').slice(0, 8)}`
  marks.set(database, known)
  return known
}

export function cookieOf(request: FastifyRequest, name: CookieName): string | undefined {
  return request.cookies[cookieName(name, configOf(request))]
}

/** How long a browser remembers what is no secret of a session: a language, that somebody has signed in from here. */
export const REMEMBERED_MS = 365 * DAY_MS

/** @param maxAge ms, counted by the browser from when it gets the cookie; without it, until the browser is closed */
export function setCookie(reply: FastifyReply, name: CookieName, value: string, maxAge?: number): FastifyReply {
  const age = maxAge === undefined ? {} : { maxAge: Math.round(maxAge / 1000) }
  return reply.setCookie(cookieName(name, configOf(reply.request)), value, { ...optionsOf(reply), ...age })
}

export function dropCookie(reply: FastifyReply, name: CookieName): FastifyReply {
  return reply.clearCookie(cookieName(name, configOf(reply.request)), optionsOf(reply))
}

/** A value that nobody but this server can have written. */
export function setSignedCookie(reply: FastifyReply, name: CookieName, value: string, maxAge: number): FastifyReply {
  return setCookie(reply, name, reply.signCookie(Buffer.from(value).toString('base64url')), maxAge)
}

/** Null when it is missing, or not ours. */
export function signedCookieOf(request: FastifyRequest, name: CookieName): string | null {
  const given = cookieOf(request, name)
  const { valid, value } = given ? request.unsignCookie(given) : { valid: false, value: null }
  return valid && value ? Buffer.from(value, 'base64url').toString() : null
}

function optionsOf(reply: FastifyReply): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: configOf(reply.request).secureCookies }
}

function configOf(request: FastifyRequest): Config {
  return request.server.context.config
}
