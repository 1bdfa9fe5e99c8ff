import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { connectionOn, type Db } from './connection.ts'

/** Why a database could not be opened; `code` picks the sentence, the message is for the log. */
export class CannotOpen extends Error {
  constructor(
    readonly code: 'newer' | 'damaged' | 'unwritable' | 'not-ours' | 'migration-failed',
    readonly file: string,
    cause?: unknown,
  ) {
    super(`${code}: ${file}`, { cause })
  }
}

/**
 * Opens a file, or ':memory:', so that it is ready: pragmas set, schema at the code's version. When a migration is
 * pending on a file with data, the file is copied aside first; a failed migration leaves the file as it was.
 * @param migrations folder with the migrations and their journal.
 * @throws CannotOpen
 */
export function open(file: string, migrations: string): Db {
  const client = connect(file)
  try {
    const pending = standing(client, file, migrations)
    if (pending === 'behind') copyAside(client, file)
    if (pending !== 'current') applyMigrations(client, file, migrations)
    return connectionOn(client)
  } catch (error) {
    client.close()
    throw error
  }
}

function connect(file: string): Database.Database {
  let client: Database.Database | undefined
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    client = new Database(file)
    configure(client)
    return client
  } catch (error) {
    client?.close()
    throw new CannotOpen(isDamage(error) ? 'damaged' : 'unwritable', file, error)
  }
}

/** What every connection has, whatever it is opened on: a file, nothing yet, or the bytes of a database. */
export function configure(client: Database.Database): void {
  client.pragma('busy_timeout = 5000')
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('cache_size = -65536')
  client.pragma('temp_store = MEMORY')
}

/** Where a file stands against this code: the journal of migrations is the order of versions. */
function standing(client: Database.Database, file: string, migrations: string): 'new' | 'behind' | 'current' {
  try {
    if (worthChecking(file) && client.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new CannotOpen('damaged', file)
    const tables = client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
    if (tables.length === 0) return 'new'
    if (!tables.includes('__drizzle_migrations')) throw new CannotOpen('not-ours', file)
    const at = client.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number
    const latest = latestMigration(migrations)
    if (at > latest) throw new CannotOpen('newer', file)
    return at === latest ? 'current' : 'behind'
  } catch (error) {
    if (error instanceof CannotOpen) throw error
    throw new CannotOpen('damaged', file, error)
  }
}

/** A full look costs a second per gigabyte: it is taken at start only where nobody would notice. */
function worthChecking(file: string): boolean {
  return file !== ':memory:' && statSync(file).size < 64 * 1024 * 1024
}

function latestMigration(migrations: string): number {
  const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number }[]
  }
  return Math.max(...journal.entries.map((entry) => entry.when))
}

function copyAside(client: Database.Database, file: string): void {
  client.pragma('wal_checkpoint(TRUNCATE)')
  const version = client.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number
  const aside = `${file}.before-${version}`
  if (!existsSync(aside)) copyFileSync(file, aside)
}

function applyMigrations(client: Database.Database, file: string, migrations: string): void {
  try {
    migrate(drizzle(client), { migrationsFolder: migrations })
  } catch (error) {
    throw new CannotOpen('migration-failed', file, error)
  }
}

function isDamage(error: unknown): boolean {
  const code = (error as { code?: string }).code
  return code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT'
}
