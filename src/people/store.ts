import { and, eq, ne } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { person, personScope, session } from '../../db/schema.ts'
import type { Person } from '../access/person.ts'
import { withScope } from '../access/person-store.ts'
import { record } from '../trail/store.ts'
import type { Role } from '../vocabulary/access.ts'
import type { Language } from '../vocabulary/language.ts'

export type NewPerson = {
  email: string
  name: string
  role: Role
  language: Language
  passwordHash: string
  partnerIds: number[]
}
export type ListedPerson = Person & { disabledAt: number | null }

export function listPeople(db: Db): ListedPerson[] {
  return db
    .select()
    .from(person)
    .orderBy(person.role, person.name)
    .all()
    .map((row) => ({ ...withScope(db, row), disabledAt: row.disabledAt }))
}

/** @returns the new id, or null when the e-mail address is taken. */
export function addPerson(db: Db, by: Person | null, added: NewPerson, now: number): number | null {
  return db.tx(() => {
    const email = added.email.trim().toLowerCase()
    if (db.select({ id: person.id }).from(person).where(eq(person.email, email)).get()) return null
    const { partnerIds, ...fields } = added
    const id = Number(
      db
        .insert(person)
        .values({ ...fields, email, createdAt: now })
        .run().lastInsertRowid,
    )
    for (const partnerId of partnerIds) db.insert(personScope).values({ personId: id, partnerId }).run()
    record(db, { at: now, by, verb: 'person.added', subject: ['person', id], detail: { role: added.role, partnerIds } })
    return id
  })
}

/** Locks a person out at once: their sessions end with it. */
export function disablePerson(db: Db, by: Person, id: number, now: number): void {
  db.tx(() => {
    db.update(person).set({ disabledAt: now }).where(eq(person.id, id)).run()
    db.delete(session).where(eq(session.personId, id)).run()
    record(db, { at: now, by, verb: 'person.disabled', subject: ['person', id], detail: {} })
  })
}

export function enablePerson(db: Db, by: Person, id: number, now: number): void {
  db.tx(() => {
    db.update(person).set({ disabledAt: null }).where(eq(person.id, id)).run()
    record(db, { at: now, by, verb: 'person.enabled', subject: ['person', id], detail: {} })
  })
}

/** A new password ends every other session of the person. */
export function changePassword(
  db: Db,
  by: Person,
  id: number,
  passwordHash: string,
  keepSession: string | null,
  now: number,
): void {
  db.tx(() => {
    db.update(person).set({ passwordHash }).where(eq(person.id, id)).run()
    const others =
      keepSession === null ? eq(session.personId, id) : and(eq(session.personId, id), ne(session.idHash, keepSession))
    db.delete(session).where(others).run()
    record(db, { at: now, by, verb: 'person.password-changed', subject: ['person', id], detail: {} })
  })
}

export function changeLanguage(db: Db, by: Person, language: Language, now: number): void {
  db.tx(() => {
    db.update(person).set({ language }).where(eq(person.id, by.id)).run()
    record(db, { at: now, by, verb: 'person.language-changed', subject: ['person', by.id], detail: { language } })
  })
}
