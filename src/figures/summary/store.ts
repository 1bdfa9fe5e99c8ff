import type { Db } from '../../../db/connection.ts'
import { owedSql } from '../../assignments/store.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { datesOf, quartersIn } from '../../calendar/span.ts'
import { isDueIn } from '../../indicators/frequency.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { isWeighted } from '../../indicators/measure.ts'
import { cells, indicatorsAsAt } from '../../indicators/store.ts'
import { cellSums, millionths } from '../read/facts-store.ts'
import { inTotal } from '../split.ts'

/** Indicators whose tally may differ from the facts and is not read. */
export function staleTallies(db: Db): Set<number> {
  const rows = db.prepared('select indicator_id from tally_stale').all() as [number][]
  return new Set(rows.map(([id]) => id))
}

/** Makes the stale tallies anew; to be called after the framework has changed, and at start. @returns how many */
export function freshenTally(db: Db): number {
  const stale = [...staleTallies(db)]
  for (const id of stale) rebuild(db, id)
  return stale.length
}

/** Makes every tally anew from the facts. */
export function rebuildTally(db: Db): void {
  for (const { id } of indicatorsAsAt(db)) rebuild(db, id)
}

type Table = 'reporters' | 'provinces' | 'cells'
export type TallyDifference = { indicator: string; table: Table; rows: number }

/** Proves that the tallies that are read say what the facts say: each row is made anew. An empty list is the proof. */
export function auditTally(db: Db): TallyDifference[] {
  const stale = staleTallies(db)
  return indicatorsAsAt(db).flatMap((indicator) => {
    if (stale.has(indicator.id)) return []
    const quarters = quartersOf(db, indicator.id)
    return (['reporters', 'provinces', 'cells'] as const).flatMap((table) => {
      const rows = quarters.reduce((sum, quarter) => sum + differing(db, table, boundFor(db, indicator, quarter)), 0)
      return rows === 0 ? [] : [{ indicator: indicator.code, table, rows }]
    })
  })
}

/**
 * Brings the tally of one submission up to date; called in the transaction that writes its facts. Taking away and adding
 * are exact, since sums are whole numbers.
 * @param at the instant at which its facts were closed and opened
 */
export function keepTally(
  db: Db,
  submission: { placeId: number; partnerId: number; quarter: Quarter },
  indicators: readonly DefinedIndicator[],
  at: number,
): void {
  for (const indicator of indicators) {
    const bound = { ...boundFor(db, indicator, submission.quarter), ...submission, at }
    for (const text of KEEP) db.prepared(text).run(bound)
  }
}

function rebuild(db: Db, id: number): void {
  db.tx(() => {
    for (const table of ['tally_reporter', 'tally_province', 'tally_cell', 'tally_stale'])
      db.prepared(`delete from ${table} where indicator_id = :id`).run({ id })
    const indicator = indicatorsAsAt(db).find((one) => one.id === id)
    if (!indicator) return
    for (const quarter of quartersOf(db, id)) {
      const bound = boundFor(db, indicator, quarter)
      db.prepared(`insert into tally_reporter (${REPORTER_COLUMNS}) ${reportersOf('')}`).run(bound)
      db.prepared(`insert into tally_province (${PROVINCE_COLUMNS}) ${provincesOf('tally_reporter')}`).run(bound)
      db.prepared(`insert into tally_cell (${CELL_COLUMNS}) ${CELLS}`).run(bound)
    }
  })
}

/** Quarters an indicator has facts or a tally of, without holes. */
function quartersOf(db: Db, id: number): Quarter[] {
  const ends = ['fact', 'tally_reporter', 'tally_province', 'tally_cell'].map((table) => {
    const end = (which: 'min' | 'max') => `(select ${which}(quarter) from ${table} where indicator_id = :id)`
    return db.prepared(`select ${end('min')}, ${end('max')}`).get({ id }) as [number | null, number | null]
  })
  const known = ends.flat().filter((quarter) => quarter !== null)
  return known.length === 0 ? [] : quartersIn({ from: Math.min(...known), to: Math.max(...known) })
}

/** What the statements below need to know of an indicator and a quarter. */
function boundFor(db: Db, indicator: DefinedIndicator, quarter: Quarter) {
  const { first, last } = datesOf({ from: quarter, to: quarter })
  const extra = indicator.schemes.every((scheme) => scheme.kind === 'primary')
    ? []
    : [...cells(db).values()].filter(({ categories }) => !inTotal(indicator, quarter, categories))
  return {
    indicator: indicator.id,
    quarter,
    due: isDueIn(indicator.frequency, quarter, indicator.rounds) ? 1 : 0,
    weighted: isWeighted(indicator.measure) ? 1 : 0,
    first,
    last,
    extra: JSON.stringify(extra.map((cell) => cell.id)),
  }
}

