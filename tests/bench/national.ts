import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../../db/connection.ts'
import { open } from '../../db/open.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { root } from '../../src/config/root.ts'
import { freshenTally } from '../../src/figures/summary/store.ts'

export type Size = { provinces: number; communes: number; indicators: number; quarters: number }
export const NATIONAL: Size = { provinces: 34, communes: 3321, indicators: 40, quarters: 20 }
export const FIRST = quarterOf(2020, 1)

/** Of 40: what a framework is made of. */
const RULES = [
  ...Array.from({ length: 26 }, () => ['count', 'sum', 'sum']),
  ...Array.from({ length: 4 }, () => ['ratio', 'sum', 'sum']),
  ...Array.from({ length: 2 }, () => ['mean', 'sum', 'sum']),
  ...Array.from({ length: 6 }, () => ['count', 'sum', 'latest']),
  ...Array.from({ length: 2 }, () => ['count', 'none', 'sum']),
]
const SEXES = ['female', 'male', 'not-recorded']
const AGES = ['0-15', '16-17', '18-plus', 'not-recorded']

export type Loaded = { db: Db; file: string; values: number; loading: number; tallying: number; bytes: number }

/** Every commune reports every indicator by sex and age every quarter: made-up values, loaded in the order of the key. */
export function generate(file: string, size: Size): Loaded {
  const db = open(file, join(root, 'db/migrations'))
  db.$client.pragma('synchronous = OFF')
  const start = performance.now()
  db.$client.transaction(() => {
    framework(db, size)
    db.$client.exec('insert into tally_keeping values (1)')
    db.$client.prepare(FACTS).run(...[FIRST, FIRST + size.quarters - 1])
    db.$client.exec('delete from tally_keeping')
  })()
  const loading = performance.now() - start
  const before = performance.now()
  db.$client.exec('insert into tally_stale select id from indicator')
  freshenTally(db)
  const tallying = performance.now() - before
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  db.$client.pragma('synchronous = FULL')
  const values = size.communes * size.indicators * size.quarters * SEXES.length * AGES.length
  return { db, file, values, loading, tallying, bytes: statSync(file).size }
}

/** Values between 0 and 6 for commune, indicator, quarter and cell; the tally is made afterwards in one go. */
const FACTS = `with recursive quarters(quarter) as (values (?) union all select quarter + 1 from quarters where quarter < ?)
  insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value, base)
  select i.id, q.quarter, p.id, p.id, c.id, 1, 'reported',
    (i.id * 7 + q.quarter * 13 + p.id * 31 + c.id * 3) % 7,
    iif(d.measure = 'count', null, 6 + (p.id + c.id) % 5)
  from indicator i join indicator_definition d on d.indicator_id = i.id
  cross join quarters q
  cross join place p cross join cell c
  where p.level = 'commune' and c.id > 1`

function framework(db: Db, size: Size): void {
  const run = (text: string, ...bound: unknown[]) => Number(db.$client.prepare(text).run(...bound).lastInsertRowid)
  run(
    `insert into project (id, code, name_vi, name_en, donor_vi, donor_en, first_quarter, last_quarter, illustrative)
     values (1, 'N', '', '', '', '', ?, ?, 1)`,
    ...[FIRST, FIRST + size.quarters - 1],
  )
  run(`insert into result (id, code, level, statement_vi, statement_en, position) values (1, 'R', 'output', '', '', 1)`)
  breakdowns(run)
  for (let i = 1; i <= size.indicators; i++) indicator(run, i)
  const addPlace = (id: number, parent: number | null) =>
    run(
      `insert into place (id, slug, code, level, parent_id, name_vi, name_en, valid_from, position) values (?, ?, ?, ?, ?, '', '', '1990-01-01', ?)`,
      ...[id, `place-${id}`, `${id}`, parent === null ? 'province' : 'commune', parent, id],
    )
  for (let i = 1; i <= size.provinces; i++) addPlace(i, null)
  for (let i = 1; i <= size.communes; i++) {
    const id = size.provinces + i
    addPlace(id, 1 + (i % size.provinces))
    run('insert into partner (id, slug, position) values (?, ?, ?)', id, `partner-${id}`, id)
    run(`insert into partner_name values (?, '2000-01-01', null, 'womens union', '', '')`, id)
  }
  run(
    `insert into assignment (indicator_id, place_id, partner_id, from_quarter)
     select i.id, p.id, p.id, ? from indicator i, place p where p.level = 'commune'`,
    FIRST,
  )
}

type Run = (text: string, ...bound: unknown[]) => number

function breakdowns(run: Run): void {
  run(`insert into breakdown values (1, 'sex', '', '', 1), (2, 'age', '', '', 2)`)
  for (const [i, code] of SEXES.entries()) run(`insert into category values (?, 1, ?, '', '', ?)`, i + 1, code, i)
  for (const [i, code] of AGES.entries()) run(`insert into category values (?, 2, ?, '', '', ?)`, i + 11, code, i)
  for (const [s, sex] of SEXES.entries())
    for (const [a, age] of AGES.entries()) {
      const cell = run('insert into cell (key) values (?)', `age=${age}|sex=${sex}`)
      run('insert into cell_category values (?, 1, ?), (?, 2, ?)', cell, s + 1, cell, a + 11)
    }
}

function indicator(run: Run, i: number): void {
  run('insert into indicator values (?, ?, 1, ?)', i, `N${i}`, i)
  const [measure, overPlaces, overTime] = RULES[(i - 1) % RULES.length]!
  run(
    `insert into indicator_definition (indicator_id, valid_from, name_vi, name_en, definition_vi, definition_en,
       counting_unit_vi, counting_unit_en, measure, over_places, over_time, disjoint_reporters, direction, sensitivity,
       frequency, scale, decimals, means_vi, means_en, responsible_vi, responsible_en, sdg, gcm)
     values (?, 0, '', '', '', '', '', '', ?, ?, ?, 0, 'higher', 0, 'quarterly', 1, 0, '', '', '', '', '', '')`,
    ...[i, measure, overPlaces, overTime],
  )
  const scheme = run(
    `insert into scheme (indicator_id, kind, valid_from, position) values (?, 'primary', ?, 1)`,
    i,
    FIRST,
  )
  run('insert into scheme_breakdown values (?, 1, 1), (?, 2, 2)', scheme, scheme)
}
