import { asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { cell, entry, indicator } from '../../db/schema.ts'
import { categoriesOf } from '../indicators/breakdown.ts'
import { cellIdOf } from '../indicators/store.ts'
import type { Entry, EntryChange } from './entry.ts'

/** The values of a submission, in the order in which indicators and combinations came to be known. */
export function entriesOf(db: Db, submissionId: number): Entry[] {
  return db
    .select({
      indicator: indicator.code,
      cell: cell.key,
      state: entry.state,
      value: entry.value,
      base: entry.base,
      reason: entry.reason,
    })
    .from(entry)
    .innerJoin(indicator, eq(indicator.id, entry.indicatorId))
    .innerJoin(cell, eq(cell.id, entry.cellId))
    .where(eq(entry.submissionId, submissionId))
    .orderBy(asc(entry.indicatorId), asc(entry.cellId))
    .all()
}

/** Writes what a version changes, and what stood there before; before the first version everything was blank. */
export function writeEntries(
  db: Db,
  { submissionId, version }: { submissionId: number; version: number },
  changes: readonly EntryChange[],
): void {
  const entries = changes.map((change) => (change.after ?? change.before)!)
  const indicatorIds = indicatorIdsOf(db, entries)
  const cellIds = cellIdsOf(db, entries)
  const keys = entries.map((one) => [indicatorIds.get(one.indicator)!, cellIds.get(one.cell)!] as const)
  if (version > 1) db.prepared(REVISE).run({ submissionId, version, keys: JSON.stringify(keys) })
  // Prepared once and run for each value: a builder would take ten times as long as the writing itself.
  const [put, remove] = [db.prepared(PUT), db.prepared(REMOVE)]
  changes.forEach(({ after }, nth) => {
    const [indicatorId, cellId] = keys[nth]!
    if (!after) remove.run(submissionId, indicatorId, cellId)
    else put.run(submissionId, indicatorId, cellId, after.state, after.value, after.base, after.reason)
  })
}

/** What stands is copied before it is replaced; where nothing stands, it was blank. */
const REVISE = `insert into entry_revision (submission_id, version, indicator_id, cell_id, state, value, base, reason)
  select :submissionId, :version, k.value ->> 0, k.value ->> 1, e.state, e.value, e.base, e.reason
  from json_each(:keys) k
  left join entry e on e.submission_id = :submissionId and e.indicator_id = k.value ->> 0 and e.cell_id = k.value ->> 1`
const PUT = `insert into entry (submission_id, indicator_id, cell_id, state, value, base, reason) values (?, ?, ?, ?, ?, ?, ?)
  on conflict do update set state = excluded.state, value = excluded.value, base = excluded.base, reason = excluded.reason`
const REMOVE = 'delete from entry where submission_id = ? and indicator_id = ? and cell_id = ?'

function indicatorIdsOf(db: Db, entries: readonly Entry[]): Map<string, number> {
  const codes = [...new Set(entries.map((one) => one.indicator))]
  const rows = db
    .select({ id: indicator.id, code: indicator.code })
    .from(indicator)
    .where(inArray(indicator.code, codes))
    .all()
  return new Map(rows.map((row) => [row.code, row.id]))
}

/** Ids of the cells used, all read at once; combinations nobody has used yet are made. */
function cellIdsOf(db: Db, entries: readonly Entry[]): Map<string, number> {
  const keys = [...new Set(entries.map((one) => one.cell))]
  const rows = db.select({ id: cell.id, key: cell.key }).from(cell).where(inArray(cell.key, keys)).all()
  const known = new Map(rows.map((row) => [row.key, row.id]))
  for (const key of keys) if (!known.has(key)) known.set(key, cellIdOf(db, categoriesOf(key)))
  return known
}
