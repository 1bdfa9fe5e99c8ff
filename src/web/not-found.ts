/** What was asked for is not there, or not for this person to see: which of the two is nobody's business. */
export class NotFound extends Error {
  readonly statusCode = 404
}

/** What was looked for, or the page that says it is not there. */
export function orNotFound<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new NotFound('not found')
  return found
}
