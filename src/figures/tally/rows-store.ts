import type { Db } from '../../../db/connection.ts'
import { owedSql } from '../../assignments/store.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { datesOf } from '../../calendar/span.ts'
import { cells } from '../../indicators/cell-store.ts'
import { definitionIn, dueUnder, type IndicatorHistory, lastDefinition } from '../../indicators/definitions/history.ts'
import { isWeighted } from '../../indicators/measure.ts'
import { cellSums } from '../read/facts-store.ts'
import { inTotal } from '../split.ts'

/*
 * The rows of the tally as the facts in force say they should be: parts of the statements that make it, keep it and prove it.
 */

export const REPORTER_COLUMNS = 'indicator_id, place_id, partner_id, quarter, state, due, cells, value, base, product'
export const PROVINCE_COLUMNS =
  'indicator_id, quarter, province_id, reported, stray, not_applicable, value, base, product'
export const CELL_COLUMNS = 'indicator_id, quarter, province_id, cell_id, reported, value, base, product'

const OWED = owedSql({
  due: ':due',
  indicator: ':indicator',
  place: 'place',
  partner: 'partner',
  quarter: ':quarter',
  firstDay: ':first',
  lastDay: ':last',
})

/** Rows of tally_reporter as the facts in force say. */
export function reportersOf(only: string): string {
  return `select :indicator, place, partner, :quarter, iif(reported, 'reported', 'not applicable'),
      ${OWED}, cells, value, base, product
    from (select f.place_id as place, f.partner_id as partner, max(f.state = 'reported') as reported, ${cellSums('f', ':weighted')}
      from fact f
      where f.indicator_id = :indicator and f.quarter = :quarter ${only} and f.approved_to is null
        and (f.state <> 'reported' or f.cell_id not in (select value from json_each(:extra)))
      group by f.place_id, f.partner_id)`
}

/** Rows of tally_province from rows of reporters; places deeper than a commune in a province are not read from it. */
export function provincesOf(table: string): string {
  return `select t.indicator_id, t.quarter, coalesce(p.parent_id, p.place_id), ${provinceSums('')}
    from ${table} t join place_definition p on p.place_id = t.place_id and p.known_to is null
    where t.indicator_id = :indicator and t.quarter = :quarter
    group by coalesce(p.parent_id, p.place_id) having sum(t.state = 'reported' or t.due) > 0`
}

/** Rows of tally_cell as the facts in force say. */
export const CELLS = `select f.indicator_id, f.quarter, coalesce(p.parent_id, p.place_id), f.cell_id, ${cellSums('f', ':weighted')}
  from fact f join place_definition p on p.place_id = f.place_id and p.known_to is null
  where f.indicator_id = :indicator and f.quarter = :quarter and f.approved_to is null and f.state = 'reported'
  group by coalesce(p.parent_id, p.place_id), f.cell_id`

/** Sums of rows of reporters, or the same to be taken away. */
export function provinceSums(sign: '' | '-'): string {
  return [
    `state = 'reported'`,
    `state = 'reported' and not due`,
    `state <> 'reported' and due`,
    'value',
    'base',
    'product',
  ]
    .map((one) => `${sign}sum(${one})`)
    .join(', ')
}

/** What the statements need to know of an indicator and a quarter: under the definition of that quarter. */
export function boundFor(db: Db, history: IndicatorHistory, quarter: Quarter) {
  const indicator = definitionIn(history, quarter) ?? lastDefinition(history)
  const { first, last } = datesOf({ from: quarter, to: quarter })
  const extra = indicator.schemes.every((scheme) => scheme.kind === 'primary')
    ? []
    : [...cells(db).values()].filter(({ categories }) => !inTotal(indicator, quarter, categories))
  return {
    indicator: indicator.id,
    quarter,
    due: dueUnder(history, quarter) ? 1 : 0,
    weighted: isWeighted(indicator.measure) ? 1 : 0,
    first,
    last,
    extra: JSON.stringify(extra.map((cell) => cell.id)),
  }
}
