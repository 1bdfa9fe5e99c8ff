import { asc, inArray } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { person, release, submission } from '../../db/schema.ts'
import type { NamedSubmission } from './names.ts'

/** Everybody who has or had an account, by name. */
export function namedPeople(db: Db): { id: number; name: string }[] {
  return db.select({ id: person.id, name: person.name }).from(person).orderBy(asc(person.name)).all()
}

export function namedSubmissions(db: Db, ids: readonly number[]): NamedSubmission[] {
  const { id, partnerId, placeId, quarter } = submission
  return db.select({ id, partnerId, placeId, quarter }).from(submission).where(inArray(id, ids)).all()
}

export function namedReleases(db: Db, ids: readonly number[]): { id: number; title: string }[] {
  return db.select({ id: release.id, title: release.title }).from(release).where(inArray(release.id, ids)).all()
}
