import { gunzipSync } from 'node:zlib'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { release, releaseFile, releaseRecipient } from '../../db/schema.ts'
import { may } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import type { Layout, ProtectionFailure, ReleaseState, SmallChanges } from '../vocabulary/release.ts'
import type { Preview } from './protection/preview.ts'
import type { Failure, Release } from './release.ts'
import type { WorkbookPlan } from './workbook/plan.ts'

/** A release that waits to be protected. */
export function insertRelease(
  db: Db,
  added: Pick<
    Release,
    'title' | 'donor' | 'donorCode' | 'audience' | 'threshold' | 'language' | 'from' | 'to' | 'layout' | 'asAt'
  >,
  by: Person,
  now: number,
): number {
  const { from, to, layout, ...rest } = added
  const id = nextNumber(db)
  db.insert(release)
    .values({
      id,
      ...rest,
      // A number of an earlier report tells nothing new, and is more than none.
      smallChanges: 'hold',
      fromQuarter: from,
      toQuarter: to,
      layout: JSON.stringify(layout),
      state: 'protecting',
      createdAt: now,
      createdBy: by.id,
    })
    .run()
  return id
}

/** Above that of every report there ever was: one that was discarded has left its number in the trail, and file names. */
function nextNumber(db: Db): number {
  const highest = db.prepared(
    `select max((select coalesce(max(id), 0) from release),
       (select coalesce(max(cast(subject_id as integer)), 0) from trail where subject_kind = 'release'))`,
  )
  return (highest.get() as [number])[0] + 1
}

/** Every release, newest first. */
export function listReleases(db: Db): Release[] {
  return db.select(columns).from(release).orderBy(desc(release.id)).all().map(toRelease)
}

/** Those issued to one person: what a donor may know of. */
export function releasesIssuedTo(db: Db, personId: number): Release[] {
  return db
    .select(columns)
    .from(release)
    .innerJoin(releaseRecipient, eq(releaseRecipient.releaseId, release.id))
    .where(and(eq(releaseRecipient.personId, personId), eq(release.state, 'issued')))
    .orderBy(desc(issuedNth), desc(release.issuedAt), desc(release.id))
    .all()
    .map(toRelease)
}

/** What somebody may open, newest first: whoever makes releases every one of them, a donor what was issued to them. */
export function releasesFor(db: Db, who: Person): Release[] {
  return may(who, 'release.make') ? listReleases(db) : releasesIssuedTo(db, who.id)
}

/** One of these, fetched through the person; null for everything else. */
export function releaseFor(db: Db, who: Person, id: number): Release | null {
  if (may(who, 'release.make')) return releaseById(db, id)
  return releasesIssuedTo(db, who.id).find((known) => known.id === id) ?? null
}

export function releaseById(db: Db, id: number): Release | null {
  const row = db.select(columns).from(release).where(eq(release.id, id)).get()
  return row ? toRelease(row) : null
}

export function releasesIn(db: Db, state: ReleaseState): Release[] {
  return db.select(columns).from(release).where(eq(release.state, state)).orderBy(asc(release.id)).all().map(toRelease)
}

/** Issued releases, oldest first. */
export function issuedReleases(db: Db): Release[] {
  return db
    .select(columns)
    .from(release)
    .where(eq(release.state, 'issued'))
    .orderBy(asc(issuedNth), asc(release.issuedAt), asc(release.id))
    .all()
    .map(toRelease)
}

/**
 * Those that were issued before a release was, oldest first: what it was protected against. Before one that has not been issued
 * stand all.
 */
export function issuedBefore(db: Db, { id }: Pick<Release, 'id'>): Release[] {
  const issued = issuedReleases(db)
  const nth = issued.findIndex((one) => one.id === id)
  return nth === -1 ? issued : issued.slice(0, nth)
}

/** Of a draft, or of what was issued: packed beside its file or, by earlier versions of the program, in its own row. */
export function workbookPlanOf(db: Db, id: number): WorkbookPlan | null {
  const row = db
    .select({ plan: release.plan, packed: releaseFile.plan })
    .from(release)
    .leftJoin(releaseFile, eq(releaseFile.releaseId, release.id))
    .where(eq(release.id, id))
    .get()
  const text = row?.packed ? gunzipSync(row.packed).toString() : row?.plan
  return text ? (JSON.parse(text) as WorkbookPlan) : null
}

