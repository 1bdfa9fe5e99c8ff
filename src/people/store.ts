import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { person, personScope, session } from '../../db/schema.ts'
import { record } from '../trail/store.ts'
import type { Language, Person, Role } from './person.ts'

export type NewPerson = {
  email: string
  name: string
  role: Role
  language: Language
  passwordHash: string
  partnerIds: number[]
}
export type ListedPerson = Person & { disabledAt: number | null }

/** The person with this id, unless disabled since. */
export function personById(db: Db, id: number): Person | null {
  const row = db
    .select()
    .from(person)
    .where(and(eq(person.id, id), isNull(person.disabledAt)))
    .get()
  return row ? withScope(db, row) : null
}

/** For signing in: the hash beside the person; disabled people are not found. */
export function personByEmail(db: Db, email: string): { person: Person; passwordHash: string } | null {
  const row = db
    .select()
    .from(person)
    .where(and(eq(person.email, email.trim().toLowerCase()), isNull(person.disabledAt)))
    .get()
  return row ? { person: withScope(db, row), passwordHash: row.passwordHash } : null
}

export function passwordHashOf(db: Db, id: number): string | null {
  return db.select({ hash: person.passwordHash }).from(person).where(eq(person.id, id)).get()?.hash ?? null
}

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
  return db.transaction((tx) => {
    const email = added.email.trim().toLowerCase()
    if (tx.select({ id: person.id }).from(person).where(eq(person.email, email)).get()) return null
    const { partnerIds, ...fields } = added
    const id = Number(
      tx
        .insert(person)
        .values({ ...fields, email, createdAt: now })
        .run().lastInsertRowid,
    )
    for (const partnerId of partnerIds) tx.insert(personScope).values({ personId: id, partnerId }).run()
    record(tx, { at: now, by, verb: 'person.added', subject: ['person', id], detail: { role: added.role, partnerIds } })
    return id
  })
}

/** Locks a person out at once: their sessions end with it. */
export function disablePerson(db: Db, by: Person, id: number, now: number): void {
  db.transaction((tx) => {
    tx.update(person).set({ disabledAt: now }).where(eq(person.id, id)).run()
    tx.delete(session).where(eq(session.personId, id)).run()
    record(tx, { at: now, by, verb: 'person.disabled', subject: ['person', id], detail: {} })
  })
}

export function enablePerson(db: Db, by: Person, id: number, now: number): void {
  db.transaction((tx) => {
    tx.update(person).set({ disabledAt: null }).where(eq(person.id, id)).run()
    record(tx, { at: now, by, verb: 'person.enabled', subject: ['person', id], detail: {} })
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
  db.transaction((tx) => {
    tx.update(person).set({ passwordHash }).where(eq(person.id, id)).run()
    const others =
      keepSession === null ? eq(session.personId, id) : and(eq(session.personId, id), ne(session.idHash, keepSession))
    tx.delete(session).where(others).run()
    record(tx, { at: now, by, verb: 'person.password-changed', subject: ['person', id], detail: {} })
  })
}

export function changeLanguage(db: Db, by: Person, language: Language, now: number): void {
  db.transaction((tx) => {
    tx.update(person).set({ language }).where(eq(person.id, by.id)).run()
    record(tx, { at: now, by, verb: 'person.language-changed', subject: ['person', by.id], detail: { language } })
  })
}

function withScope(db: Db, row: typeof person.$inferSelect): Person {
  const partnerIds = db
    .select({ id: personScope.partnerId })
    .from(personScope)
    .where(eq(personScope.personId, row.id))
    .all()
    .map((scope) => scope.id)
  return { id: row.id, email: row.email, name: row.name, role: row.role, language: row.language, partnerIds }
}
