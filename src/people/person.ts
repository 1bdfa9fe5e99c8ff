import type { Person } from '../access/person.ts'

export type NewPerson = Omit<Person, 'id'> & { passwordHash: string }

/** A person as the administrator sees them; `disabledAt` is when they were locked. */
export type ListedPerson = Person & { disabledAt: number | null }
