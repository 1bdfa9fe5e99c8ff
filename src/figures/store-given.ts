import type { Statement } from 'better-sqlite3'
import type { Db } from '../../db/open.ts'
import type { GivenRow } from './lay.ts'
import type { Keyed } from './splits.ts'

/** Where values are read: facts, facts with what is handed in laid over them, or the tally of the facts in force now. */
export type Source = { provisional: boolean; at: number }

/** An indicator and quarter to read: into which run, whether due, under which split, and how. */
export type Want = [
  indicator: number,
  quarter: number,
  run: number,
  due: 0 | 1,
  split: number,
  mode: 0 | 1 | 2,
  from: 'facts' | 'reporters' | 'provinces',
]
/** A place to read, into which bucket, and the quarters in which it exists. */
export type Here = [place: number, bucket: number, first: number, last: number]
const millionths = (amount: string) => `coalesce(sum(cast(round((${amount}) * 1e6) as integer)), 0)`

/** How many cells a value is made of, and its sums in whole millionths; the tally uses the very same. */
export function cellSums(row: string): string {
  const [value, base] = [`${row}.value`, `${row}.base`]
  return `sum(${row}.state = 'reported'), ${millionths(value)}, ${millionths(base)}, ${millionths(`${value} * ${base}`)}`
}

/** Everything a question needs, in one statement. */
export function readGiven(db: Db, wants: Want[], here: Here[], keyed: Keyed[], source: Source): GivenRow[] {
  const sources = new Set(wants.map((want) => want[6]))
  const given = [
    ...(sources.has('facts') ? [FACTS] : []),
    ...(sources.has('reporters') ? [REPORTERS] : []),
    ...(source.provisional ? [ENTRIES] : []),
  ]
  const answers = [...(given.length > 0 ? [BY_UNIT] : []), ...(sources.has('provinces') ? [BY_PROVINCE] : [])]
  if (answers.length === 0) return []
  const tables = [
    `want(i, q, run, due, split, mode, source) as materialized (select ${columns(7)} from json_each(:wants))`,
    `here(place, bucket, first, last) as materialized (select ${columns(4)} from json_each(:here))`,
    `keyed(split, cell, key) as materialized (select ${columns(3)} from json_each(:keyed))`,
    source.provisional ? HANDED_IN : NOTHING_HANDED_IN,
    ...(given.length > 0 ? [`given(${GIVEN}) as (${given.join(' union all ')})`] : []),
  ]
  const bound = {
    wants: JSON.stringify(wants),
    here: JSON.stringify(here),
    keyed: JSON.stringify(keyed),
    at: source.at,
  }
  return prepared(db, `with ${tables.join(', ')} ${answers.join(' union all ')}`).all(bound) as GivenRow[]
}

/** Reporters whose submission is handed in: what it says of an indicator comes before what was approved. */
const HANDED_IN = `handed(i, q, place, partner) as materialized (
  select distinct e.indicator_id, s.quarter, s.place_id, s.partner_id
  from submission s join entry e on e.submission_id = s.id where s.state = 'submitted' and s.changed_at <= :at)`
const NOTHING_HANDED_IN = `handed(i, q, place, partner) as (select 0, 0, 0, 0 where :at is null)`

/** One row per value (its cells of one key): is it reported, was it asked for (null: to be looked up), and its sums. */
const GIVEN =
  'i, q, run, mode, bucket, first, last, place, partner, due, asked, key, reported, cells, value, base, product, provisional'

const FROM_WANT = 'w.i, w.q, w.run, w.mode, h.bucket, h.first, h.last'
const KEY = 'coalesce(k.key, 0)'
const OF_KEY = (row: string) =>
  `keyed k on k.split = w.split and k.cell = iif(${row}.state = 'reported', ${row}.cell_id, 0)`
const NOT_HANDED = (row: string) =>
  `not exists (select 1 from handed x where x.i = w.i and x.q = w.q and x.place = ${row}.place_id and x.partner = ${row}.partner_id)`

