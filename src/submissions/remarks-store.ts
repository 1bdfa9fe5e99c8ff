import type { Db } from '../../db/connection.ts'
import { indicatorCodes, indicatorIds } from '../indicators/store.ts'
import { type Entry, type EntryChange, remarked } from './entry.ts'
import type { Revision } from './versions/revisions.ts'

/** What is remarked of the indicators of a submission. */
export function remarksOf(db: Db, submissionId: number): Entry[] {
  const codes = indicatorCodes(db)
  const rows = db.prepared(READ).all(submissionId) as [indicator: number, text: string][]
  return rows.map(([indicator, text]) => remarked(codes.get(indicator)!, text))
}

/** Writes what a version changes of them, and what stood there before. */
export function writeRemarks(
  db: Db,
  { submissionId, version }: { submissionId: number; version: number },
  changes: readonly EntryChange[],
): void {
  const ids = indicatorIds(db)
  for (const { before, after } of changes) {
    const at = { submissionId, indicator: ids.get((after ?? before)!.indicator)! }
    if (version > 1) db.prepared(REVISE).run({ ...at, version })
    if (after) db.prepared(PUT).run({ ...at, text: after.reason })
    else db.prepared(REMOVE).run(at)
  }
}

/** What a version and those after it took the place of, newest first. */
export function remarkRevisionsFrom(db: Db, submissionId: number, from: number): Revision[] {
  const codes = indicatorCodes(db)
  const rows = db.prepared(REVISIONS).all({ submissionId, from }) as [number, number, string | null][]
  return rows.map(([version, id, text]) => {
    const { indicator, cell } = remarked(codes.get(id)!, '')
    return { version, indicator, cell, before: text === null ? null : remarked(indicator, text) }
  })
}

const READ = 'select indicator_id, text from remark where submission_id = ? order by indicator_id'
const REVISE = `insert into remark_revision (submission_id, version, indicator_id, text)
  select :submissionId, :version, :indicator,
    (select text from remark where submission_id = :submissionId and indicator_id = :indicator)`
const PUT = `insert into remark (submission_id, indicator_id, text) values (:submissionId, :indicator, :text)
  on conflict do update set text = excluded.text`
const REMOVE = 'delete from remark where submission_id = :submissionId and indicator_id = :indicator'
const REVISIONS = `select version, indicator_id, text from remark_revision
  where submission_id = :submissionId and version >= :from order by version desc`
