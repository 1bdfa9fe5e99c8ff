import { columnsOf } from '../../../db/columns.ts'
import type { Db } from '../../../db/connection.ts'
import { owedSql } from '../../assignments/store.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { RunRow } from './assemble.ts'
import { ALL, type Keyed } from './splits.ts'
import { AMONG, AT, cellsIn, eachIn, HERE, MODES, overRun, provinceSumsSql, RUNS, type Where } from './tally-store.ts'

/** Facts in force at an instant, with or without what is handed in laid over them. */
export type Source = {
  provisional: boolean
  at: number
  /** The instant as at which it is known who owes what. */
  known: number
}

/** Later than every instant: what is known now. */
export const NOW_KNOWN = Number.MAX_SAFE_INTEGER

/**
 * An indicator and quarters to read: into which run, under which split (-1: all cells), how, and from where. The tally is
 * read a run at a time; facts a quarter at a time, since quarters differ in what is due and how it is split.
 */
export type Wanted = {
  indicator: number
  quarter: Quarter
  upTo: Quarter
  /** First quarter of the run. */
  run: Quarter
  /** Whether the indicator is due in the quarter. */
  due: 0 | 1
  split: number
  mode: (typeof MODES)[keyof typeof MODES]
  source: 'facts' | 'reporters' | 'each' | 'provinces' | 'cells'
  firstDay: string
  lastDay: string
  /** Whether value x base is wanted. */
  weighted: 0 | 1
}

const WANTED = columnsOf<Wanted>()([
  'indicator',
  'quarter',
  'upTo',
  'run',
  'due',
  'split',
  'mode',
  'source',
  'firstDay',
  'lastDay',
  'weighted',
])
const KEYED = columnsOf<Keyed>()(['split', 'cell', 'key'])

/** Amounts in whole millionths: sums of them are exact in any order. */
export function millionthsSql(amount: string): string {
  return `coalesce(cast(round((${amount}) * 1e6) as integer), 0)`
}

/**
 * How many cells a value is made of, and its sums; the tally uses the very same.
 * @param weighted SQL that says whether value x base is wanted: only means need it, and of large numbers it has no room
 */
export function cellSums(row: string, weighted: string): string {
  const [value, base] = [`${row}.value`, `${row}.base`]
  return `sum(${row}.state = 'reported') as cells, sum(${millionthsSql(value)}) as value, sum(${millionthsSql(base)}) as base,
    sum(iif(${weighted}, ${millionthsSql(`${value} * ${base}`)}, 0)) as product`
}

/** What is to be read, as one statement and what is bound to it; a null text reads nothing. */
export type ReadRequest = { text: string | null; bound: { wanted: string; here: string; keyed: string } }

/** Everything a question needs, in one statement; it can be kept and read again. */
export function requestFor(
  wanted: Wanted[],
  where: Where,
  keyed: Keyed[],
  source: Pick<Source, 'provisional'>,
): ReadRequest {
  const here = JSON.stringify(where.places ?? [])
  const sources = new Set(wanted.map((want) => want.source))
  return {
    text: statementOf(sources, where, source),
    bound: { wanted: WANTED.toJson(wanted), here, keyed: KEYED.toJson(keyed) },
  }
}

export function readRuns(db: Db, { text, bound }: ReadRequest, { at, known }: Omit<Source, 'provisional'>): RunRow[] {
  if (text === null) return []
  const [rows] = db.prepared(text).get({ ...bound, at, known }) as [string]
  return RUNS.readText(rows)
}

function statementOf(
  sources: ReadonlySet<Wanted['source']>,
  where: Where,
  source: Pick<Source, 'provisional'>,
): string | null {
  const facts = sources.has('facts') || source.provisional
  const given = [
    ...(sources.has('facts') ? [factsIn(where, source)] : []),
    ...(sources.has('reporters') ? [reportersIn(where, source)] : []),
    ...(source.provisional ? [entriesIn(where)] : []),
  ]
  const answers = [
    ...(given.length > 0 ? [byReporter(where)] : []),
    ...(sources.has('each') ? [eachIn(where)] : []),
    ...(sources.has('provinces') ? [provinceSumsSql(where, 'provinces', 0)] : []),
    ...(sources.has('cells') ? [provinceSumsSql(where, 'cells', ALL), cellsIn(where)] : []),
  ]
  if (answers.length === 0) return null
  const tables = [
    WANTED.table('want', ':wanted'),
    `here(place) as materialized (select value from json_each(:here))`,
    KEYED.table('keyed', ':keyed'),
    ...(source.provisional ? [HANDED_IN] : []),
    ...(given.length > 0 ? [`given(${GIVEN}) as ${facts ? 'materialized' : ''} (${given.join(' union all ')})`] : []),
  ]
  return RUNS.asOneText(`with ${tables.join(', ')}`, answers.join(' union all '))
}