const REPORTER_COLUMNS = 'indicator_id, place_id, partner_id, quarter, state, due, cells, value, base, product'
const PROVINCE_COLUMNS = 'indicator_id, quarter, province_id, reported, stray, not_applicable, value, base, product'

const CELL_COLUMNS = 'indicator_id, quarter, province_id, cell_id, reported, value, base, product'

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
function reportersOf(only: string): string {
  return `select :indicator, place, partner, :quarter, iif(reported, 'reported', 'not applicable'),
      ${OWED}, cells, value, base, product
    from (select f.place_id as place, f.partner_id as partner, max(f.state = 'reported') as reported, ${cellSums('f', ':weighted')}
      from fact f
      where f.indicator_id = :indicator and f.quarter = :quarter ${only} and f.approved_to is null
        and (f.state <> 'reported' or f.cell_id not in (select value from json_each(:extra)))
      group by f.place_id, f.partner_id)`
}

/** Rows of tally_province from rows of reporters; places deeper than a commune in a province are not read from it. */
function provincesOf(table: string): string {
  return `select t.indicator_id, t.quarter, coalesce(p.parent_id, p.id), ${sums('')}
    from ${table} t join place p on p.id = t.place_id
    where t.indicator_id = :indicator and t.quarter = :quarter
    group by coalesce(p.parent_id, p.id) having sum(t.state = 'reported' or t.due) > 0`
}

/** Rows of tally_cell as the facts in force say. */
const CELLS = `select f.indicator_id, f.quarter, coalesce(p.parent_id, p.id), f.cell_id, ${cellSums('f', ':weighted')}
  from fact f join place p on p.id = f.place_id
  where f.indicator_id = :indicator and f.quarter = :quarter and f.approved_to is null and f.state = 'reported'
  group by coalesce(p.parent_id, p.id), f.cell_id`

function sums(sign: '' | '-'): string {
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

/** How many rows of a quarter are in only one of the tally and what it should be. */
function differing(db: Db, table: Table, bound: object): number {
  const mine = 'where indicator_id = :indicator and quarter = :quarter'
  const [made, kept] = {
    reporters: [`select ${REPORTER_COLUMNS} from made`, `select ${REPORTER_COLUMNS} from tally_reporter ${mine}`],
    provinces: [provincesOf('made'), `select ${PROVINCE_COLUMNS} from tally_province ${mine}`],
    cells: [`select * from (${CELLS})`, `select ${CELL_COLUMNS} from tally_cell ${mine}`],
  }[table]
  const text = `with made(${REPORTER_COLUMNS}) as materialized (${reportersOf('')})
    select (select count(*) from (${made} except ${kept})) + (select count(*) from (${kept} except ${made}))`
  const [rows] = db.prepared(text).get(bound) as [number]
  return rows
}

const MINE = 'indicator_id = :indicator and quarter = :quarter and place_id = :placeId and partner_id = :partnerId'
const PROVINCE = '(select coalesce(p.parent_id, p.id) from place p where p.id = :placeId)'

function addToProvince(sign: '' | '-'): string {
  const added = ['reported', 'stray', 'not_applicable', 'value', 'base', 'product']
  return `insert into tally_province (${PROVINCE_COLUMNS})
    select indicator_id, quarter, ${PROVINCE}, ${sums(sign)} from tally_reporter where ${MINE} group by indicator_id, quarter
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
      ([sign, changed]) => `select indicator_id, quarter, cell_id, ${sign} as sign, ${millionths('value')} as value,
        ${millionths('base')} as base, iif(:weighted, ${millionths('value * base')}, 0) as product
      from fact where ${MINE} and ${changed} = :at and state = 'reported'`,
    )
    .join(' union all ')})
  where true group by indicator_id, quarter, cell_id
  on conflict do update set ${['reported', 'value', 'base', 'product'].map((one) => `${one} = ${one} + excluded.${one}`).join(', ')}`

const KEEP = [
  addToProvince('-'),
  `delete from tally_reporter where ${MINE}`,
  `insert into tally_reporter (${REPORTER_COLUMNS}) ${reportersOf('and f.place_id = :placeId and f.partner_id = :partnerId')}`,
  addToProvince(''),
  `delete from tally_province where indicator_id = :indicator and quarter = :quarter and province_id = ${PROVINCE}
    and reported = 0 and not_applicable = 0`,
  CHANGE_CELLS,
  `delete from tally_cell where indicator_id = :indicator and quarter = :quarter and province_id = ${PROVINCE} and reported = 0`,
]
