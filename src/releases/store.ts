import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { person, release, releaseApproval, releaseAtom, releaseFigure, releaseRecipient } from '../../db/schema.ts'
import type { Person } from '../access/person.ts'
import type { LedgerFigure } from '../disclosure/ledger.ts'
import { record } from '../trail/store.ts'
import type { NewRelease } from './form.ts'
import type { Preview } from './protection/preview.ts'
import type { Layout, Release } from './release.ts'
import type { WorkbookPlan } from './workbook/plan.ts'

export type Named = { id: number; name: string }

/** A report that waits to be protected. */
export function addRelease(db: Db, by: Person, added: NewRelease & { donor: string }, now: number): number {
  return db.tx(() => {
    const { title, donor, audience, threshold, language, from, to, layout, asAt, recipients, titleConfirmed } = added
    const id = Number(
      db
        .insert(release)
        .values({
          title,
          donor,
          audience,
          threshold,
          language,
          fromQuarter: from,
          toQuarter: to,
          layout: JSON.stringify(layout),
          asAt,
          state: 'protecting',
          createdAt: now,
          createdBy: by.id,
        })
        .run().lastInsertRowid,
    )
    for (const personId of recipients) db.insert(releaseRecipient).values({ releaseId: id, personId }).run()
    const confirmed = titleConfirmed ? { confirmed: true } : {}
    const detail = { audience, threshold, language, from, to, layout, recipients, ...confirmed }
    record(db, { at: now, by, verb: 'release.drafted', subject: ['release', id], detail })
    return id
  })
}

/** Every report, newest first. */
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
    .orderBy(desc(release.issuedAt), desc(release.id))
    .all()
    .map(toRelease)
}

/** Fetched through the person: managers see all, donors what was issued to them; null for everything else. */
export function releaseFor(db: Db, who: Person, id: number): Release | null {
  if (who.role === 'manager') return releaseById(db, id)
  return releasesIssuedTo(db, who.id).find((known) => known.id === id) ?? null
}

export function releaseById(db: Db, id: number): Release | null {
  const row = db.select(columns).from(release).where(eq(release.id, id)).get()
  return row ? toRelease(row) : null
}

/** Issued reports before one instant, oldest first. */
export function issuedReleases(db: Db): Release[] {
  return db
    .select(columns)
    .from(release)
    .where(eq(release.state, 'issued'))
    .orderBy(asc(release.issuedAt), asc(release.id))
    .all()
    .map(toRelease)
}

/** The last one issued to the same audience: what the next is compared with. */
export function releaseBefore(db: Db, { id, audience }: Release): Release | null {
  return issuedReleases(db).findLast((one) => one.audience === audience && one.id !== id) ?? null
}

export function recipientsOf(db: Db, id: number): Named[] {
  return db
    .select({ id: person.id, name: person.name })
    .from(releaseRecipient)
    .innerJoin(person, eq(person.id, releaseRecipient.personId))
    .where(eq(releaseRecipient.releaseId, id))
    .orderBy(asc(person.name))
    .all()
}

export function agreementsOf(db: Db, id: number): (Named & { at: number })[] {
  return db
    .select({ id: person.id, name: person.name, at: releaseApproval.at })
    .from(releaseApproval)
    .innerJoin(person, eq(person.id, releaseApproval.byId))
    .where(eq(releaseApproval.releaseId, id))
    .orderBy(asc(releaseApproval.at))
    .all()
}

export function workbookPlanOf(db: Db, id: number): WorkbookPlan | null {
  const row = db.select({ plan: release.plan }).from(release).where(eq(release.id, id)).get()
  return row?.plan ? (JSON.parse(row.plan) as WorkbookPlan) : null
}

export function previewOf(db: Db, id: number): Preview | null {
  const row = db.select({ preview: release.preview }).from(release).where(eq(release.id, id)).get()
  return row?.preview ? (JSON.parse(row.preview) as Preview) : null
}

/** Protecting begins anew: what was agreed to is no longer what would be issued. */
export function beginProtecting(db: Db, id: number): void {
  db.tx(() => {
    db.update(release)
      .set({ state: 'protecting', failure: null, plan: null, preview: null })
      .where(and(eq(release.id, id), inArray(release.state, ['draft', 'protecting', 'protected', 'failed'])))
      .run()
    db.delete(releaseApproval).where(eq(releaseApproval.releaseId, id)).run()
  })
}

