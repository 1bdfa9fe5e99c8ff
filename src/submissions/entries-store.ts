import { asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { cell, entry, indicator } from '../../db/schema.ts'
import { categoriesOf } from '../indicators/breakdown.ts'
import { cellIdOf } from '../indicators/store.ts'
import type { Entry } from './entry.ts'

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

/** Puts entries in, in the place of those of the same cells, and takes others away. */
export function writeEntries(db: Db, submissionId: number, put: readonly Entry[], remove: readonly Entry[]): void {
  const indicatorIds = indicatorIdsOf(db, [...put, ...remove])
  const cellIds = cellIdsOf(db, [...put, ...remove])
  const at = (one: Entry) => ({
    submissionId,
    indicator: indicatorIds.get(one.indicator)!,
    cell: cellIds.get(one.cell)!,
  })
  // Prepared once and run for each value: a builder would take ten times as long as the writing itself.
  const putting = db.prepared(PUT)
  for (const one of put) {
    const { state, value, base, reason } = one
    putting.run({ ...at(one), state, value, base, reason })
  }
  const removing = db.prepared(REMOVE)
  for (const one of remove) removing.run(at(one))
}

const PUT = `insert into entry (submission_id, indicator_id, cell_id, state, value, base, reason)
  values (:submissionId, :indicator, :cell, :state, :value, :base, :reason)
  on conflict do update set state = excluded.state, value = excluded.value, base = excluded.base, reason = excluded.reason`
const REMOVE = 'delete from entry where submission_id = :submissionId and indicator_id = :indicator and cell_id = :cell'

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
