import type { TokenScope } from '../../vocabulary/access.ts'

/** A program came without a token, or with something that opens nothing. */
export class NoToken extends Error {
  readonly statusCode = 401
  constructor(readonly why: 'missing' | 'not-valid') {
    super(`token ${why}`)
  }
}

/** A token that opens something, and not this: it was made without the scope, or its maker may not read it any more. */
export class OutOfScope extends Error {
  readonly statusCode = 403
  constructor(readonly scope: TokenScope) {
    super(`not within the token: ${scope}`)
  }
}

/** Too many that were no tokens came from one address. */
export class TooManyAttempts extends Error {
  readonly statusCode = 429
  /** @param wait ms */
  constructor(readonly wait: number) {
    super('too many attempts')
  }
}

/** None of what a program takes is what is answered here. */
export class NotAcceptable extends Error {
  readonly statusCode = 406
}
