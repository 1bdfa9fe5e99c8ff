import type Database from 'better-sqlite3'
import type { Statement } from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/** Statements that are kept: those of the builder are some hundreds, but for lists of any length. */
const MOST = 500

/** What the builder does with a statement. */
type Kept = Pick<Statement, 'run' | 'get' | 'all'> & { raw: () => Statement }

/**
 * A driver for the query builder that prepares each text once: the builder asks for a statement whenever a query is made, and preparing
 * one takes as long as reading what most of them read. Rows as arrays are a mode of a statement, so each text has one for either.
 * @param client the driver itself, for whatever is not the builder's
 */
export function keepingStatements(client: Database.Database): Database.Database {
  const kept = new LRUCache<string, Kept>({ max: MOST })
  const prepare = (sql: string): Kept => {
    const known = kept.get(sql)
    if (known) return known
    const made = keptStatement(client, sql)
    kept.set(sql, made)
    return made
  }
  return Object.create(client, { prepare: { value: prepare } }) as Database.Database
}

/** Prepared when the builder asks for it, which is when a text that is wrong has to be refused. */
function keptStatement(client: Database.Database, sql: string): Kept {
  const first = client.prepare(sql)
  let [plain, arrays]: (Statement | null)[] = [null, null]
  const asObjects = () => {
    plain ??= arrays === null ? first : client.prepare(sql)
    return plain
  }
  return {
    run: (...values: unknown[]) => asObjects().run(...values),
    get: (...values: unknown[]) => asObjects().get(...values),
    all: (...values: unknown[]) => asObjects().all(...values),
    raw: () => {
      arrays ??= (plain === null ? first : client.prepare(sql)).raw()
      return arrays
    },
  }
}
