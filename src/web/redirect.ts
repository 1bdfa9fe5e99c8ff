import type { FastifyReply } from 'fastify'

const HERE = 'http://here.invalid'
/** Of an address, encoded: proxies and browsers give up an answer whose head is long, and what was saved with it seems lost. */
const LONGEST = 3000

/**
 * Goes to another page of ours (303). Whatever the address was put together from, it is encoded as an address is, and never
 * leads to another site.
 */
export function redirectTo(reply: FastifyReply, address: string): FastifyReply {
  return reply.redirect(ownPath(address), 303)
}

/** An address of our own, encoded; the start page instead of any other. */
export function ownPath(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || !URL.canParse(given, HERE)) return '/'
  const { origin, pathname, search, hash } = new URL(given, HERE)
  const path = pathname + search + hash
  return origin === HERE && !pathname.startsWith('//') && path.length <= LONGEST ? path : '/'
}
