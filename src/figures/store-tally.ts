import type { Db } from '../../db/open.ts'
import { type DefinedIndicator, isDueIn } from '../indicators/indicator.ts'
import { cells, indicatorsAsAt } from '../indicators/store.ts'
import { LAST_QUARTER, type Quarter, quartersIn } from '../periods/period.ts'
import { places } from '../places/store.ts'
import { Splits } from './splits.ts'
import { cellSums, prepared } from './store-given.ts'

/** Indicators whose tally may differ from the facts and is not read. */
export function staleTallies(db: Db): Set<number> {
  const rows = prepared(db, 'select indicator_id from tally_stale').all() as [number][]
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

export type TallyDifference = { indicator: string; table: 'reporters' | 'provinces'; rows: number }

/** Proves that the tallies that are read say what the facts say: each row is made anew. An empty list is the proof. */
export function auditTally(db: Db): TallyDifference[] {
  const stale = staleTallies(db)
  return indicatorsAsAt(db).flatMap((indicator) => {
    if (stale.has(indicator.id)) return []
    const bound = { ...listsFor(db, [indicator], quartersOf(db, indicator.id)), indicator: indicator.id }
    return (['reporters', 'provinces'] as const).flatMap((table) => {
      const [made, kept] = SIDES[table]
      const text = `${lists()}, made(${REPORTER_COLUMNS}) as materialized (${fromFacts('')})
        select (select count(*) from (${made} except ${kept})) + (select count(*) from (${kept} except ${made}))`
      const [rows] = prepared(db, text).get(bound) as [number]
      return rows === 0 ? [] : [{ indicator: indicator.code, table, rows }]
    })
  })
}

/**
 * Brings the tally of one submission up to date; called in the transaction that writes its facts. Taking away and adding
 * are exact, since sums are whole numbers.
 */
export function keepTally(
  db: Db,
  submission: { placeId: number; partnerId: number; quarter: Quarter },
  indicators: readonly DefinedIndicator[],
): void {
  const bound = {
    ...submission,
    ...listsFor(db, indicators, [submission.quarter], submission.placeId),
    province: places(db).rootOf(submission.placeId),
    ids: JSON.stringify(indicators.map((one) => one.id)),
  }
  for (const text of KEEP) prepared(db, text).run(bound)
}

function rebuild(db: Db, indicatorId: number): void {
  db.transaction(() => {
    const bound = { indicator: indicatorId }
    for (const table of ['tally_reporter', 'tally_province'])
      prepared(db, `delete from ${table} where indicator_id = :indicator`).run(bound)
    const indicator = indicatorsAsAt(db).find((one) => one.id === indicatorId)
    if (indicator) {
      const all = { ...listsFor(db, [indicator], quartersOf(db, indicatorId)), indicator: indicatorId }
      prepared(db, `${lists()} insert into tally_reporter (${REPORTER_COLUMNS}) ${fromFacts('')}`).run(all)
      prepared(db, `${lists()} insert into tally_province (${PROVINCE_COLUMNS}) ${byProvince('tally_reporter')}`).run(
        all,
      )
    }
    prepared(db, 'delete from tally_stale where indicator_id = :indicator').run(bound)
  })
}

/** Quarters an indicator has facts of, without holes. */
function quartersOf(db: Db, indicator: number): Quarter[] {
  const text = `select (select min(quarter) from fact where indicator_id = :indicator),
    (select max(quarter) from fact where indicator_id = :indicator)`
  const [from, to] = prepared(db, text).get({ indicator }) as [number | null, number | null]
  return from === null || to === null ? [] : quartersIn({ from, to })
}

/** What the statements below join with: quarters to read, cells that count, places. */
function listsFor(db: Db, indicators: readonly DefinedIndicator[], quarters: readonly Quarter[], place?: number) {
  const tree = places(db)
  const totals = new Splits([...cells(db).values()], { by: [], only: {} }, [''])
  const wants = indicators.flatMap((one) =>
    quarters.map((quarter) => {
      const due = isDueIn(one.frequency, quarter, one.rounds) ? 1 : 0
      return [one.id, quarter, due, totals.of(one, quarter)]
    }),
  )
  const here = (place === undefined ? tree.list.map((one) => one.id) : [place]).map((id) => {
    const { first, last } = tree.quartersOf(id)
    return [id, tree.rootOf(id), first, last ?? LAST_QUARTER]
  })
  return { wants: JSON.stringify(wants), here: JSON.stringify(here), keyed: JSON.stringify(totals.rows) }
}

function lists(): string {
  return `with want(i, q, due, split) as materialized
      (select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(:wants)),
    here(place, root, first, last) as materialized
      (select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(:here)),
    keyed(split, cell, key) as materialized (select value ->> 0, value ->> 1, value ->> 2 from json_each(:keyed))`
}

const REPORTER_COLUMNS = 'indicator_id, place_id, partner_id, quarter, state, due, cells, value, base, product'
const PROVINCE_COLUMNS = 'indicator_id, quarter, province_id, reported, stray, not_applicable, value, base, product'

/** Rows of tally_reporter as the facts in force say. */
function fromFacts(only: string): string {
  return `select i, place, partner, q, iif(reported, 'reported', 'not applicable'),
      due and first <= q and last >= q and exists (select 1 from assignment a
        where a.indicator_id = i and a.place_id = place and a.partner_id = partner
          and a.from_quarter <= q and (a.to_quarter is null or a.to_quarter >= q)),
      cells, value, base, product
    from (select w.i as i, w.q as q, w.due as due, h.first as first, h.last as last,
        f.place_id as place, f.partner_id as partner, max(f.state = 'reported') as reported, ${cellSums('f')}
      from want w cross join fact f on f.indicator_id = w.i and f.quarter = w.q ${only}
      join here h on h.place = f.place_id
      left join keyed k on k.split = w.split and k.cell = iif(f.state = 'reported', f.cell_id, 0)
      where f.approved_to is null and (w.split < 0 or k.key is not null)
      group by w.i, w.q, f.place_id, f.partner_id)`
}

/** Rows of tally_province from rows of reporters. */
function byProvince(table: string): string {
  return `select t.indicator_id, t.quarter, h.root, ${sums('')}
    from ${table} t join here h on h.place = t.place_id where t.indicator_id = :indicator
    group by t.indicator_id, t.quarter, h.root having ${HOLDS_SOMETHING}`
}

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

const HOLDS_SOMETHING = `sum(state = 'reported' or due) > 0`

const SIDES = {
  reporters: [
    `select ${REPORTER_COLUMNS} from made`,
    `select ${REPORTER_COLUMNS} from tally_reporter where indicator_id = :indicator`,
  ],
  provinces: [byProvince('made'), `select ${PROVINCE_COLUMNS} from tally_province where indicator_id = :indicator`],
} as const

const MINE = `quarter = :quarter and place_id = :placeId and partner_id = :partnerId
  and indicator_id in (select value from json_each(:ids))`

function addToProvince(sign: '' | '-'): string {
  const added = ['reported', 'stray', 'not_applicable', 'value', 'base', 'product']
  return `insert into tally_province (${PROVINCE_COLUMNS})
    select indicator_id, quarter, :province, ${sums(sign)} from tally_reporter where ${MINE} group by indicator_id, quarter
    on conflict do update set ${added.map((one) => `${one} = ${one} + excluded.${one}`).join(', ')}`
}

const KEEP = [
  addToProvince('-'),
  `delete from tally_reporter where ${MINE}`,
  `${lists()} insert into tally_reporter (${REPORTER_COLUMNS})
    ${fromFacts('and f.place_id = :placeId and f.partner_id = :partnerId')}`,
  addToProvince(''),
  `delete from tally_province where quarter = :quarter and province_id = :province and reported = 0 and not_applicable = 0
    and indicator_id in (select value from json_each(:ids))`,
]
