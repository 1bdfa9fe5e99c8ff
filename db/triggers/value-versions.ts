import type Database from 'better-sqlite3'

/**
 * Tables with an `indicator_id` that say what came of an indicator: the facts, what was restated, and the tally beside them; and by
 * which column of what place a row tells. One that tells of no place is about all of them.
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
  /** Places whose values of an indicator were touched after one of its versions; null where any of them may have been. */
  placesSince: (indicatorId: number, version: string) => ReadonlySet<number> | null
  /** Of all indicators together. */
  all: string
}

/** @returns looks at the versions; null where nothing may be kept: within a transaction, which may yet be taken back */
export function watchValues(client: Database.Database): () => ValueVersions | null {
  let noted: ReturnType<typeof notedIn> | null = null
  return () => {
    if (client.inTransaction) return null
    noted ??= notedIn(client)
    const { last, after } = noted
    const others = String(client.pragma('data_version', { simple: true }))
    const own = new Map(last.all() as [number, number][])
    return {
      of: (indicatorId) => `${others}/${own.get(indicatorId) ?? 0}`,
      placesSince: (indicatorId, version) => {
        const [then, nth] = version.split('/')
        if (then !== others) return null
        const touched = new Set(after.all(indicatorId, Number(nth)) as number[])
        return touched.has(EVERYWHERE) ? null : touched
      },
      all: `${others}/${[...own].join()}`,
    }
  }
}

function notedIn(client: Database.Database) {
  client.exec(`create temp table touched_value
      (indicator_id integer not null, place_id integer not null, nth integer not null, primary key (indicator_id, place_id)) without rowid;
    create table temp.value_version (indicator_id integer primary key, nth integer not null)`)
  for (const [table, place] of Object.entries(TABLES))
    for (const [change, sides] of Object.entries(CHANGES))
      client.exec(`create temp trigger ${table}_${change}_values after ${change} on main.${table} begin
        ${sides.map((side) => noted(`${side}.indicator_id`, place ? `${side}.${place}` : EVERYWHERE)).join('; ')}; end`)
  return {
    last: client.prepare('select indicator_id, nth from temp.value_version').raw(),
    after: client.prepare('select place_id from temp.touched_value where indicator_id = ? and nth > ?').pluck(),
  }
}

/** Without a clause for conflicts: that of the statement which sets a trigger off would stand in its place. */
function noted(id: string, place: string | number): string {
  const here = `indicator_id = ${id} and place_id = ${place}`
  return `insert into value_version select ${id}, 0 where not exists (select 1 from value_version where indicator_id = ${id});
    update value_version set nth = nth + 1 where indicator_id = ${id};
    insert into touched_value select ${id}, ${place}, 0 where not exists (select 1 from touched_value where ${here});
    update touched_value set nth = (select nth from value_version where indicator_id = ${id}) where ${here}`
}
