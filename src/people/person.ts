import { z } from 'zod'
import type { Person } from '../access/person.ts'
import { lineField } from '../forms/fields.ts'
import { says } from '../forms/read.ts'

export type NewPerson = Omit<Person, 'id'> & { passwordHash: string }

/** What people are known by, however they are added. */
export const identity = z.object({
  email: lineField(3, 200, 'people:manage.bad-email')
    .transform((email) => email.toLowerCase())
    .pipe(z.email(says('people:manage.bad-email'))),
  name: lineField(2, 120, 'people:manage.bad-name'),
})

/** What an administrator says of a person; their language and password are their own. */
export type Identity = Pick<Person, 'name' | 'email' | 'role' | 'partnerIds'>

/** What differs, by name: the trail holds no person's data. */
export function changesTo(before: Identity, after: Identity): (keyof Identity)[] {
  const text = (value: Identity[keyof Identity]) =>
    Array.isArray(value) ? [...value].sort((a, b) => a - b).join() : value
  return (['name', 'email', 'role', 'partnerIds'] as const).filter((one) => text(before[one]) !== text(after[one]))
}

/** What of a new person is somebody else's already. */
export type Taken = 'email' | 'name'

/** Whether two names are told apart by nobody who reads the trail: letters are compared in one Unicode form, wide ones as narrow, in one case. */
export function isSameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
}

/** A person as the administrator sees them; `disabledAt` is when they were locked. */
export type ListedPerson = Person & { disabledAt: number | null }
