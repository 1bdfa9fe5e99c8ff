import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a browser says that a form was sent from a page of another site. Browsers say it by Sec-Fetch-Site where they
 * trust the address (https, localhost); older ones and plain http by Origin alone. What is no browser says neither.
 * @param host as the browser sees it
 */
export function isForeign(headers: IncomingHttpHeaders, host: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
