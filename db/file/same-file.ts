import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { isWritable } from './modes.ts'

/**
 * A look whether a database still lies where it was opened, and may be written there. SQLite goes on writing to a file that was
 * moved, deleted or replaced, and to one whose disk has become read-only: what is acknowledged then is in no file that anybody opens
 * again. What was saved last (-wal) is in one and the same file for as long as the database is open.
 * @returns what throws as SQLite does where it notices by itself (https://sqlite.org/rescode.html#readonly_dbmoved)
 */
export function sameFile(client: Database.Database): () => void {
  if (client.memory) return () => undefined
  const files = [client.name, `${client.name}-wal`]
  const known = new Map(files.map((file) => [file, identityOf(file)]))
  return () => {
    for (const file of files) {
      const before = known.get(file) ?? null
      const now = identityOf(file)
      if (before === null) known.set(file, now)
      else if (now !== before) throw moved(file)
    }
    if (!isWritable(client.name)) throw readOnly(client.name)
  }
}

/** Two names of one file are one, a file put in the place of another is another; null: there is none. */
function identityOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : null
}

const moved = (file: string) =>
  Object.assign(
    new Error(
      `${file} was moved, deleted or replaced while the program runs: nothing is saved until it is back in its place (docs/running.md)`,
    ),
    { code: 'SQLITE_READONLY_DBMOVED' },
  )

const readOnly = (file: string) =>
  Object.assign(
    new Error(`${file} has become read-only while the program runs: nothing is saved until it can be written`),
    {
      code: 'SQLITE_READONLY',
    },
  )
