import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Key } from '../../language/words.ts'
import { dropCookie, setSignedCookie, signedCookieOf } from './cookies.ts'

export type Notice = { key: Key; values?: Record<string, string | number> }

/** How long a page may take to be asked for. */
const WAIT_MS = 5 * 60_000

/** A sentence for the next page. It travels with the browser, so that showing it writes nothing. */
export function leaveNotice(reply: FastifyReply, notice: Notice): void {
  setSignedCookie(reply, 'notice', JSON.stringify(notice), WAIT_MS)
}

/** The sentence left for this page, once. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply): Notice | null {
  const left = signedCookieOf(request, 'notice')
  if (left === null) return null
  dropCookie(reply, 'notice')
  return JSON.parse(left) as Notice
}
