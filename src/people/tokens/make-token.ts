import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { isTokenOpen, MOST_TOKENS } from '../../access/token.ts'
import { insertToken, tokensOf } from '../../access/token-store.ts'
import { DAY_MS, dayAt } from '../../calendar/day.ts'
import { record } from '../../trail/store.ts'
import type { TokenScope } from '../../vocabulary/access.ts'

/** A token as its maker wants it, and the secret as it is stored and told from others. */
export type NewToken = {
  name: string
  scopes: readonly TokenScope[]
  days: number
  secretHash: string
  ending: string
}

/** A token reads in its maker's stead, until it expires or is revoked. The trail never has its secret, nor its name, which is free text. */
export function makeToken(db: Db, by: Person, given: NewToken, now: number): 'made' | 'too-many' {
  return db.tx(() => {
    const open = tokensOf(db, by.id).filter((one) => isTokenOpen(one, now))
    if (open.length >= MOST_TOKENS) return 'too-many'
    const { days, ...rest } = given
    const expiresAt = now + days * DAY_MS
    const token = insertToken(db, { ...rest, personId: by.id, createdAt: now, expiresAt })
    const detail = { token, scopes: given.scopes, lastDay: dayAt(expiresAt) }
    record(db, { at: now, by, verb: 'person.token-made', subject: ['person', by.id], detail })
    return 'made'
  })
}
