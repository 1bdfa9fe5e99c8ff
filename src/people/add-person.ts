import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { record } from '../trail/store.ts'
import type { NewPerson } from './person.ts'
import { insertPerson, isEmailTaken } from './store.ts'

/**
 * @param by null: from the command line
 * @returns the new id, or null when the e-mail address is taken
 */
export function addPerson(db: Db, by: Person | null, added: NewPerson, now: number): number | null {
  return db.tx(() => {
    const email = added.email.trim().toLowerCase()
    if (isEmailTaken(db, email)) return null
    const { role } = added
    const partnerIds = role === 'partner' ? added.partnerIds : []
    const id = insertPerson(db, { ...added, email, partnerIds }, now)
    record(db, { at: now, by, verb: 'person.added', subject: ['person', id], detail: { role, partnerIds } })
    return id
  })
}
