import type Database from 'better-sqlite3'
import type { Statement } from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { sameFile } from './file/same-file.ts'
import { isDamage } from './file/storage-fault.ts'
import { driverOf, keepStatements } from './kept-statements.ts'
import * as schema from './schema.ts'
import { type TouchedRows, type WatchedTable, watchRows } from './triggers/touched-rows.ts'
import { type ValueVersions, watchValues } from './triggers/value-versions.ts'

/**
 * The one handle on a database file. Everything on it is synchronous and on one connection, so that what runs inside `tx`
 * is inside the transaction, whatever it was given: there is no second handle to pass along or to mistake.
 */
export type Db = Omit<BetterSQLite3Database<typeof schema>, 'transaction'> & {
  /** The driver: for `db/`, and for SQL that the builder cannot say. Stores alone touch it. */
  readonly $client: Database.Database
  /**
   * All or nothing, written as one. Takes the file's lock at once (`begin immediate`), so that what is read inside is what
   * is written upon; inside another `tx` it is a part of that one.
   * @throws what `work` throws, after everything is taken back; SQLITE_BUSY when another process holds the file;
   *   SQLITE_READONLY_DBMOVED when it no longer lies where it was opened
   */
  tx<T>(work: () => T): T
  /** Nothing is written through this connection any more: its file is damaged. */
  stopWriting(): void
  /** Whether writing was stopped. */
  isDamaged(): boolean
  /** A statement prepared once per connection; one that reads gives its rows as arrays. */
  prepared(sql: string): Statement
  /**
   * Another number after every change of indicators, breakdowns, places, partners or assignments, by this process or
   * another one: triggers in the database see to it.
   */
  frameworkVersion(): number
  /**
   * Changes with every write, by this connection (total_changes) and by any other (data_version): what was worked out
   * under one version holds for as long as the version stands. Reading writes nothing.
   */
  dataVersion(): string
  /** Changes with every write of another connection, and with none of this one. */
  othersVersion(): number
  /** The same of the values of each indicator; null where nothing that rests on them may be kept. */
  valueVersions(): ValueVersions | null
  /** How far one of some tables has been written; null where nothing that rests on it may be kept. */
  touched(table: WatchedTable): TouchedRows | null
  /** Something of the framework, read once per version of it. What is returned is shared: nobody may change it. */
  perFramework<T>(read: (db: Db) => T): T
}

/** Makes the handle of an open driver. */
export function connectionOn(client: Database.Database): Db {
  const statementOf = keepStatements(client)
  const prepared = (sql: string): Statement => statementOf(sql).asArrays()
  const one = (sql: string) => (prepared(sql).get() as [unknown])[0]
  const read = new Map<(db: Db) => unknown, { version: number; value: unknown }>()
  const versions = watchValues(client)
  const touched = watchRows(client)
  const lookAtFile = sameFile(client)
  let damaged = false
  const db: Db = Object.assign(drizzle(driverOf(client, statementOf), { schema }), {
    $client: client,
    tx: <T>(work: () => T): T => {
      try {
        if (!client.inTransaction) lookAtFile()
        return client.transaction(work).immediate()
      } catch (error) {
        if (isDamage(error) && !client.inTransaction) db.stopWriting()
        throw error
      }
    },
    stopWriting: () => {
      damaged = true
      client.pragma('query_only = ON')
    },
    isDamaged: () => damaged,
    prepared,
    frameworkVersion: () => one('select nth from framework_version') as number,
    dataVersion: () => `${one('select total_changes()')}/${one('pragma data_version')}`,
    othersVersion: () => one('pragma data_version') as number,
    valueVersions: () => (damaged ? null : versions()),
    touched: (table: WatchedTable) => (damaged ? null : touched(table)),
    perFramework: <T>(reading: (db: Db) => T): T => {
      const version = db.frameworkVersion()
      const known = read.get(reading)
      if (known?.version === version) return known.value as T
      const value = reading(db)
      read.set(reading, { version, value })
      return value
    },
  })
  return db
}

/**
 * A query of the builder with its placeholders, put together and prepared once per connection: where a request or a save
 * asks for one row, putting the statement together would take ten times as long as reading it.
 */
export function oncePerConnection<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const built = new WeakMap<Db, Query>()
  return (db) => {
    const known = built.get(db)
    if (known !== undefined) return known
    const query = build(db)
    built.set(db, query)
    return query
  }
}

/** Reads something of the framework once per version of it and connection. */
export function oncePerVersion<T>(read: (db: Db) => T): (db: Db) => T {
  return (db) => db.perFramework(read)
}

/** Thrown within a transaction that is refused: nothing of it is written, and `why` is the answer. */
export class RolledBack<Why> extends Error {
  constructor(readonly why: Why) {
    super(`rolled back: ${JSON.stringify(why)}`)
  }
}

/** What some work came to or, where it was rolled back, why. */
export function orWhy<Done, Why>(work: () => Done): Done | Why {
  try {
    return work()
  } catch (error) {
    if (error instanceof RolledBack) return error.why
    throw error
  }
}
