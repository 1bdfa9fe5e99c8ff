import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Db, oncePerConnection } from '../../db/connection.ts'
import { person, personScope } from '../../db/schema.ts'
import type { Person } from './person.ts'

/** The person with this id, unless disabled since. */
export function personById(db: Db, id: number): Person | null {
  const row = enabledPerson(db).get({ id })
  return row ? withScope(db, row) : null
}

const enabledPerson = oncePerConnection((db) =>
  db
    .select()
    .from(person)
    .where(and(eq(person.id, sql.placeholder('id')), isNull(person.disabledAt)))
    .prepare(),
)

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

/** A row of people with the partners it reports for. */
export function withScope(db: Db, row: typeof person.$inferSelect): Person {
  const partnerIds = scopeOf(db)
    .all({ id: row.id })
    .map((scope) => scope.id)
  return { id: row.id, email: row.email, name: row.name, role: row.role, language: row.language, partnerIds }
}

const scopeOf = oncePerConnection((db) =>
  db
    .select({ id: personScope.partnerId })
    .from(personScope)
    .where(eq(personScope.personId, sql.placeholder('id')))
    .prepare(),
)
