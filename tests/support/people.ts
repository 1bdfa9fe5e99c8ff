import type { Db } from '../../db/connection.ts'
import { addPerson } from '../../src/people/add-person.ts'
import type { NewPerson } from '../../src/people/person.ts'

const USUAL: NewPerson = {
  email: 'admin@example.org',
  name: 'Quản Trị',
  role: 'administrator',
  language: 'vi',
  passwordHash: 'nobody signs in by password here',
  partnerIds: [],
}

/** Somebody of a test's own: an administrator unless it says otherwise. @returns the id */
export function addedPerson(db: Db, given: Partial<NewPerson>, now: number): number {
  const answer = addPerson(db, null, { ...USUAL, ...given }, now)
  if ('taken' in answer) throw new Error(`the ${answer.taken} is taken`)
  return answer.id
}
