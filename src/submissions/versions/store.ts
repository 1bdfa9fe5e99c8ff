import { and, desc, eq, gte } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { cell, entryRevision, indicator, person, submissionVersion } from '../../../db/schema.ts'
import type { Revision } from './revisions.ts'

/** One save: who made which version when. */
export type Version = { version: number; at: number; by: string | null }

export function addVersion(db: Db, saved: { submissionId: number; version: number; at: number; byId: number }): void {
  insertRow(db, submissionVersion, saved)
}

/** The latest versions of a submission, newest first. */
export function versionsOf(db: Db, submissionId: number, most: number): Version[] {
  const { version, at } = submissionVersion
  return db
    .select({ version, at, by: person.name })
    .from(submissionVersion)
    .leftJoin(person, eq(person.id, submissionVersion.byId))
    .where(eq(submissionVersion.submissionId, submissionId))
    .orderBy(desc(version))
    .limit(most)
    .all()
}

/** What a version and those after it took the place of, newest first. */
export function revisionsFrom(db: Db, submissionId: number, from: number): Revision[] {
  const { version, state, value, base, reason } = entryRevision
  return db
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
}
