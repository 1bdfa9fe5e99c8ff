import type Database from 'better-sqlite3'

/** Tables with an `indicator_id` that say what came of an indicator: the facts, what was restated, and the tally beside them. */
const TABLES = ['fact', 'restatement', 'tally_reporter', 'tally_province', 'tally_cell', 'tally_stale']
const CHANGES = { insert: ['new'], update: ['old', 'new'], delete: ['old'] } as const

/**
 * What the values of each indicator stand at: another sign after every statement of this connection that touches them, and for all
 * of them after whatever another connection writes. Temporary triggers note it, which see every statement and are rolled back
 * with it; the numbers are random, not counted, so that what was rolled back and the next change never share one.
 */
export type ValueVersions = {
  of: (indicatorId: number) => string
  /** Of all indicators together. */
  all: string
}

/** @returns looks at the versions; null where nothing may be kept: within a transaction, which may yet be taken back */
export function watchValues(client: Database.Database): () => ValueVersions | null {
  let rows: Database.Statement | null = null
  return () => {
    if (client.inTransaction) return null
    rows ??= notedIn(client)
    const others = client.pragma('data_version', { simple: true })
    const own = new Map(rows.all() as [number, number][])
    return {
      of: (indicatorId) => `${others}/${own.get(indicatorId) ?? ''}`,
      all: `${others}/${[...own].join()}`,
    }
  }
}

function notedIn(client: Database.Database): Database.Statement {
  client.exec('create temp table value_version (indicator_id integer primary key, nth integer not null)')
  for (const table of TABLES)
    for (const [change, sides] of Object.entries(CHANGES))
      client.exec(`create temp trigger ${table}_${change}_values after ${change} on main.${table} begin
        ${sides.map((side) => noted(`${side}.indicator_id`)).join('; ')}; end`)
  return client.prepare('select indicator_id, nth from temp.value_version').raw()
}

/** Without a clause for conflicts: that of the statement which sets a trigger off would stand in its place. */
function noted(id: string): string {
  return `insert into value_version select ${id}, 0 where not exists (select 1 from value_version where indicator_id = ${id});
    update value_version set nth = abs(random() % 9007199254740991) where indicator_id = ${id}`
}
