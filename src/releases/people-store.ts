import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { person, releaseApproval, releaseRecipient } from '../../db/schema.ts'
import type { Named } from './release.ts'

/** Whom a release is issued to. */
export function recipientsOf(db: Db, releaseId: number): Named[] {
  return db
    .select({ id: person.id, name: person.name })
    .from(releaseRecipient)
    .innerJoin(person, eq(person.id, releaseRecipient.personId))
    .where(eq(releaseRecipient.releaseId, releaseId))
    .orderBy(asc(person.name))
    .all()
}

export function insertRecipients(db: Db, releaseId: number, people: readonly number[]): void {
  for (const personId of people) db.insert(releaseRecipient).values({ releaseId, personId }).run()
}

export function deleteRecipients(db: Db, releaseId: number): void {
  db.delete(releaseRecipient).where(eq(releaseRecipient.releaseId, releaseId)).run()
}

/** Managers who have agreed to it, first things first. */
export function agreementsOf(db: Db, releaseId: number): (Named & { at: number })[] {
  return db
    .select({ id: person.id, name: person.name, at: releaseApproval.at })
    .from(releaseApproval)
    .innerJoin(person, eq(person.id, releaseApproval.byId))
    .where(eq(releaseApproval.releaseId, releaseId))
    .orderBy(asc(releaseApproval.at))
    .all()
}

/** Managers who can sign in, without the one who made a release. */
export function countOtherManagers(db: Db, makerId: number | null): number {
  const others = and(eq(person.role, 'manager'), isNull(person.disabledAt), ne(person.id, makerId ?? 0))
  return db.select({ id: person.id }).from(person).where(others).all().length
}

export function insertAgreement(db: Db, releaseId: number, byId: number, at: number): void {
  db.insert(releaseApproval).values({ releaseId, byId, at }).run()
}

export function deleteAgreements(db: Db, releaseId: number): void {
  db.delete(releaseApproval).where(eq(releaseApproval.releaseId, releaseId)).run()
}

/** Names for "made by" and "issued by"; also of people who have left. */
export function namesOf(db: Db, ids: readonly (number | null)[]): Map<number, string> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, known)).all()
  return new Map(rows.map((row) => [row.id, row.name]))
}
