import type { Db } from '../../../db/connection.ts'
import { categoriesOf } from '../../indicators/breakdown.ts'
import { cellIdOf, cellIds, cells } from '../../indicators/cell-store.ts'
import { indicatorCodes, indicatorIds } from '../../indicators/store.ts'
import type { RowReason, RowReasonGiven } from '../submission.ts'

/** @param version of the submission, as it was looked at */
export function addRowReasons(db: Db, factId: number, version: number, given: readonly RowReasonGiven[]): void {
  const [add, indicators, known] = [db.prepared(ADD), indicatorIds(db), cellIds(db)]
  for (const { indicator, cell, text, keptOnWord } of given) {
    const cellId = known.get(cell) ?? cellIdOf(db, categoriesOf(cell))
    add.run(factId, indicators.get(indicator)!, cellId, version, text, keptOnWord ? 1 : 0)
  }
}

const ADD = `insert into row_reason (submission_fact_id, indicator_id, cell_id, version, reason, confirmed)
  values (?, ?, ?, ?, ?, ?)`

/** The reasons of single indicators by the id of the return or re-opening they were given with. */
export function rowReasonsOf(db: Db, submissionId: number): Map<number, RowReason[]> {
  const rows = db.prepared(READ).all(submissionId) as [number, number, number, number, string][]
  const [codes, keys] = [indicatorCodes(db), cells(db)]
  const reasons = new Map<number, RowReason[]>()
  for (const [factId, indicatorId, cellId, version, text] of rows) {
    const reason = { indicator: codes.get(indicatorId)!, cell: keys.get(cellId)!.key, version, text }
    reasons.set(factId, [...(reasons.get(factId) ?? []), reason])
  }
  return reasons
}

const READ = `select r.submission_fact_id, r.indicator_id, r.cell_id, r.version, r.reason
  from row_reason r join submission_fact f on f.id = r.submission_fact_id
  where f.submission_id = ? order by r.submission_fact_id, r.indicator_id`
