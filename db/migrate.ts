import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { allTriggers } from './triggers.ts'

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

/** Whether a file has the triggers that this code asks for, and no other. */
export function hasItsTriggers(client: Database.Database): boolean {
  const made = new Map(triggersOf(client))
  const meant = allTriggers()
  return made.size === meant.size && [...meant].every(([name, sql]) => made.get(name) === sql)
}

/**
 * Takes a file through the migrations it has not been through, all or nothing, and gives it the triggers of this code. A
 * migration holds tables and rows alone: triggers are not there while it is applied, and nobody else can write until they are
 * there again. Not by drizzle's own migrator: a migration makes
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
    dropTriggers(client)
    for (const statement of sql) client.exec(statement)
    keep.run(hash, folderMillis)
  }
  dropTriggers(client)
  for (const trigger of allTriggers().values()) client.exec(trigger)
  const [lost] = client.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (lost) throw new Error(`a row of ${lost.table} names a ${lost.parent} that is not there`)
}

/** The first migrations, of files that were released, make some of their own. */
function dropTriggers(client: Database.Database): void {
  for (const [name] of triggersOf(client)) client.exec(`drop trigger \`${name}\``)
}

function triggersOf(client: Database.Database): [name: string, sql: string][] {
  const made = client.prepare("select name, sql from sqlite_master where type = 'trigger'").raw().all()
  return made as [string, string][]
}
