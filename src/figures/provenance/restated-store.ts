import { columnsOf } from '../../../db/columns.ts'
import type { Db } from '../../../db/connection.ts'
import type { CorrectedAtOnce, Correction } from './correction.ts'

const NAMES = [
  'indicator',
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
] as const
const ROWS = columnsOf<Correction>()(NAMES)

const SAME = (row: string) => `${row}.indicator_id = r.indicator_id and ${row}.quarter = r.quarter
  and ${row}.place_id = r.place_id and ${row}.partner_id = r.partner_id and ${row}.cell_id = r.cell_id`
/** Of a value that was corrected many times one row is sought, and not all of its rows are looked through. */
const BEFORE = `(select max(x.approved_from) from fact x where ${SAME('x')} and x.approved_from < r.at)`
const LAST = (kind: string) => `(select x.id from submission_fact x
  where x.submission_id = s.id and x.kind = '${kind}' and x.at <= r.at order by x.at desc, x.id desc limit 1)`

const COLUMNS = ROWS.select({
  indicator: 'r.indicator_id',
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
const CORRECTIONS = `select ${COLUMNS} from restatement r
  left join fact was on ${SAME('was')} and was.approved_to = r.at and was.approved_from = ${BEFORE}
  left join fact became on ${SAME('became')} and became.approved_from = r.at
  left join submission s on s.partner_id = r.partner_id and s.place_id = r.place_id and s.quarter = r.quarter
  left join submission_fact approved on approved.id = ${LAST('approved')}
  left join person p on p.id = approved.by_id
  left join submission_fact reopened on reopened.id = ${LAST('reopened')}`
const NEWEST_FIRST = 'order by r.at desc, r.quarter desc, r.indicator_id, r.place_id, r.partner_id, r.cell_id'

/** Every correction of an indicator's values that was approved by an instant, the newest first. */
export function correctionsOf(db: Db, indicator: number, at: number): Correction[] {
  const text = `${CORRECTIONS} where r.indicator_id = :indicator and r.at <= :at ${NEWEST_FIRST}`
  return ROWS.read(db.prepared(text).all({ indicator, at }))
}

/** Every correction that was approved after an instant and by another, the newest first. */
export function correctionsBetween(db: Db, { after, at }: { after: number; at: number }): Correction[] {
  const text = `${CORRECTIONS} where r.at > :after and r.at <= :at ${NEWEST_FIRST}`
  return ROWS.read(db.prepared(text).all({ after, at }))
}

/** The values that one approval corrected of an indicator, as one reporter typed them for a quarter. */
export function correctionsAtOnce(db: Db, together: CorrectedAtOnce): Correction[] {
  const text = `${CORRECTIONS} where r.indicator_id = :indicator and r.quarter = :quarter and r.place_id = :placeId
    and r.partner_id = :partnerId and r.at = :at order by r.cell_id`
  return ROWS.read(db.prepared(text).all(together))
}

const AT_ONCE = columnsOf<CorrectedAtOnce>()(['at', 'indicator', 'quarter', 'placeId', 'partnerId'])

/** The same of each approval by itself, without the values: to be counted. In the order of the index, which is looked through once. */
export function correctedBetween(db: Db, { after, at }: { after: number; at: number }): CorrectedAtOnce[] {
  const columns = AT_ONCE.select({
    at: 'at',
    indicator: 'indicator_id',
    quarter: 'quarter',
    placeId: 'place_id',
    partnerId: 'partner_id',
  })
  const text = `select ${columns} from restatement where at > :after and at <= :at
    group by at, indicator_id, quarter, place_id, partner_id`
  return AT_ONCE.read(db.prepared(text).all({ after, at }))
}

/** When values were last corrected by an instant: the instants of some approvals, the latest first. */
export function lastCorrected(db: Db, at: number, most: number): number[] {
  const text = 'select distinct at from restatement where at <= :at order by at desc limit :most'
  return (db.prepared(text).all({ at, most }) as [number][]).map(([instant]) => instant)
}
