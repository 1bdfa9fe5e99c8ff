import { eq } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { grouped } from '../../db/grouped.ts'
import { person, personScope } from '../../db/schema.ts'
import { withScope } from '../access/person-store.ts'
import type { Language } from '../vocabulary/language.ts'
import type { Identity, ListedPerson, NewPerson } from './person.ts'

export function listPeople(db: Db): ListedPerson[] {
  return db
    .select()
    .from(person)
    .orderBy(person.role, person.name)
    .all()
    .map((row) => ({ ...withScope(db, row), disabledAt: row.disabledAt }))
}

/** A person of the list, locked or not. */
export function listedPerson(db: Db, id: number): ListedPerson | null {
  const row = db.select().from(person).where(eq(person.id, id)).get()
  return row ? { ...withScope(db, row), disabledAt: row.disabledAt } : null
}

/** Whether anybody has an account; in a file that has just been made nobody has. */
export function isAnybodyThere(db: Db): boolean {
  return db.select({ id: person.id }).from(person).limit(1).get() !== undefined
}

export function isEmailTaken(db: Db, email: string): boolean {
  return db.select({ id: person.id }).from(person).where(eq(person.email, email)).get() !== undefined
}

/**
 * Of everybody, the locked included.
 * @param but the id of a person who is left out
 */
export function namesOfPeople(db: Db, but: number | null = null): string[] {
  return db
    .select({ id: person.id, name: person.name })
    .from(person)
    .all()
    .filter(({ id }) => id !== but)
    .map(({ name }) => name)
}

/** The names of those who report for each partner and may sign in, by its id. */
export function reportersByPartner(db: Db): Map<number, string[]> {
  const rows = db
    .prepared(
      `select s.partner_id, p.name from person_scope s join person p on p.id = s.person_id
       where p.role = 'partner' and p.disabled_at is null order by p.name`,
    )
    .all() as [number, string][]
  return grouped(
    rows,
    ([partnerId]) => partnerId,
    ([, name]) => name,
  )
}

/** @returns the new id */
export function insertPerson(db: Db, { partnerIds, ...added }: NewPerson, now: number): number {
  const { lastInsertRowid } = db
    .insert(person)
    .values({ ...added, createdAt: now })
    .run()
  const id = Number(lastInsertRowid)
  setScope(db, id, partnerIds)
  return id
}

export function setIdentity(db: Db, id: number, { partnerIds, name, email, role }: Identity): void {
  db.update(person).set({ name, email, role }).where(eq(person.id, id)).run()
  setScope(db, id, partnerIds)
}

function setScope(db: Db, personId: number, partnerIds: readonly number[]): void {
  db.delete(personScope).where(eq(personScope.personId, personId)).run()
  for (const partnerId of partnerIds) db.insert(personScope).values({ personId, partnerId }).run()
}

/** @param at when the person was locked; null unlocks */
export function setDisabled(db: Db, id: number, at: number | null): void {
  db.update(person).set({ disabledAt: at }).where(eq(person.id, id)).run()
}

export function setPasswordHash(db: Db, id: number, passwordHash: string): void {
  db.update(person).set({ passwordHash }).where(eq(person.id, id)).run()
}

export function setLanguage(db: Db, id: number, language: Language): void {
  db.update(person).set({ language }).where(eq(person.id, id)).run()
}
