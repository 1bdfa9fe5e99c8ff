import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { indicator, partner, person, release, releaseRecipient, submission, trail } from '../../db/schema.ts'

export type IssuedRelease = { id: number; title: string; issuedAt: number; fromQuarter: number; toQuarter: number }

/** Releases issued to a donor, newest first. */
export function releasesIssuedTo(db: Db, personId: number): IssuedRelease[] {
  const { id, title, issuedAt, fromQuarter, toQuarter } = release
  return db
    .select({ id, title, issuedAt, fromQuarter, toQuarter })
    .from(release)
    .innerJoin(releaseRecipient, eq(releaseRecipient.releaseId, release.id))
    .where(and(eq(releaseRecipient.personId, personId), eq(release.state, 'issued')))
    .orderBy(desc(release.issuedAt))
    .all()
    .map((row) => ({ ...row, issuedAt: row.issuedAt! }))
}

/** How much there is to administer. */
export function countsFor(db: Db): {
  people: number
  partners: number
  indicators: number
  submissions: number
  events: number
} {
  const number = (query: { get: () => { n: number } | undefined }) => query.get()?.n ?? 0
  return {
    people: number(db.select({ n: count() }).from(person).where(isNull(person.disabledAt))),
    partners: number(db.select({ n: count() }).from(partner)),
    indicators: number(db.select({ n: count() }).from(indicator)),
    submissions: number(db.select({ n: count() }).from(submission)),
    events: number(db.select({ n: count() }).from(trail)),
  }
}
