import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { showsTag } from '../headers/entity-tag.ts'

/**
 * Whether the browser has a page as it is now: it shows the tag that it got with it (RFC 9110, 13.1.2). A tag is of one session and of
 * the browser's secret for forms: nobody's page is another's, and a token that stands in a page which is kept is good. It is weak,
 * since the same page is sent plain or compressed. Browsers may keep such a page, and ask each time before they show it.
 * @param parts all that is sent, the token of forms (another one each time) among them
 */
export function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: readonly string[],
  token: string | null,
): boolean {
  const etag = `W/"${tagOf(request, reply, parts, token)}"`
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'cookie')
  return showsTag(request, etag)
}

function tagOf(
  { session, csrfSecret }: FastifyRequest,
  reply: FastifyReply,
  parts: readonly string[],
  token: string | null,
): string {
  const hash = createHash('sha256')
  // Signed with the key that tokens are made with: under another one they are good for nothing.
  hash.update(reply.signCookie(`${session?.idHash} ${csrfSecret}`))
  for (const part of parts) hash.update(`${part.length} `).update(token === null ? part : part.replaceAll(token, ''))
  return hash.digest('base64url')
}
