import { columnsOf } from '../../../db/columns.ts'
import type { Db } from '../../../db/connection.ts'
import type { Correction } from './correction.ts'

const ROWS = columnsOf<Correction>()([
  'quarter',
  'placeId',
  'partnerId',
  'cell',
  'at',
  'wasState',
  'wasValue',
  'wasBase',
  'becameState',
  'becameValue',
  'becameBase',
  'by',
  'reason',
])

const SAME = (row: string) => `${row}.indicator_id = r.indicator_id and ${row}.quarter = r.quarter
  and ${row}.place_id = r.place_id and ${row}.partner_id = r.partner_id and ${row}.cell_id = r.cell_id`
const LAST = (kind: string) => `(select x.id from submission_fact x
  where x.submission_id = s.id and x.kind = '${kind}' and x.at <= r.at order by x.at desc, x.id desc limit 1)`

/** Every correction of an indicator's values that was approved by an instant, the newest first. */
export function correctionsOf(db: Db, indicator: number, at: number): Correction[] {
  const columns = ROWS.select({
    quarter: 'r.quarter',
    placeId: 'r.place_id',
    partnerId: 'r.partner_id',
    cell: 'r.cell_id',
    at: 'r.at',
    wasState: 'was.state',
    wasValue: 'was.value',
    wasBase: 'was.base',
    becameState: 'became.state',
    becameValue: 'became.value',
    becameBase: 'became.base',
    by: 'p.name',
    reason: 'reopened.reason',
  })
  const text = `select ${columns} from restatement r
    left join fact was on ${SAME('was')} and was.approved_to = r.at
    left join fact became on ${SAME('became')} and became.approved_from = r.at
    left join submission s on s.partner_id = r.partner_id and s.place_id = r.place_id and s.quarter = r.quarter
    left join submission_fact approved on approved.id = ${LAST('approved')}
    left join person p on p.id = approved.by_id
    left join submission_fact reopened on reopened.id = ${LAST('reopened')}
    where r.indicator_id = :indicator and r.at <= :at
    order by r.at desc, r.quarter desc, r.place_id, r.partner_id, r.cell_id`
  return ROWS.read(db.prepared(text).all({ indicator, at }))
}
