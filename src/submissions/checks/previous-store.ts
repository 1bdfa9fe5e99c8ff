import { columnsOf } from '../../../db/columns.ts'
import type { Db } from '../../../db/connection.ts'
import type { Reporter } from '../../assignments/assignment.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Entry } from '../entry.ts'
import { type EarlierEntry, standingBefore } from './previous.ts'

const ROWS = columnsOf<EarlierEntry>()(['quarter', 'indicator', 'cell', 'state', 'value', 'base', 'reason'])

/** What is typed and what was approved of it, in one shape; nobody asks here why something earlier was not reported. */
const rowOf = (row: 'e' | 'f', quarter: string) =>
  ROWS.select({
    quarter,
    indicator: 'i.code',
    cell: 'c.key',
    state: `${row}.state`,
    value: `${row}.value`,
    base: `${row}.base`,
    reason: 'null',
  })
const named = (row: 'e' | 'f') => `join indicator i on i.id = ${row}.indicator_id join cell c on c.id = ${row}.cell_id`
const ASKED = '(select value from json_each(:ids))'

const HANDED_IN = ROWS.asOneText(
  '',
  `select ${rowOf('e', 's.quarter')} from submission s join entry e on e.submission_id = s.id ${named('e')}
  where s.partner_id = :partnerId and s.place_id = :placeId and s.quarter < :quarter and s.state in ('submitted', 'approved')
    and e.state = 'reported' and e.indicator_id in ${ASKED}`,
)
const IN_FORCE = `select ${rowOf('f', 'f.quarter')} from fact f ${named('f')}
  where f.indicator_id in ${ASKED} and f.place_id = :placeId and f.partner_id = :partnerId and f.approved_to is null`
const APPROVED = ROWS.asOneText('', `${IN_FORCE} and f.quarter < :quarter and f.state = 'reported'`)

/**
 * The earlier values of a reporter, of each quarter before one; what is handed in comes before what was approved.
 * @param ids indicators asked about
 */
export function earlierEntriesOf(db: Db, reporter: Reporter, quarter: Quarter, ids: readonly number[]): EarlierEntry[] {
  const asked = { ...reporter, quarter, ids: JSON.stringify(ids) }
  const read = (text: string) => ROWS.readText((db.prepared(text).get(asked) as [string])[0])
  return standingBefore(read(HANDED_IN), read(APPROVED))
}

/** The approved values in force of one reporter and quarter, while a correction is being worked on. */
export function inForceOf(db: Db, reporter: Reporter, quarter: Quarter, ids: readonly number[]): Entry[] {
  const asked = { ...reporter, quarter, ids: JSON.stringify(ids) }
  const rows = ROWS.read(db.prepared(`${IN_FORCE} and f.quarter = :quarter`).all(asked))
  return rows.map(({ quarter: _, ...value }) => value)
}
