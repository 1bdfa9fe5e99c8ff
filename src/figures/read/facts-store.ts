import type { Db } from '../../../db/connection.ts'
import { owedSql } from '../../assignments/store.ts'
import type { GivenRow } from './assemble.ts'
import { ALL, type Keyed } from './splits.ts'
import { AT, cellsIn, eachIn, HERE, provincesIn, type Where } from './summary-store.ts'

/** Facts in force at an instant, with or without what is handed in laid over them. */
export type Source = { provisional: boolean; at: number }

/**
 * An indicator and quarters to read: into which run, whether due, under which split (-1: all cells), how, and from where.
 * The tally is read a run at a time; facts a quarter at a time, since quarters differ in what is due and how it is split.
 */
export type Want = [
  indicator: number,
  from: number,
  to: number,
  run: number,
  due: 0 | 1,
  split: number,
  mode: 0 | 1 | 2,
  source: 'facts' | 'reporters' | 'each' | 'provinces' | 'cells',
  firstDay: string,
  lastDay: string,
  weighted: 0 | 1,
]

/** Amounts in whole millionths: sums of them are exact in any order. */
export function millionths(amount: string): string {
  return `coalesce(cast(round((${amount}) * 1e6) as integer), 0)`
}

/**
 * How many cells a value is made of, and its sums; the tally uses the very same.
 * @param weighted SQL that says whether value x base is wanted: only means need it, and of large numbers it has no room
 */
export function cellSums(row: string, weighted: string): string {
  const [value, base] = [`${row}.value`, `${row}.base`]
  return `sum(${row}.state = 'reported') as cells, sum(${millionths(value)}) as value, sum(${millionths(base)}) as base,
    sum(iif(${weighted}, ${millionths(`${value} * ${base}`)}, 0)) as product`
}

/** Everything a question needs, in one statement. */
export function readGiven(db: Db, wants: Want[], where: Where, keyed: Keyed[], source: Source): GivenRow[] {
  const sources = new Set(wants.map((want) => want[7]))
  const facts = sources.has('facts') || source.provisional
  const given = [
    ...(sources.has('facts') ? [factsIn(where, source)] : []),
    ...(sources.has('reporters') ? [reportersIn(where, source)] : []),
    ...(source.provisional ? [entriesIn(where)] : []),
  ]
  const answers = [
    ...(given.length > 0 ? [byUnit(where)] : []),
    ...(sources.has('each') ? [eachIn(where)] : []),
    ...(sources.has('provinces') ? [provincesIn(where, 'provinces', 0)] : []),
    ...(sources.has('cells') ? [provincesIn(where, 'cells', ALL), cellsIn(where)] : []),
  ]
  if (answers.length === 0) return []
  const tables = [
    `want(i, q, q_to, run, due, split, mode, source, first_day, last_day, weighted) as materialized (select ${columns(11)} from json_each(:wants))`,
    `here(place) as materialized (select value from json_each(:here))`,
    `keyed(split, cell, key) as materialized (select ${columns(3)} from json_each(:keyed))`,
    ...(source.provisional ? [HANDED_IN] : []),
    ...(given.length > 0 ? [`given(${GIVEN}) as ${facts ? 'materialized' : ''} (${given.join(' union all ')})`] : []),
  ]
  const here = JSON.stringify(where.places ?? [])
  const bound = { wants: JSON.stringify(wants), here, keyed: JSON.stringify(keyed), at: source.at }
  return db.prepared(`with ${tables.join(', ')} ${answers.join(' union all ')}`).all(bound) as GivenRow[]
}

/** Indicators handed in by a reporter: what is said there comes before what was approved. */
const HANDED_IN = `handed(i, q, place, partner, submission) as materialized (
  select distinct e.indicator_id, s.quarter, s.place_id, s.partner_id, s.id
  from submission s join entry e on e.submission_id = s.id
  where s.state = 'submitted' and s.changed_at <= :at and s.quarter between (select min(q) from want) and (select max(q_to) from want))`