const FACTS = `select ${FROM_WANT}, f.place_id, f.partner_id, w.due, null,
    ${KEY}, max(f.state = 'reported'), ${cellSums('f')}, 0
  from want w cross join fact f on f.indicator_id = w.i and f.quarter = w.q
  join here h on h.place = f.place_id
  left join ${OF_KEY('f')}
  where w.source = 'facts' and f.approved_from <= :at and (f.approved_to is null or f.approved_to > :at)
    and (w.split < 0 or k.key is not null) and ${NOT_HANDED('f')}
  group by w.i, w.q, f.place_id, f.partner_id, ${KEY}`

const REPORTERS = `select ${FROM_WANT}, t.place_id, t.partner_id, w.due, t.due,
    0, t.state = 'reported', t.cells, t.value, t.base, t.product, 0
  from (select distinct i from want where source = 'reporters') x cross join tally_reporter t on t.indicator_id = x.i
  join want w on w.i = t.indicator_id and w.q = t.quarter
  join here h on h.place = t.place_id
  where ${NOT_HANDED('t')}`

const ENTRIES = `select ${FROM_WANT}, s.place_id, s.partner_id, w.due, null,
    ${KEY}, max(e.state = 'reported'), ${cellSums('e')}, 1
  from submission s join entry e on e.submission_id = s.id
  join want w on w.i = e.indicator_id and w.q = s.quarter
  join here h on h.place = s.place_id
  left join ${OF_KEY('e')}
  where s.state = 'submitted' and s.changed_at <= :at and e.state <> 'not reported' and (w.split < 0 or k.key is not null)
  group by w.i, w.q, s.place_id, s.partner_id, ${KEY}`

/** Whether somebody was asked: the indicator is due, the place exists, and there is an assignment. */
const WAS_ASKED = `due and first <= q and last >= q and exists (select 1 from assignment a
  where a.indicator_id = i and a.place_id = place and a.partner_id = partner
    and a.from_quarter <= q and (a.to_quarter is null or a.to_quarter >= q))`

/** Pools reporters of a bucket where both rules sum (mode 0); else keeps them apart (1), or only their latest quarter (2). */
const BY_UNIT = `select i, bucket, iif(mode = 0, 0, place) as p, iif(mode = 0, 0, partner) as r, run, key,
    sum(reported), sum(reported and not asked), sum(not reported and asked), max(iif(reported, q, null)),
    iif(mode = 2, value, sum(value)), iif(mode = 2, base, sum(base)), iif(mode = 2, product, sum(product)),
    cells, iif(mode = 2, provisional, sum(provisional) > 0)
  from (select i, q, run, mode, bucket, place, partner, key, reported, cells, value, base, product, provisional,
      coalesce(asked, ${WAS_ASKED}) as asked from given)
  group by i, bucket, p, r, run, key`

const BY_PROVINCE = `select w.i, h.bucket, 0, 0, w.run, 0, sum(t.reported), sum(t.stray), sum(t.not_applicable), null,
    sum(t.value), sum(t.base), sum(t.product), 0, 0
  from want w cross join tally_province t on t.indicator_id = w.i and t.quarter = w.q
  join here h on h.place = t.province_id
  where w.source = 'provinces'
  group by w.i, h.bucket, w.run`

function columns(n: number): string {
  return Array.from({ length: n }, (_, i) => `value ->> ${i}`).join(', ')
}

const statements = new WeakMap<Db, Map<string, Statement>>()

/** Statements are prepared once per database: the text of a question depends on its shape alone. */
export function prepared(db: Db, text: string): Statement {
  const known = statements.get(db) ?? new Map<string, Statement>()
  statements.set(db, known)
  const statement = known.get(text) ?? prepare(db, text)
  known.set(text, statement)
  return statement
}

function prepare(db: Db, text: string): Statement {
  const statement = db.$client.prepare(text)
  return statement.reader ? statement.raw() : statement
}
