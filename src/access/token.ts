import { TOKEN_SCOPES, type TokenScope } from '../vocabulary/access.ts'
import { may, type Permission } from './permissions.ts'
import type { Person } from './person.ts'

/** By which programs that look for secrets in what people publish know ours. */
export const TOKEN_PREFIX = '3pt_'
/** Of random letters after it: 160 bits, in hexadecimal. */
export const SECRET_BYTES = 20

/** For how many days a token may be made: a quarter's work unless more is wished for, and never for ever. */
export const TOKEN_DAYS = [30, 90, 180, 365] as const
export const USUAL_DAYS: (typeof TOKEN_DAYS)[number] = 90
/** As many as one person has that open anything. */
export const MOST_TOKENS = 20

/** A token as it is stored. */
export type ApiToken = {
  id: number
  personId: number
  name: string
  /** The last letters of the secret. */
  ending: string
  scopes: readonly TokenScope[]
  createdAt: number
  expiresAt: number
  usedAt: number | null
  revokedAt: number | null
}

/** What each scope opens is what its permission opens to the person: a token never does more than its maker may. */
export const SCOPE_PERMISSION = {
  releases: 'release.see',
  figures: 'figures.see',
  indicators: 'indicators.see',
  submissions: 'submission.see',
} as const satisfies Record<TokenScope, Permission>

/** What a person may let a token read. */
export function scopesFor(person: Person): TokenScope[] {
  return TOKEN_SCOPES.filter((scope) => may(person, SCOPE_PERMISSION[scope]))
}

/** Whether it opens anything at an instant. */
export function isTokenOpen({ expiresAt, revokedAt }: Pick<ApiToken, 'expiresAt' | 'revokedAt'>, now: number): boolean {
  return revokedAt === null && now < expiresAt
}

const TOKEN = new RegExp(`^${TOKEN_PREFIX}[0-9a-f]{${2 * SECRET_BYTES}}$`)

/**
 * The token that a request was sent with (RFC 6750, 2.1).
 * @returns null: none was sent; 'malformed': something that is no token of ours
 */
export function bearerIn(authorization: string | undefined): { token: string } | 'malformed' | null {
  if (authorization === undefined) return null
  const [scheme, token, ...more] = authorization.trim().split(/ +/)
  const isBearer = scheme?.toLowerCase() === 'bearer' && more.length === 0
  return isBearer && token !== undefined && TOKEN.test(token) ? { token } : 'malformed'
}
