import { and, desc, eq, gte } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { cell, entryRevision, indicator, person, submissionVersion } from '../../../db/schema.ts'
import type { FieldPart } from '../../indicators/value-field.ts'
import { remarkRevisionsFrom } from '../remarks-store.ts'
import type { Revision } from './revisions.ts'
import type { LastVersion, Version } from './sitting.ts'

export function addVersion(
  db: Db,
  saved: { submissionId: number; version: number; at: number; byId: number; sitting: number | null },
): void {
  insertRow(db, submissionVersion, saved)
}

/** The versions of the latest saves of a submission, newest first; those of a sitting count as one. */
export function versionsOf(db: Db, submissionId: number, most: number): Version[] {
  const { version, at, sitting } = submissionVersion
  return db
    .select({ version, at, by: person.name, sitting })
    .from(submissionVersion)
    .leftJoin(person, eq(person.id, submissionVersion.byId))
    .where(and(eq(submissionVersion.submissionId, submissionId), gte(version, firstOfSaves(db, submissionId, most))))
    .orderBy(desc(version))
    .all()
}

function firstOfSaves(db: Db, submissionId: number, most: number): number {
  const [first] = db.prepared(FIRST_OF_SAVES).get({ submissionId, most }) as [number | null]
  return first ?? 1
}

const FIRST_OF_SAVES = `select min(first) from (select distinct coalesce(sitting, version) as first from submission_version
  where submission_id = :submissionId order by first desc limit :most)`

/** The newest version of a submission; null before it was begun. */
export function lastVersionOf(db: Db, submissionId: number): LastVersion | null {
  const row = db.prepared(LAST_VERSION).get({ submissionId }) as
    | [number, number | null, number | null, number]
    | undefined
  if (!row) return null
  const [at, byId, sitting, isFollowed] = row
  return { at, byId, sitting, isFollowed: isFollowed === 1 }
}

const LAST_VERSION = `select v.at, v.by_id, v.sitting,
    exists (select 1 from submission_fact f where f.submission_id = v.submission_id and f.at >= v.at)
  from submission_version v where v.submission_id = :submissionId order by v.version desc limit 1`

/** Who saved last what stands in a cell, and when. `part` "r": what stands in words at its indicator, a remark or a reason. */
export function lastChangeOf(
  db: Db,
  submissionId: number,
  { part, indicator: code, cell: key }: { part: FieldPart; indicator: string; cell: string },
): { at: number; by: string | null } | null {
  const row = db.prepared(LAST_CHANGE).get({ submissionId, code, key, inWords: part === 'r' ? 1 : 0 }) as
    | [number, string | null]
    | undefined
  return row ? { at: row[0], by: row[1] } : null
}

/** What no version has replaced since stands there from the first one on. */
const LAST_CHANGE = `select v.at, p.name from submission_version v left join person p on p.id = v.by_id
  where v.submission_id = :submissionId and v.version = coalesce((
    select max(version) from (
      select r.version from entry_revision r
      join indicator i on i.id = r.indicator_id join cell c on c.id = r.cell_id
      where r.submission_id = :submissionId and i.code = :code and c.key = :key
      union all select r.version from remark_revision r join indicator i on i.id = r.indicator_id
      where :inWords and r.submission_id = :submissionId and i.code = :code)), 1)`

/** What a version and those after it took the place of: of each cell the newest first. */
export function revisionsFrom(db: Db, submissionId: number, from: number): Revision[] {
  const { version, state, value, base, reason } = entryRevision
  const values = db
    .select({ version, indicator: indicator.code, cell: cell.key, state, value, base, reason })
    .from(entryRevision)
    .innerJoin(indicator, eq(indicator.id, entryRevision.indicatorId))
    .innerJoin(cell, eq(cell.id, entryRevision.cellId))
    .where(and(eq(entryRevision.submissionId, submissionId), gte(version, from)))
    .orderBy(desc(version))
    .all()
    .map(({ version: nth, indicator: code, cell: key, state: was, ...rest }) => ({
      version: nth,
      indicator: code,
      cell: key,
      before: was === null ? null : { indicator: code, cell: key, state: was, ...rest },
    }))
  return [...values, ...remarkRevisionsFrom(db, submissionId, from)]
}
