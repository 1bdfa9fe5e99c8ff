import type Database from 'better-sqlite3'

/** Tables of which readers read again only what was written since, and by what column its rows are told apart. */
const WATCHED = {
  submission: 'id',
  submission_fact: 'submission_id',
  restatement: 'at',
  person: 'id',
  person_scope: 'person_id',
} as const
export type WatchedTable = keyof typeof WATCHED
const CHANGES = { insert: ['new'], update: ['old', 'new'], delete: ['old'] } as const

/**
 * How far a table has been written: another `mark` after every statement that touched it. `since` says of a mark that was seen before
 * what was touched after it; null where another connection has written meanwhile, so that anything may be another.
 */
export type TouchedRows = { mark: string; since: (mark: string) => number[] | null }

/**
 * Temporary triggers note each row that a statement of this connection touches, and are rolled back with it. Numbers are counted: nobody
 * looks within a transaction, so that none that was taken back has been seen.
 * @returns looks at a table; null within a transaction, which may yet be taken back
 */
export function watchRows(client: Database.Database): (table: WatchedTable) => TouchedRows | null {
  let noted: ReturnType<typeof notedIn> | null = null
  return (table) => {
    if (client.inTransaction) return null
    noted ??= notedIn(client)
    const { last, after } = noted
    const others = String(client.pragma('data_version', { simple: true }))
    return {
      mark: `${others}/${last.get(table)}`,
      since: (mark) => {
        const [then, nth] = mark.split('/')
        return then === others ? (after.all(table, Number(nth)) as number[]) : null
      },
    }
  }
}

function notedIn(client: Database.Database) {
  client.exec(`create temp table touched
      (name text not null, id integer not null, nth integer not null, primary key (name, id)) without rowid;
    create unique index temp.touched_nth on touched (name, nth)`)
  for (const [table, id] of Object.entries(WATCHED))
    for (const [change, sides] of Object.entries(CHANGES))
      client.exec(`create temp trigger ${table}_${change}_touched after ${change} on main.${table} begin
        ${sides.map((side) => noteOf(table, `${side}.${id}`)).join('; ')}; end`)
  return {
    last: client.prepare('select coalesce(max(nth), 0) from temp.touched where name = ?').pluck(),
    after: client.prepare('select id from temp.touched where name = ? and nth > ?').pluck(),
  }
}

/** Without a clause for conflicts: that of the statement which sets a trigger off would stand in its place. */
function noteOf(table: string, id: string): string {
  const next = `(select coalesce(max(nth), 0) + 1 from touched where name = '${table}')`
  return `insert into touched select '${table}', ${id}, -1 where not exists
      (select 1 from touched where name = '${table}' and id = ${id});
    update touched set nth = ${next} where name = '${table}' and id = ${id}`
}