/**
 * One row per value (its cells of one key): where and when, whether it was owed, is it reported, and its sums.
 */
const GIVEN = `i, q, run, mode, place, partner, due, key, reported, cells, value, base, product, provisional`

const KEY = 'coalesce(k.key, 0)'
const OF_KEY = (row: string) =>
  `keyed k on k.split = w.split and k.cell = iif(${row}.state = 'reported', ${row}.cell_id, 0)`
/** Where something is handed in, what was approved stands back. */
const notHanded = (row: string, { provisional }: Source) =>
  provisional
    ? `and not exists (select 1 from handed x where x.i = w.i and x.q = ${row}.quarter
        and x.place = ${row}.place_id and x.partner = ${row}.partner_id)`
    : ''
const owed = (place: string, partner: string, quarter: string) =>
  owedSql({ due: 'w.due', indicator: 'w.i', place, partner, quarter, firstDay: 'w.first_day', lastDay: 'w.last_day' })

function factsIn(where: Where, source: Source): string {
  return `select w.i, w.q, w.run, w.mode, f.place_id, f.partner_id, ${owed('f.place_id', 'f.partner_id', 'w.q')},
      ${KEY}, max(f.state = 'reported'), ${cellSums('f', 'w.weighted')}, 0
    from want w ${HERE(where)}
    cross join fact f on f.indicator_id = w.i and f.quarter = w.q ${AT(where, 'f.place_id')}
    left join ${OF_KEY('f')}
    where w.source = 'facts' and f.approved_from <= :at and (f.approved_to is null or f.approved_to > :at)
      and (w.split < 0 or k.key is not null) ${notHanded('f', source)}
    group by w.i, w.q, f.place_id, f.partner_id, ${KEY}`
}

function reportersIn(where: Where, source: Source): string {
  return `select w.i, t.quarter, w.run, w.mode, t.place_id, t.partner_id, t.due,
      0, t.state = 'reported', t.cells, t.value, t.base, t.product, 0
    from want w ${HERE(where)}
    cross join tally_reporter t on t.indicator_id = w.i and t.quarter between w.q and w.q_to ${AT(where, 't.place_id')}
    where w.source = 'reporters' ${notHanded('t', source)}`
}

function entriesIn({ places }: Where): string {
  return `select w.i, x.q, w.run, w.mode, x.place, x.partner, ${owed('x.place', 'x.partner', 'x.q')},
      ${KEY}, max(e.state = 'reported'), ${cellSums('e', 'w.weighted')}, 1
    from handed x join want w on w.i = x.i and x.q between w.q and w.q_to
    cross join entry e on e.submission_id = x.submission and e.indicator_id = x.i
    left join ${OF_KEY('e')}
    where e.state <> 'not reported' and (w.split < 0 or k.key is not null)
      ${places === null ? '' : 'and x.place in (select place from here)'}
    group by w.i, x.q, x.place, x.partner, ${KEY}`
}

/** Pools the reporters of a place where both rules sum (mode 0); else keeps them apart (1), or only their latest quarter (2). */
function byUnit({ byProvince }: Where): string {
  const pool = byProvince ? 'coalesce((select parent_id from place where place.id = given.place), place)' : 'place'
  return `select i, iif(mode = 0, ${pool}, place) as p, iif(mode = 0, 0, partner) as r, run, key,
      sum(reported), sum(reported and not due), sum(not reported and due), max(iif(reported, q, null)),
      iif(mode = 2, value, sum(value)), iif(mode = 2, base, sum(base)), iif(mode = 2, product, sum(product)),
      cells, iif(mode = 2, provisional, sum(provisional) > 0), 0
    from given group by i, p, r, run, key`
}

function columns(n: number): string {
  return Array.from({ length: n }, (_, i) => `value ->> ${i}`).join(', ')
}
