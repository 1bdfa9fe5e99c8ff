import type Database from 'better-sqlite3'
import type { Statement } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/** Statements that are kept: there are some hundreds, but for lists of any length. */
const MOST = 1000

/** A text of SQL, prepared: rows as objects or as arrays are a mode of a statement, so each text has one for either. */
export type KeptStatement = {
  asObjects: () => Statement
  /** The rows of what reads; what writes has none, and is the same statement. */
  asArrays: () => Statement
}

/**
 * Prepares each text of a connection once, which takes as long as reading what most of them read.
 * @returns the statement of a text; it throws, each time, for one that is wrong
 */
export function keepStatements(client: Database.Database): (sql: string) => KeptStatement {
  const kept = new LRUCache<string, KeptStatement>({ max: MOST })
  return (sql) => {
    const known = kept.get(sql)
    if (known) return known
    const made = keptStatement(client, sql)
    kept.set(sql, made)
    return made
  }
}

function keptStatement(client: Database.Database, sql: string): KeptStatement {
  const first = client.prepare(sql)
  let [objects, arrays]: (Statement | null)[] = [null, null]
  const asObjects = () => {
    objects ??= arrays === null ? first : client.prepare(sql)
    return objects
  }
  const asArrays = () => {
    if (!first.reader) return first
    arrays ??= (objects === null ? first : client.prepare(sql)).raw()
    return arrays
  }
  return { asObjects, asArrays }
}

/** A driver for the query builder, which asks for a statement whenever a query is made, and says later how it wants the rows. */
export function driverOf(client: Database.Database, statementOf: (sql: string) => KeptStatement): Database.Database {
  const prepare = (sql: string) => {
    const { asObjects, asArrays } = statementOf(sql)
    return {
      run: (...values: unknown[]) => asObjects().run(...values),
      get: (...values: unknown[]) => asObjects().get(...values),
      all: (...values: unknown[]) => asObjects().all(...values),
      raw: asArrays,
    }
  }
  return Object.create(client, { prepare: { value: prepare } }) as Database.Database
}
