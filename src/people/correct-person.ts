import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { record } from '../trail/store.ts'
import { changesTo, type Identity, isSameName, type Taken } from './person.ts'
import { isEmailTaken, listedPerson, namesOfPeople, setIdentity } from './store.ts'

/** Why a person was not corrected: what is somebody else's already, or an administrator's own role. */
export type CorrectionRefusal = Taken | 'own-role'

/**
 * What was typed wrong of a person, or has changed: a partner's officer who moves keeps their account. It holds at once,
 * in open sessions too. Nobody changes their own role, so that there is always an administrator.
 * @returns the new name, or why nothing was changed
 */
export function correctPerson(
  db: Db,
  by: Person,
  id: number,
  given: Identity,
  now: number,
): { name: string } | { refused: CorrectionRefusal } {
  return db.tx(() => {
    const before = listedPerson(db, id)
    if (!before) throw new Error(`there is no person ${id}`)
    const after = { ...given, partnerIds: given.role === 'partner' ? given.partnerIds : [] }
    const changed = changesTo(before, after)
    if (changed.includes('role') && by.id === id) return { refused: 'own-role' }
    if (changed.includes('email') && isEmailTaken(db, after.email)) return { refused: 'email' }
    const others = namesOfPeople(db, id)
    if (changed.includes('name') && others.some((name) => isSameName(name, after.name))) return { refused: 'name' }
    if (changed.length === 0) return { name: after.name }
    setIdentity(db, id, after)
    const { role, partnerIds } = after
    record(db, {
      at: now,
      by,
      verb: 'person.corrected',
      subject: ['person', id],
      detail: { changed, role, partnerIds },
    })
    return { name: after.name }
  })
}
