import type { Db } from '../../../db/connection.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { IndicatorHistory } from '../../indicators/definitions/history.ts'
import { millionthsSql } from '../read/facts-store.ts'
import { boundFor, CELL_COLUMNS, PROVINCE_COLUMNS, provinceSums, REPORTER_COLUMNS, reportersOf } from './rows-store.ts'

/**
 * Brings the tally of one submission up to date with what `write` does to its facts, in the same transaction. Taking away
 * and adding are exact, since sums are whole numbers. Facts that are written otherwise make the tally stale.
 * @param at the instant at which its facts are closed and opened
 */
export function keepingTally(
  db: Db,
  reporter: { placeId: number; partnerId: number; quarter: Quarter },
  indicators: readonly IndicatorHistory[],
  at: number,
  write: () => void,
): void {
  db.prepared('insert into tally_keeping (id) values (1)').run()
  write()
  for (const indicator of indicators) {
    const bound = { ...boundFor(db, indicator, reporter.quarter), ...reporter, at }
    for (const text of UPDATES) db.prepared(text).run(bound)
  }
  db.prepared('delete from tally_keeping').run()
}

const MINE = 'indicator_id = :indicator and quarter = :quarter and place_id = :placeId and partner_id = :partnerId'
const PROVINCE =
  '(select coalesce(p.parent_id, p.place_id) from place_definition p where p.place_id = :placeId and p.known_to is null)'

function addToProvince(sign: '' | '-'): string {
  const added = ['reported', 'stray', 'not_applicable', 'value', 'base', 'product']
  return `insert into tally_province (${PROVINCE_COLUMNS})
    select indicator_id, quarter, ${PROVINCE}, ${provinceSums(sign)} from tally_reporter where ${MINE} group by indicator_id, quarter
    on conflict do update set ${added.map((one) => `${one} = ${one} + excluded.${one}`).join(', ')}`
}

/** What was closed and opened at an instant, taken away from and added to its categories. */
const CHANGE_CELLS = `insert into tally_cell (${CELL_COLUMNS})
  select indicator_id, quarter, ${PROVINCE}, cell_id, sum(sign), sum(sign * value), sum(sign * base), sum(sign * product)
  from (${[
    ['-1', 'approved_to'],
    ['1', 'approved_from'],
  ]
    .map(
      ([sign, changed]) => `select indicator_id, quarter, cell_id, ${sign} as sign, ${millionthsSql('value')} as value,
        ${millionthsSql('base')} as base, iif(:weighted, ${millionthsSql('value * base')}, 0) as product
      from fact where ${MINE} and ${changed} = :at and state = 'reported'`,
    )
    .join(' union all ')})
  where true group by indicator_id, quarter, cell_id
  on conflict do update set ${['reported', 'value', 'base', 'product'].map((one) => `${one} = ${one} + excluded.${one}`).join(', ')}`

const UPDATES = [
  addToProvince('-'),
  `delete from tally_reporter where ${MINE}`,
  `insert into tally_reporter (${REPORTER_COLUMNS}) ${reportersOf('and f.place_id = :placeId and f.partner_id = :partnerId')}`,
  addToProvince(''),
  `delete from tally_province where indicator_id = :indicator and quarter = :quarter and province_id = ${PROVINCE}
    and reported = 0 and not_applicable = 0`,
  CHANGE_CELLS,
  `delete from tally_cell where indicator_id = :indicator and quarter = :quarter and province_id = ${PROVINCE} and reported = 0`,
]
