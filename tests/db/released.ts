import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { open } from '../../db/open.ts'
import { root } from '../../src/config/root.ts'

const unpacked = (name: string, commit = '2a00946') =>
  brotliDecompressSync(readFileSync(join(import.meta.dirname, 'released', `${commit}.${name}.br`)))

/** Writes the database that commit 2a00946 made to a file, as that program left it. */
export function writeReleased(file: string): void {
  writeFileSync(file, unpacked('db'))
}

/**
 * What programs before migration 0004 wrote when comments were put into a report, which the file has none of: at the first
 * report, which is issued, two of them in an order of their own, the second with a word that it names nobody.
 */
export const EXPLAINED = { release: 1, chosen: [4, 3], confirmed: [3], at: 1_616_200_000_000, by: 2 }

export function explainRelease(file: string): void {
  const { release, chosen, confirmed, at, by } = EXPLAINED
  const db = new Database(file)
  db.prepare("update release set layout = json_set(layout, '$.narrative', json(?)) where id = ?").run(
    JSON.stringify(chosen),
    release,
  )
  const said = db.prepare(
    "insert into trail (at, by_id, verb, subject_kind, subject_id, detail) values (?, ?, 'release.narrative-chosen', 'release', ?, ?)",
  )
  said.run(at - 1, by + 1, String(release), JSON.stringify({ chosen: [3, 4], confirmed: [4] }))
  said.run(at, by, String(release), JSON.stringify({ chosen, confirmed }))
  db.close()
}

/** The same as today's code makes it of it: the bytes of a database, to be opened as often as one likes. */
export function migratedRelease(): Buffer {
  return migrated((file) => {
    writeReleased(file)
    explainRelease(file)
  })
}

/** What today's code makes of the database of commit 0196e92a, in which report 1 is issued with its file. */
export function migratedReport(): Buffer {
  return migrated((file) => writeFileSync(file, unpacked('db', '0196e92a')))
}

function migrated(write: (file: string) => void): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'migrated-'))
  const file = join(folder, 'data.db')
  write(file)
  const db = open(file, join(root, 'db/migrations'))
  // A file with a log beside it cannot be opened from memory.
  db.$client.pragma('journal_mode = DELETE')
  const bytes = db.$client.serialize()
  db.$client.close()
  rmSync(folder, { recursive: true })
  return bytes
}

/** What the program of that commit answered about it: see the README beside it. */
export type ReleasedFigure = [
  reading: string,
  indicator: string,
  group: string,
  span: string,
  state: string,
  value: number | null,
  numerator: number | null,
  denominator: number | null,
  n: number | null,
  of: number | null,
  coverage: [number, number],
  flags: string[],
  why: string | null,
]

export function releasedFigures(): ReleasedFigure[] {
  const lines = unpacked('figures').toString().trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as ReleasedFigure)
}

export type Tables = Map<string, { columns: string[]; rows: unknown[][] }>

/** Every table of a file with its rows in order, but for what the programs that opened it say about themselves. */
export function tablesOf(file: string): Tables {
  const db = new Database(file, { readonly: true })
  const names = db
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all() as string[]
  const tables = names.map((name) => {
    const columns = db.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[]
    return [name, { columns, rows: rowsOf(db, name, columns) }] as const
  })
  db.close()
  return new Map(tables)
}

function rowsOf(db: Database.Database, table: string, columns: readonly string[]): unknown[][] {
  const order = columns.map((_, at) => at + 1).join(', ')
  return db
    .prepare(`select ${columns.join(', ')} from ${table} order by ${order}`)
    .raw()
    .all() as unknown[][]
}

/** The rows of a table, these columns of them, in order. */
export function rowsIn(file: string, table: string, columns: readonly string[]): unknown[][] {
  const db = new Database(file, { readonly: true })
  const rows = rowsOf(db, table, columns)
  db.close()
  return rows
}
