import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { connectionOn, type Db } from './connection.ts'
import { keepToOwner, readOnlyParts, sameRightsBeside } from './file/modes.ts'
import { isLarge, looksSound, readRoots } from './file/soundness.ts'
import { isDamage, storageFaultOf } from './file/storage-fault.ts'
import { hasItsTriggers, latestMigration, migrate, migrationOf } from './migrate.ts'

/** Why a database could not be opened; `code` picks the sentence, the message is for the log. `incomplete`: the program itself is. */
export class CannotOpen extends Error {
  constructor(
    readonly code: 'newer' | 'damaged' | 'unwritable' | 'not-ours' | 'migration-failed' | 'incomplete',
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
    // Only now is it known to be ours: what is not keeps its rights and its journal, whatever DATABASE was made to name.
    makeReady(client, file)
    if (pending === 'behind') copyAside(client, file)
    if (pending !== 'current' || !hasItsTriggers(client)) bringUpToDate(client, file, migrations)
    return connectionOn(client)
  } catch (error) {
    client.close()
    throw error
  }
}

function connect(file: string): Database.Database {
  try {
    if (file !== ':memory:') {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      sameRightsBeside(file)
      if (readOnlyParts(file).length > 0) throw new Error('it is read-only')
    }
    return new Database(file)
  } catch (error) {
    throw new CannotOpen('unwritable', file, error)
  }
}

function makeReady(client: Database.Database, file: string): void {
  try {
    keepToOwner(file)
    configure(client)
    keepToOwner(file)
    tryToWrite(client)
  } catch (error) {
    throw new CannotOpen(isDamage(error) ? 'damaged' : 'unwritable', file, error)
  }
}

/** What every connection has, whatever it is opened on: a file, nothing yet, or the bytes of a database. */
export function configure(client: Database.Database): void {
  client.pragma('busy_timeout = 5000')
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  // A row that is replaced is removed, and the triggers that refuse to remove it are asked.
  client.pragma('recursive_triggers = ON')
  client.pragma('cache_size = -65536')
  client.pragma('temp_store = MEMORY')
}

/**
 * SQLite opens a file that it may only read without a word, and refuses the first write: somebody's, long after the start. It
 * knows that it may not write once it has read.
 */
function tryToWrite(client: Database.Database): void {
  try {
    client.prepare('select count(*) from sqlite_master').get()
    client.exec('begin immediate; rollback')
  } catch (error) {
    if (storageFaultOf(error) !== 'busy') throw error
  }
}

/** Where a file stands against this code: the journal of migrations is the order of versions. */
function standing(client: Database.Database, file: string, migrations: string): 'new' | 'behind' | 'current' {
  const latest = latestOf(migrations, file)
  try {
    if (isLarge(file)) readRoots(client)
    else if (!looksSound(client)) throw new CannotOpen('damaged', file)
    if (client.prepare('select count(*) from sqlite_master').pluck().get() === 0) return 'new'
    const at = migrationOf(client)
    if (at === null) throw new CannotOpen('not-ours', file)
    if (at > latest) throw new CannotOpen('newer', file)
    return at === latest ? 'current' : 'behind'
  } catch (error) {
    if (error instanceof CannotOpen) throw error
    throw new CannotOpen(storageFaultOf(error) === 'unwritable' ? 'unwritable' : 'damaged', file, error)
  }
}

/** What is missing of the program itself is no damage of the file. */
function latestOf(migrations: string, file: string): number {
  try {
    return latestMigration(migrations)
  } catch (error) {
    throw new CannotOpen('incomplete', file, error)
  }
}

function copyAside(client: Database.Database, file: string): void {
  client.pragma('wal_checkpoint(TRUNCATE)')
  const aside = `${file}.before-${migrationOf(client)}`
  if (!existsSync(aside)) copyFileSync(file, aside)
}

function bringUpToDate(client: Database.Database, file: string, migrations: string): void {
  try {
    migrate(client, migrations)
  } catch (error) {
    throw new CannotOpen('migration-failed', file, error)
  }
}