export function keepProtected(db: Db, id: number, kept: { plan: WorkbookPlan; preview: Preview }, now: number): void {
  db.tx(() => {
    const { changes } = db
      .update(release)
      .set({
        state: 'protected',
        failure: null,
        plan: JSON.stringify(kept.plan),
        preview: JSON.stringify(kept.preview),
      })
      .where(and(eq(release.id, id), eq(release.state, 'protecting')))
      .run()
    if (changes === 0) return
    const { figures, hidden, programs } = kept.preview
    const detail = { figures, hidden: hidden.length, programs }
    record(db, { at: now, by: null, verb: 'release.protected', subject: ['release', id], detail })
  })
}

/** What is learnt after protecting, such as what other layouts would lose. */
export function keepPreview(db: Db, id: number, preview: Preview): void {
  db.update(release)
    .set({ preview: JSON.stringify(preview) })
    .where(and(eq(release.id, id), eq(release.state, 'protected')))
    .run()
}

export function keepFailure(db: Db, id: number, failure: string, now: number): void {
  db.tx(() => {
    const { changes } = db
      .update(release)
      .set({ state: 'failed', failure, plan: null, preview: null })
      .where(and(eq(release.id, id), eq(release.state, 'protecting')))
      .run()
    if (changes === 0) return
    record(db, { at: now, by: null, verb: 'release.protection-failed', subject: ['release', id], detail: { failure } })
  })
}

export function keepAgreement(db: Db, by: Person, id: number, now: number): void {
  db.tx(() => {
    db.insert(releaseApproval).values({ releaseId: id, byId: by.id, at: now }).run()
    record(db, { at: now, by, verb: 'release.approved', subject: ['release', id], detail: {} })
  })
}

/**
 * Freezes a report: its plan, and in the ledger every number it shows or hides; from then on the database refuses to add to
 * either. Call it inside the transaction that checked it.
 */
export function keepIssued(
  db: Db,
  by: Person,
  id: number,
  issued: { plan: WorkbookPlan; preview: Preview; atoms: readonly string[]; figures: readonly LedgerFigure[] },
  now: number,
): void {
  for (const rows of inLots(issued.atoms.map((key, nth) => ({ releaseId: id, nth, key }))))
    db.insert(releaseAtom).values(rows).run()
  for (const rows of inLots(issued.figures))
    db.insert(releaseFigure)
      .values(rows.map((row) => ({ ...row, releaseId: id, atoms: JSON.stringify(row.atoms) })))
      .run()
  db.update(release)
    .set({
      state: 'issued',
      issuedAt: now,
      issuedBy: by.id,
      plan: JSON.stringify(issued.plan),
      preview: JSON.stringify(issued.preview),
    })
    .where(and(eq(release.id, id), eq(release.state, 'protected')))
    .run()
  const detail = { figures: issued.figures.length, atoms: issued.atoms.length }
  record(db, { at: now, by, verb: 'release.issued', subject: ['release', id], detail })
}

/** A report that was never issued leaves only its events in the trail. */
export function discardRelease(db: Db, by: Person, id: number, now: number): boolean {
  return db.tx(() => {
    const found = releaseById(db, id)
    if (!found || found.state === 'issued') return false
    db.delete(releaseApproval).where(eq(releaseApproval.releaseId, id)).run()
    db.delete(releaseRecipient).where(eq(releaseRecipient.releaseId, id)).run()
    db.delete(release).where(eq(release.id, id)).run()
    record(db, { at: now, by, verb: 'release.discarded', subject: ['release', id], detail: {} })
    return true
  })
}

export function recordDownload(db: Db, by: Person, { id, state }: Release, now: number): void {
  record(db, {
    at: now,
    by,
    verb: 'release.downloaded',
    subject: ['release', id],
    detail: { draft: state !== 'issued' },
  })
}

/** Names for "made by" and "issued by"; also of people who have left. */
export function namesOf(db: Db, ids: readonly (number | null)[]): Map<number, string> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, known)).all()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** SQLite takes 32,766 values in one statement. */
function inLots<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / 500) }, (_, nth) => rows.slice(nth * 500, nth * 500 + 500))
}

/** Everything but plan and preview, which may be large. */
const columns = {
  id: release.id,
  title: release.title,
  donor: release.donor,
  audience: release.audience,
  threshold: release.threshold,
  language: release.language,
  from: release.fromQuarter,
  to: release.toQuarter,
  layout: release.layout,
  asAt: release.asAt,
  state: release.state,
  failure: release.failure,
  createdAt: release.createdAt,
  createdBy: release.createdBy,
  issuedAt: release.issuedAt,
  issuedBy: release.issuedBy,
}

/** The explanations chosen are kept beside the choices of layout. */
function toRelease(row: Omit<Release, 'layout' | 'narrative'> & { layout: string }): Release {
  const { narrative = [], ...layout } = JSON.parse(row.layout) as Layout & { narrative?: number[] }
  return { ...row, layout, narrative }
}
