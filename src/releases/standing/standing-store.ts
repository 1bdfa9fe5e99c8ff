import { and, asc, desc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import {
  person,
  release,
  releaseAcknowledgement,
  releaseRecipient,
  releaseSupersession,
  releaseWithdrawal,
} from '../../../db/schema.ts'
import type { Named, Release } from '../release.ts'
import { issuedBefore, issuedNth, issuedReleases } from '../store.ts'
import { type ReleaseStanding, type ReportRef, STANDS, type Supersedable, type WithdrawnReport } from './standing.ts'

export function insertSupersession(db: Db, releaseId: number, supersededId: number): void {
  db.insert(releaseSupersession).values({ releaseId, supersededId }).run()
}

export function deleteSupersession(db: Db, releaseId: number): void {
  db.delete(releaseSupersession).where(eq(releaseSupersession.releaseId, releaseId)).run()
}

/** What a report takes, or will take, the place of. */
export function supersededIn(db: Db, releaseId: number): ReportRef | null {
  const found = db
    .select({ id: release.id, issuedAt: release.issuedAt })
    .from(releaseSupersession)
    .innerJoin(release, eq(release.id, releaseSupersession.supersededId))
    .where(eq(releaseSupersession.releaseId, releaseId))
    .get()
  return found ?? null
}

export function insertWithdrawal(
  db: Db,
  releaseId: number,
  withdrawn: { at: number; byId: number; reason: string; confirmed: boolean },
): void {
  db.insert(releaseWithdrawal)
    .values({ releaseId, ...withdrawn })
    .run()
}

export function insertAcknowledgement(db: Db, releaseId: number, personId: number, at: number): void {
  db.insert(releaseAcknowledgement).values({ releaseId, personId, at }).run()
}

/** Recipients who have said that a report has come, first things first. */
export function acknowledgementsOf(db: Db, releaseId: number): (Named & { at: number })[] {
  return db
    .select({ id: person.id, name: person.name, at: releaseAcknowledgement.at })
    .from(releaseAcknowledgement)
    .innerJoin(person, eq(person.id, releaseAcknowledgement.personId))
    .where(eq(releaseAcknowledgement.releaseId, releaseId))
    .orderBy(asc(releaseAcknowledgement.at), asc(person.name))
    .all()
}

/** Of every report that does not simply stand, by number. */
export function standings(db: Db): Map<number, ReleaseStanding> {
  const found = new Map<number, ReleaseStanding>()
  const known = (id: number) => found.get(id) ?? STANDS
  for (const { releaseId, at, reason } of db.select().from(releaseWithdrawal).all())
    found.set(releaseId, { ...known(releaseId), withdrawn: { at, reason } })
  for (const { superseded, id, issuedAt } of supersessions(db))
    found.set(superseded, { ...known(superseded), supersededBy: { id, issuedAt } })
  return found
}

export function releaseStandingOf(db: Db, releaseId: number): ReleaseStanding {
  return standings(db).get(releaseId) ?? STANDS
}

/** By issued reports, in the order in which they were issued: of one report the last one counts. */
function supersessions(db: Db) {
  return db
    .select({ superseded: releaseSupersession.supersededId, id: release.id, issuedAt: release.issuedAt })
    .from(releaseSupersession)
    .innerJoin(release, and(eq(release.id, releaseSupersession.releaseId), eq(release.state, 'issued')))
    .orderBy(asc(issuedNth), asc(release.id))
    .all()
}

/** Issued reports of which nothing has taken the place yet, the latest first. */
export function supersedableReports(db: Db): Supersedable[] {
  const standing = standings(db)
  const recipients = recipientsByReport(db)
  return issuedReleases(db)
    .filter(({ id }) => !standing.get(id)?.supersededBy)
    .map((one) => ({ ...one, recipients: recipients.get(one.id) ?? [] }))
    .reverse()
}

function recipientsByReport(db: Db): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const { releaseId, personId } of db.select().from(releaseRecipient).all())
    found.set(releaseId, [...(found.get(releaseId) ?? []), personId])
  return found
}

/**
 * Reports that readers of a release have had and that were withdrawn before it was issued; as of now where it has not been. The trail
 * says what came before what, whatever the clock said.
 */
export function withdrawnBefore(db: Db, given: Pick<Release, 'id' | 'audience'>): WithdrawnReport[] {
  const recipients = recipientsByReport(db)
  const own = new Set(recipients.get(given.id))
  const readers = new Set(
    issuedBefore(db, given)
      .filter(({ audience }) => audience === given.audience)
      .filter(({ id }) => given.audience === 'public' || recipients.get(id)?.some((one) => own.has(one)))
      .map(({ id }) => id),
  )
  const events = db.prepared(
    `select cast(subject_id as integer) from trail where verb = 'release.withdrawn' and subject_kind = 'release' and id < coalesce(
       (select max(id) from trail where verb = 'release.issued' and subject_kind = 'release' and subject_id = ?), 9e15)`,
  )
  const before = new Set((events.all(String(given.id)) as [number][]).map(([id]) => id))
  return db
    .select({ id: releaseWithdrawal.releaseId, at: releaseWithdrawal.at, reason: releaseWithdrawal.reason })
    .from(releaseWithdrawal)
    .orderBy(desc(releaseWithdrawal.releaseId))
    .all()
    .filter(({ id }) => readers.has(id) && before.has(id))
}