/** Indicators handed in by a reporter: what is said there comes before what was approved. */
const HANDED_IN = `handed(indicator, quarter, place, partner, submission) as materialized (
  select distinct e.indicator_id, s.quarter, s.place_id, s.partner_id, s.id
  from submission s join entry e on e.submission_id = s.id
  where s.state = 'submitted' and s.changed_at <= :at and s.quarter between (select min(quarter) from want) and (select max(upTo) from want))`

/**
 * One row per value (its cells of one key): where and when, whether it was owed, is it reported, and its sums.
 */
const GIVEN = `indicator, quarter, run, mode, place, partner, due, key, reported, cells, value, base, product, provisional`

const KEY = 'coalesce(k.key, 0)'
const OF_KEY = (row: string) =>
  `keyed k on k.split = w.split and k.cell = iif(${row}.state = 'reported', ${row}.cell_id, 0)`
/** Where something is handed in, what was approved stands back. */
const notHanded = (row: string, { provisional }: Pick<Source, 'provisional'>) =>
  provisional
    ? `and not exists (select 1 from handed x where x.indicator = w.indicator and x.quarter = ${row}.quarter
        and x.place = ${row}.place_id and x.partner = ${row}.partner_id)`
    : ''
const owed = (place: string, partner: string, quarter: string) =>
  owedSql({
    due: 'w.due',
    indicator: 'w.indicator',
    place,
    partner,
    quarter,
    firstDay: 'w.firstDay',
    lastDay: 'w.lastDay',
    asAt: ':known',
  })

function factsIn(where: Where, source: Pick<Source, 'provisional'>): string {
  return `select w.indicator, w.quarter, w.run, w.mode, f.place_id, f.partner_id, ${owed('f.place_id', 'f.partner_id', 'w.quarter')},
      ${KEY}, max(f.state = 'reported'), ${cellSums('f', 'w.weighted')}, 0
    from want w ${HERE(where)}
    cross join fact f on f.indicator_id = w.indicator and f.quarter = w.quarter ${AT(where, 'f.place_id')}
    left join ${OF_KEY('f')}
    where w.source = 'facts' and f.approved_from <= :at and (f.approved_to is null or f.approved_to > :at)
      and (w.split < 0 or k.key is not null) ${notHanded('f', source)}
    group by w.indicator, w.quarter, f.place_id, f.partner_id, ${KEY}`
}

function reportersIn(where: Where, source: Pick<Source, 'provisional'>): string {
  return `select w.indicator, t.quarter, w.run, w.mode, t.place_id, t.partner_id, t.due,
      0, t.state = 'reported', t.cells, t.value, t.base, t.product, 0
    from want w
    cross join tally_reporter t on t.indicator_id = w.indicator and t.quarter between w.quarter and w.upTo ${AMONG(where, 't.place_id')}
    where w.source = 'reporters' ${notHanded('t', source)}`
}

function entriesIn({ places }: Where): string {
  return `select w.indicator, x.quarter, w.run, w.mode, x.place, x.partner, ${owed('x.place', 'x.partner', 'x.quarter')},
      ${KEY}, max(e.state = 'reported'), ${cellSums('e', 'w.weighted')}, 1
    from handed x join want w on w.indicator = x.indicator and x.quarter between w.quarter and w.upTo
    cross join entry e on e.submission_id = x.submission and e.indicator_id = x.indicator
    left join ${OF_KEY('e')}
    where e.state <> 'not reported' and (w.split < 0 or k.key is not null)
      ${places === null ? '' : 'and x.place in (select place from here)'}
    group by w.indicator, x.quarter, x.place, x.partner, ${KEY}`
}

/** Pools the reporters of a place where both rules sum; else keeps them apart, or only their latest quarter. */
function byReporter({ byProvince }: Where): string {
  const pool = byProvince
    ? 'coalesce((select parent_id from place_definition where place_id = given.place and known_to is null), place)'
    : 'place'
  const isPooled = `mode = ${MODES.pooled}`
  const columns = RUNS.select({
    indicator: 'indicator',
    place: `iif(${isPooled}, ${pool}, place) as p`,
    partner: `iif(${isPooled}, 0, partner) as r`,
    from: 'run',
    key: 'key',
    reported: 'sum(reported)',
    stray: 'sum(reported and not due)',
    notApplicable: 'sum(not reported and due)',
    latest: 'max(iif(reported, quarter, null))',
    ...overRun('mode', ''),
    cells: 'cells',
    provisional: `iif(mode = ${MODES.latest}, provisional, sum(provisional) > 0)`,
    unsure: '0',
  })
  return `select ${columns} from given group by indicator, p, r, run, key`
}
