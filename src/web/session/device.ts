import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { REMEMBERED_MS, setSignedCookie, signedCookieOf } from './cookies.ts'

/** The device a person has signed in from before, if this is one of theirs; a new name for it at every sign-in. */
export function knownDevice(request: FastifyRequest, email: string): string | null {
  const [name, whose] = signedCookieOf(request, 'device')?.split(' ') ?? []
  return name && whose === markOf(email) ? name : null
}

export function rememberDevice(reply: FastifyReply, email: string): FastifyReply {
  return setSignedCookie(reply, 'device', `${randomBytes(16).toString('base64url')} ${markOf(email)}`, REMEMBERED_MS)
}

function markOf(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
}
