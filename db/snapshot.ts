import { statSync } from 'node:fs'
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
  const client = new Database(typeof source === 'string' ? source : bufferOf(source), { readonly: true })
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

/** Bytes of a database of which a copy in memory is still no burden. */
const LARGEST_COPY = 256 * 1024 * 1024

/**
 * Tries something on a copy of a database as it is at this moment, in memory, which is thrown away: of what is written there nothing
 * stays. Null where the database is too large to be copied.
 */
export function onCopy<T>(source: SnapshotSource, work: (copy: Db) => T): T | null {
  if (typeof source === 'string' && statSync(source).size > LARGEST_COPY) return null
  const bytes = typeof source === 'string' ? bytesOf(source) : bufferOf(source)
  // A copy in memory has no write-ahead log beside it, and can't be opened as if it had (bytes 18 and 19 of the file format).
  bytes.fill(1, 18, 20)
  const client = new Database(bytes)
  try {
    client.pragma('temp_store = MEMORY')
    return work(connectionOn(client))
  } finally {
    client.close()
  }
}

function bytesOf(file: string): Buffer {
  const client = new Database(file, { readonly: true })
  try {
    client.pragma('busy_timeout = 5000')
    return client.serialize()
  } finally {
    client.close()
  }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
