import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'

/** The table drizzle keeps its migrations in; released databases have it. */
const KEPT_IN = '__drizzle_migrations'

/** The last migration a file has been through, 0 before the first; null when it is no file of ours. */
export function migrationOf(client: Database.Database): number | null {
  const known = client.prepare("select count(*) from sqlite_master where type = 'table' and name = ?").pluck()
  if (known.get(KEPT_IN) === 0) return null
  return client.prepare(`select coalesce(max(created_at), 0) from ${KEPT_IN}`).pluck().get() as number
}

/** The last migration of this code. The journal alone is read: a start with nothing to migrate opens no other file. */
export function latestMigration(folder: string): number {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number }[]
  }
  return Math.max(...journal.entries.map((entry) => entry.when))
}

/**
 * Takes a file through the migrations it has not been through, all or nothing. Not by drizzle's own migrator: a migration makes
 * tables anew under their old names, which keys must not stand in the way of, and `foreign_keys` can be set outside a
 * transaction only. Instead every key is looked at before anything is kept.
 * @throws what a statement throws; the file is as it was
 */
export function migrate(client: Database.Database, folder: string): void {
  client.pragma('foreign_keys = OFF')
  try {
    client.transaction(() => applyTo(client, folder)).immediate()
  } finally {
    client.pragma('foreign_keys = ON')
  }
}

function applyTo(client: Database.Database, folder: string): void {
  client.exec(`create table if not exists ${KEPT_IN} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`)
  const at = migrationOf(client) ?? 0
  const keep = client.prepare(`insert into ${KEPT_IN} (hash, created_at) values (?, ?)`)
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder: folder })) {
    if (folderMillis <= at) continue
    for (const statement of sql) client.exec(statement)
    keep.run(hash, folderMillis)
  }
  const [lost] = client.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (lost) throw new Error(`a row of ${lost.table} names a ${lost.parent} that is not there`)
}
