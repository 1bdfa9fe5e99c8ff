import type { FastifyRequest } from 'fastify'
import type { Key } from '../../language/words.ts'
import { TOKEN_FIELD } from '../session/csrf.ts'

declare module '../views/models.ts' {
  interface Views {
    'web/unsaved': { sentence: Key; values: Record<string, string>; again: Unsaved }
    'web/session-ended': { again: Unsaved | null }
  }
  interface Parts {
    'web/send-again': { again: Unsaved; csrf: () => string }
  }
}

/** A form that was not acted upon, to be sent again as it was typed. */
export type Unsaved = {
  action: string
  token: string
  /** Every field, in its order; a field with several values several times. */
  fields: { name: string; value: string }[]
}

/**
 * What was typed, from the request itself: whatever went wrong, and whichever form it was, nothing is lost with the page it
 * stood on. Null when there is nothing to give back, and for forms with a password, which no page repeats.
 * @param token to send it with
 */
export function unsavedOf(request: FastifyRequest, token: string): Unsaved | null {
  const { body, routeOptions } = request
  if (typeof body !== 'object' || body === null || routeOptions.config.secrets) return null
  const fields = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (typeof one === 'string' && name !== TOKEN_FIELD ? [{ name, value: one }] : [])),
  )
  return fields.length > 0 ? { action: request.url, token, fields } : null
}
