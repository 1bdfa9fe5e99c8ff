import type { FastifyRequest } from 'fastify'
import { isLoopback } from '../../config/config.ts'
import type { Key, Sentence } from '../../language/words.ts'

/**
 * Why a browser sends a form without the cookie that came with it, as far as the request tells. Browsers keep a Secure cookie
 * over https, and most of them at localhost.
 */
export function whyNoCookie(request: FastifyRequest): Sentence {
  const address = request.socket.remoteAddress ?? ''
  const says = (key: Key): Sentence => ({ key, values: { address, host: request.host } })
  if (!request.server.context.config.secureCookies) return says('common:error.no-cookie')
  if (isUnencrypted(request))
    return says(request.ip === address ? 'common:error.unencrypted' : 'common:error.unencrypted-proxy')
  return says(isLoopback(request.hostname) ? 'common:error.no-cookie-local' : 'common:error.no-cookie')
}

/**
 * Whether a page was asked for over plain http from another machine: by what the connection says, the proxy (believed or
 * not: it is only a sentence), and the browser, which says where a form comes from (Sec-Fetch-Site) only over https or at
 * localhost.
 */
export function isUnencrypted(request: FastifyRequest): boolean {
  if (request.protocol === 'https' || isLoopback(request.hostname)) return false
  const { headers } = request
  return headers['sec-fetch-site'] === undefined && !/^https\b/i.test(String(headers['x-forwarded-proto'] ?? ''))
}
