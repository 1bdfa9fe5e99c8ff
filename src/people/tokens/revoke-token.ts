import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import type { ApiToken } from '../../access/token.ts'
import { setRevoked } from '../../access/token-store.ts'
import { record } from '../../trail/store.ts'

/** From now on it opens nothing, for ever. Of one that is revoked already nothing is said again. */
export function revokeToken(
  db: Db,
  by: Person,
  { id, personId }: Pick<ApiToken, 'id' | 'personId'>,
  now: number,
): void {
  db.tx(() => {
    if (!setRevoked(db, id, now, by.id)) return
    record(db, { at: now, by, verb: 'person.token-revoked', subject: ['person', personId], detail: { token: id } })
  })
}
