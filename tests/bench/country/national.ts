import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../../../db/connection.ts'
import { open } from '../../../db/open.ts'
import { quarterCode, quarterOf } from '../../../src/calendar/quarter.ts'
import { root } from '../../../src/config/root.ts'
import { freshenTally } from '../../../src/figures/tally/rebuild.ts'
import { cellIdOf } from '../../../src/indicators/cell-store.ts'
import { type Definition, SmallProject } from '../../support/small-project.ts'

export type Size = { provinces: number; communes: number; indicators: number; quarters: number }
export const NATIONAL: Size = { provinces: 34, communes: 3321, indicators: 40, quarters: 20 }
export const FIRST = quarterOf(2020, 1)

/** Of 40: what a framework is made of. */
const RULES = [
  ...times(26, ['count', 'sum', 'sum']),
  ...times(4, ['ratio', 'sum', 'sum']),
  ...times(2, ['mean', 'sum', 'sum']),
  ...times(6, ['count', 'sum', 'latest']),
  ...times(2, ['count', 'none', 'sum']),
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
    db.$client.prepare(FACTS).run({ first: FIRST, last: FIRST + size.quarters - 1, provinces: size.provinces })
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

/**
 * Values between 0 and 6 for commune, indicator, quarter and cell; the tally is made afterwards in one go. Each commune has a
 * partner of its own, made in the same order after the provinces.
 */
const FACTS = `with recursive quarters(quarter) as (values (:first) union all select quarter + 1 from quarters where quarter < :last)
  insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value, base)
  select i.id, q.quarter, p.id, p.id - :provinces, c.id, 1, 'reported',
    (i.id * 7 + q.quarter * 13 + p.id * 31 + c.id * 3) % 7,
    iif(d.measure = 'count', null, 6 + (p.id + c.id) % 5)
  from indicator i join indicator_definition d on d.indicator_id = i.id
  cross join quarters q
  cross join place p cross join cell c
  where p.level = 'commune' and c.id > 1`

function framework(db: Db, size: Size): void {
  const first = quarterCode(FIRST)
  const project = new SmallProject(first, db).breakdown('sex', SEXES).breakdown('age', AGES)
  for (const sex of SEXES) for (const age of AGES) cellIdOf(db, { sex, age })
  for (let i = 1; i <= size.indicators; i++)
    project.indicator(`N${i}`, {
      rules: RULES[(i - 1) % RULES.length]!,
      schemes: [{ kind: 'primary', breakdowns: ['sex', 'age'], from: first }],
    })
  for (let i = 0; i < size.provinces; i++) project.place(`province-${i}`)
  for (let i = 0; i < size.communes; i++) {
    project.place(`commune-${i}`, { parent: `province-${i % size.provinces}` })
    project.partner(`union-${i}`)
  }
  project.run("insert into partner_kind (code, name_vi, name_en, position) values ('womens union', '', '', 1)")
  project.run(`insert into partner_name select id, '2000-01-01', null, 'womens union', '', '' from partner`)
  project.run(
    `insert into assignment (indicator_id, place_id, partner_id, from_quarter, known_from)
     select i.id, p.id, u.id, ?, 0 from indicator i, place p join partner u on u.slug = replace(p.slug, 'commune', 'union')
     where p.level = 'commune'`,
    FIRST,
  )
}

type Rules = NonNullable<Definition['rules']>

function times(length: number, rules: Rules): Rules[] {
  return Array.from({ length }, () => rules)
}
