import type Database from 'better-sqlite3'

/**
 * Tables with an `indicator_id` that say what came of an indicator: the facts, what was restated, and the tally beside them; and by
 * which column of what place a row tells. One that tells of no place is about all of them, and of every quarter; of the others a row
 * tells of the one in its `quarter`.
 */
const TABLES = {
  fact: 'place_id',
  restatement: 'place_id',
  tally_reporter: 'place_id',
  tally_province: 'province_id',
  tally_cell: 'province_id',
  tally_stale: null,
} as const
const EVERYWHERE = 0
const CHANGES = { insert: ['new'], update: ['old', 'new'], delete: ['old'] } as const

/**
 * What the values of each indicator stand at: another sign after every statement of this connection that touches them, and for all
 * of them after whatever another connection writes. Temporary triggers note it, which see every statement and are rolled back
 * with it. Numbers are counted: nobody looks within a transaction, so that none that was taken back has been seen.
 */
export type ValueVersions = {
  of: (indicatorId: number) => string
  /** What of an indicator was touched after one of its versions; null where anything of it may have been. */
  touchedSince: (indicatorId: number, version: string) => TouchedValues | null
  /** Of all indicators together. */
  all: string
}

/** Places and quarters, each by itself: whatever was touched is of one of both. */
export type TouchedValues = { places: ReadonlySet<number>; quarters: ReadonlySet<number> }

/** @returns looks at the versions; null where nothing may be kept: within a transaction, which may yet be taken back */
export function watchValues(client: Database.Database): () => ValueVersions | null {
  let noted: ReturnType<typeof notedIn> | null = null
  return () => {
    if (client.inTransaction) return null
    noted ??= notedIn(client)
    const { last, places, quarters } = noted
    const others = String(client.pragma('data_version', { simple: true }))
    const own = new Map(last.all() as [number, number][])
    return {
      of: (indicatorId) => `${others}/${own.get(indicatorId) ?? 0}`,
      touchedSince: (indicatorId, version) => {
        const [then, nth] = version.split('/')
        if (then !== others) return null
        const since = [indicatorId, Number(nth)]
        const touched = new Set(places.all(since) as number[])
        return touched.has(EVERYWHERE) ? null : { places: touched, quarters: new Set(quarters.all(since) as number[]) }
      },
      all: `${others}/${[...own].join()}`,
    }
  }
}

function notedIn(client: Database.Database) {
  client.exec(`create temp table touched_place
      (indicator_id integer not null, at integer not null, nth integer not null, primary key (indicator_id, at)) without rowid;
    create temp table touched_quarter
      (indicator_id integer not null, at integer not null, nth integer not null, primary key (indicator_id, at)) without rowid;
    create temp table temp.value_version (indicator_id integer primary key, nth integer not null)`)
  for (const [table, place] of Object.entries(TABLES))
    for (const [change, sides] of Object.entries(CHANGES))
      client.exec(`create temp trigger ${table}_${change}_values after ${change} on main.${table} begin
        ${sides.map((side) => noted(side, place)).join('; ')}; end`)
  const since = (table: string) =>
    client.prepare(`select at from temp.${table} where indicator_id = ? and nth > ?`).pluck()
  return {
    last: client.prepare('select indicator_id, nth from temp.value_version').raw(),
    places: since('touched_place'),
    quarters: since('touched_quarter'),
  }
}

/** Without a clause for conflicts: that of the statement which sets a trigger off would stand in its place. */
function noted(row: string, place: string | null): string {
  const id = `${row}.indicator_id`
  const touched = (table: string, at: string | number) => {
    const here = `indicator_id = ${id} and at = ${at}`
    return `insert into ${table} select ${id}, ${at}, 0 where not exists (select 1 from ${table} where ${here});
      update ${table} set nth = (select nth from value_version where indicator_id = ${id}) where ${here}`
  }
  const what = place
    ? [touched('touched_place', `${row}.${place}`), touched('touched_quarter', `${row}.quarter`)]
    : [touched('touched_place', EVERYWHERE)]
  return `insert into value_version select ${id}, 0 where not exists (select 1 from value_version where indicator_id = ${id});
    update value_version set nth = nth + 1 where indicator_id = ${id}; ${what.join('; ')}`
}
