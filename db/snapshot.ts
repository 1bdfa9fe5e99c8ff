import Database from 'better-sqlite3'
import { connectionOn, type Db } from './connection.ts'

/** Where a database can be read from by another thread: its file, or all of its bytes when it lies in memory. */
export type SnapshotSource = string | Uint8Array

export function sourceOf({ $client }: Db): SnapshotSource {
  return $client.memory ? $client.serialize() : $client.name
}

/**
 * Reads a database as it is at this moment, on a connection of its own: whatever is written meanwhile is not seen, and
 * nothing can be written. (SQLite in WAL mode keeps readers and the writer out of each other's way.)
 */
export function readSnapshot<T>(source: SnapshotSource, read: (db: Db) => T): T {
  const bytes = typeof source === 'string' ? source : Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  const client = new Database(bytes, { readonly: true })
  try {
    client.pragma('busy_timeout = 5000')
    client.pragma('cache_size = -65536')
    client.pragma('temp_store = MEMORY')
    client.exec('begin')
    return read(connectionOn(client))
  } finally {
    client.close()
  }
}
