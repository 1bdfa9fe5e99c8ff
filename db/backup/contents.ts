import type Database from 'better-sqlite3'
import { tablesIn } from '../file/soundness.ts'
import { migrationOf } from '../migrate.ts'

/** What a file holds, as far as two copies of one moment must agree. */
export type Contents = {
  /** The last migration it has been through; null: it is no file of ours. */
  migration: number | null
  /** The code of its project; null when there is none. */
  project: string | null
  /** Rows of each table. */
  rows: ReadonlyMap<string, number>
}

export function contentsOf(client: Database.Database): Contents {
  const rows = new Map(
    tablesIn(client).map((table) => {
      return [table, client.prepare(`select count(*) from "${table}"`).pluck().get() as number]
    }),
  )
  const code = rows.has('project') ? client.prepare('select code from project').pluck().get() : null
  return { migration: migrationOf(client), project: typeof code === 'string' ? code : null, rows }
}

/** Whether every page and index is sound and every key leads somewhere; takes about a second per gigabyte. */
export function isSound(client: Database.Database): boolean {
  const found = client.pragma('integrity_check(1)', { simple: true })
  return found === 'ok' && (client.pragma('foreign_key_check') as unknown[]).length === 0
}

export function sameContents(one: Contents, other: Contents): boolean {
  const text = ({ migration, project, rows }: Contents) => JSON.stringify([migration, project, ...rows])
  return text(one) === text(other)
}
