import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { record } from '../trail/store.ts'
import { isSameName, type NewPerson, type Taken } from './person.ts'
import { insertPerson, isEmailTaken, namesOfPeople } from './store.ts'

/**
 * Nobody has another's e-mail address, nor another's name: the trail, comments and closings say by name who did it.
 * @param by null: from the command line
 * @returns the new id, or what of them is taken
 */
export function addPerson(db: Db, by: Person | null, added: NewPerson, now: number): { id: number } | { taken: Taken } {
  return db.tx(() => {
    const email = added.email.trim().toLowerCase()
    if (isEmailTaken(db, email)) return { taken: 'email' }
    if (namesOfPeople(db).some((name) => isSameName(name, added.name))) return { taken: 'name' }
    const { role } = added
    const partnerIds = role === 'partner' ? added.partnerIds : []
    const id = insertPerson(db, { ...added, email, partnerIds }, now)
    record(db, { at: now, by, verb: 'person.added', subject: ['person', id], detail: { role, partnerIds } })
    return { id }
  })
}