export function previewOf(db: Db, id: number): Preview | null {
  const row = db.select({ preview: release.preview }).from(release).where(eq(release.id, id)).get()
  return row?.preview ? (JSON.parse(row.preview) as Preview) : null
}

/**
 * What was protected is forgotten; no when the release has been issued or is not there.
 * @param layout how it is to be cut, where that is otherwise
 */
export function setProtecting(db: Db, id: number, layout?: Layout): boolean {
  const cut = layout ? { layout: JSON.stringify(layout) } : {}
  return changed(db, id, UNISSUED, { state: 'protecting', ...NO_FAILURE, ...NOT_PROTECTED, ...cut })
}

/**
 * @param plan of the draft's workbook, as JSON
 * @param preview as JSON
 */
export function setProtected(
  db: Db,
  id: number,
  protectedAs: { plan: string; preview: string; uncovers: number },
): boolean {
  return changed(db, id, ['protecting'], { state: 'protected', ...NO_FAILURE, ...protectedAs })
}

export function setFailed(db: Db, id: number, { code, about }: Failure, from: ReleaseState[]): boolean {
  return changed(db, id, from, { state: 'failed', failureCode: code, failureAbout: about, ...NOT_PROTECTED })
}

export function setIssued(
  db: Db,
  id: number,
  issued: { issuedAt: number; issuedBy: number; preview: string },
): boolean {
  return changed(db, id, ['protected'], { state: 'issued', plan: null, ...issued })
}

/** What is learnt after protecting, such as what other layouts would lose. */
export function setPreview(db: Db, id: number, preview: string): boolean {
  return changed(db, id, ['protected'], { preview })
}

type Drafted = { plan: string; deviations: NonNullable<Preview['deviations']> }

/** The draft anew, with the same figures hidden; the preview says what of it has to be explained. */
export function setDraft(db: Db, id: number, { plan, deviations }: Drafted): boolean {
  return changed(db, id, ['protected'], { plan, ...withDeviations(db, id, deviations) })
}

/** Other layouts may have been tried since the draft was begun: what the preview says of them stays. */
function withDeviations(db: Db, id: number, deviations: Drafted['deviations']): { preview?: string } {
  const preview = previewOf(db, id)
  return preview ? { preview: JSON.stringify({ ...preview, deviations }) } : {}
}

/** What becomes of figures that have changed too little, and the draft that says so. */
export function setSmallChanges(
  db: Db,
  id: number,
  smallChanges: SmallChanges,
  { plan, deviations }: Drafted,
): boolean {
  return changed(db, id, ['protected'], { smallChanges, plan, ...withDeviations(db, id, deviations) })
}

export function deleteRelease(db: Db, id: number): void {
  db.delete(release).where(eq(release.id, id)).run()
}

const NOT_PROTECTED = { plan: null, preview: null, uncovers: 0 }
const NO_FAILURE = { failureCode: null, failureAbout: null }
const UNISSUED: ReleaseState[] = ['protecting', 'protected', 'failed']

function changed(db: Db, id: number, from: readonly ReleaseState[], values: Partial<typeof release.$inferInsert>) {
  const here = and(eq(release.id, id), inArray(release.state, [...from]))
  return db.update(release).set(values).where(here).run().changes > 0
}

/** In the order in which they were issued, whatever the clock said then: that of the trail, whose events are never moved. */
export const issuedNth = sql`(select max(t.id) from trail t
  where t.subject_kind = 'release' and t.subject_id = cast("release"."id" as text) and t.verb = 'release.issued')`

/** Everything but plan and preview, which may be large. */
const columns = {
  id: release.id,
  title: release.title,
  donor: release.donor,
  donorCode: release.donorCode,
  audience: release.audience,
  threshold: release.threshold,
  language: release.language,
  from: release.fromQuarter,
  to: release.toQuarter,
  layout: release.layout,
  asAt: release.asAt,
  smallChanges: release.smallChanges,
  uncovers: release.uncovers,
  state: release.state,
  failureCode: release.failureCode,
  failureAbout: release.failureAbout,
  createdAt: release.createdAt,
  createdBy: release.createdBy,
  issuedAt: release.issuedAt,
  issuedBy: release.issuedBy,
}

type Row = Omit<Release, 'layout' | 'failure'> & {
  layout: string
  failureCode: ProtectionFailure | null
  failureAbout: string | null
}

function toRelease({ layout, failureCode: code, failureAbout: about, ...row }: Row): Release {
  return { ...row, layout: JSON.parse(layout) as Layout, failure: code && { code, about } }
}
