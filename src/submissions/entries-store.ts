import type { Db } from '../../db/connection.ts'
import { categoriesOf } from '../indicators/breakdown.ts'
import { cellIdOf, cellIds, cells } from '../indicators/cell-store.ts'
import { indicatorCodes, indicatorIds } from '../indicators/store.ts'
import type { EntryState } from '../vocabulary/submission.ts'
import { type Entry, type EntryChange, isRemark } from './entry.ts'
import { remarksOf, writeRemarks } from './remarks-store.ts'

type EntryRow = [
  indicator: number,
  cell: number,
  state: EntryState,
  value: number | null,
  base: number | null,
  reason: string | null,
]

/** The values of a submission, in the order in which indicators and combinations came to be known; then what is remarked of them. */
export function entriesOf(db: Db, submissionId: number): Entry[] {
  const rows = db.prepared(READ).all(submissionId) as EntryRow[]
  const [codes, keys] = [indicatorCodes(db), cells(db)]
  const values = rows.map(([indicator, cell, state, value, base, reason]) => ({
    indicator: codes.get(indicator)!,
    cell: keys.get(cell)!.key,
    state,
    value,
    base,
    reason,
  }))
  return [...values, ...remarksOf(db, submissionId)]
}

/** Writes what a version changes, and what stood there before; before the first version everything was blank. */
export function writeEntries(
  db: Db,
  { submissionId, version }: { submissionId: number; version: number },
  all: readonly EntryChange[],
): void {
  const isOfRemark = ({ before, after }: EntryChange) => isRemark((after ?? before)!)
  writeRemarks(db, { submissionId, version }, all.filter(isOfRemark))
  const changes = all.filter((change) => !isOfRemark(change))
  if (changes.length === 0) return
  const keys = keysOf(
    db,
    changes.map((change) => (change.after ?? change.before)!),
  )
  if (version > 1) db.prepared(REVISE).run({ submissionId, version, keys: JSON.stringify(keys) })
  const [add, set, remove] = [db.prepared(ADD), db.prepared(SET), db.prepared(REMOVE)]
  changes.forEach(({ before, after }, nth) => {
    const [indicator, cell] = keys[nth]!
    if (!after) remove.run(submissionId, indicator, cell)
    else (before ? set : add).run(after.state, after.value, after.base, after.reason, submissionId, indicator, cell)
  })
}

const READ = `select indicator_id, cell_id, state, value, base, reason from entry where submission_id = ?
  order by indicator_id, cell_id`
/** What stands is copied before it is replaced; where nothing stands, it was blank. */
const REVISE = `insert into entry_revision (submission_id, version, indicator_id, cell_id, state, value, base, reason)
  select :submissionId, :version, k.value ->> 0, k.value ->> 1, e.state, e.value, e.base, e.reason
  from json_each(:keys) k
  left join entry e on e.submission_id = :submissionId and e.indicator_id = k.value ->> 0 and e.cell_id = k.value ->> 1`
const ADD = `insert into entry (state, value, base, reason, submission_id, indicator_id, cell_id) values (?, ?, ?, ?, ?, ?, ?)`
const SET = `update entry set state = ?, value = ?, base = ?, reason = ?
  where submission_id = ? and indicator_id = ? and cell_id = ?`
const REMOVE = 'delete from entry where submission_id = ? and indicator_id = ? and cell_id = ?'

/** Ids of indicator and cell of each entry; combinations nobody has used yet are made. */
function keysOf(db: Db, entries: readonly Entry[]): [indicator: number, cell: number][] {
  const [indicators, known] = [indicatorIds(db), cellIds(db)]
  return entries.map(({ indicator, cell }) => [
    indicators.get(indicator)!,
    known.get(cell) ?? cellIdOf(db, categoriesOf(cell)),
  ])
}
