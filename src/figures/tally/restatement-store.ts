import { columnsOf } from '../../../db/columns.ts'
import type { Db } from '../../../db/connection.ts'
import type { ReporterQuarter, StoredValue } from '../approval-store.ts'
import type { Restatement } from '../read/restated.ts'

const ROWS = columnsOf<Restatement>()(['indicator', 'quarter', 'placeId', 'partnerId', 'cell'])

/** Notes that an approval corrected values of a submission that had been approved before. */
export function addRestatements(
  db: Db,
  reporter: ReporterQuarter,
  changed: Iterable<Pick<StoredValue, 'indicator' | 'cell'>>,
  at: number,
): void {
  const add = db.prepared(`insert or ignore into restatement (indicator_id, quarter, place_id, partner_id, cell_id, at)
    values (:indicator, :quarter, :placeId, :partnerId, :cell, :at)`)
  for (const { indicator, cell } of changed) add.run({ ...reporter, indicator, cell, at })
}

/**
 * What was restated by an instant, and after another, each value once.
 * @param indicators ids
 */
export function restatementsIn(
  db: Db,
  indicators: readonly number[],
  { after, at }: { after: number; at: number },
): Restatement[] {
  const columns = ROWS.select({
    indicator: 'r.indicator_id',
    quarter: 'r.quarter',
    placeId: 'r.place_id',
    partnerId: 'r.partner_id',
    cell: 'r.cell_id',
  })
  const text = `select distinct ${columns} from json_each(:indicators) i cross join restatement r on r.indicator_id = i.value
    where r.at > :after and r.at <= :at`
  return ROWS.read(db.prepared(text).all({ indicators: JSON.stringify(indicators), after, at }))
}

/** Makes the list anew from the history of the facts: what was closed, and what was opened after the first approval. */
export function rebuildRestatements(db: Db): void {
  db.prepared('delete from restatement').run()
  db.prepared(`insert or ignore into restatement (indicator_id, quarter, place_id, partner_id, cell_id, at)
    with first(quarter, place_id, partner_id, at) as materialized (
      select quarter, place_id, partner_id, min(approved_from) from fact group by quarter, place_id, partner_id)
    select indicator_id, quarter, place_id, partner_id, cell_id, approved_to from fact where approved_to is not null
    union select f.indicator_id, f.quarter, f.place_id, f.partner_id, f.cell_id, f.approved_from
    from fact f join first using (quarter, place_id, partner_id) where f.approved_from > first.at`).run()
}
