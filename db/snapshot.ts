import Database from 'better-sqlite3'
import { connectionOn, type Db } from './connection.ts'
import { storageFaultOf } from './file/storage-fault.ts'

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

/** There is no room for a copy where SQLite puts its temporary files. */
export class NoRoomForCopy extends Error {}

/**
 * Tries something on a copy of a database as it is at this moment, which is thrown away: of what is written there nothing stays. The copy
 * has no name: what does not fit into the cache lies in a temporary file that is nobody's to open, and is gone with the connection, so
 * that a large database takes room on the disk for a while and none in memory.
 * @throws NoRoomForCopy
 */
export function onCopy<T>(source: SnapshotSource, work: (copy: Db) => T): T {
  const client = new Database(typeof source === 'string' ? '' : bufferOf(source))
  try {
    client.pragma('cache_size = -65536')
    client.pragma('journal_mode = MEMORY')
    if (typeof source === 'string') copyInto(client, source)
    return work(connectionOn(client))
  } catch (error) {
    if (storageFaultOf(error) === 'full') throw new NoRoomForCopy()
    throw error
  } finally {
    client.close()
  }
}

/** Tables and indexes before their rows, so that SQLite takes these over page by page; triggers after, so that none of them fires. */
function copyInto(client: Database.Database, file: string): void {
  client.pragma('busy_timeout = 5000')
  client.pragma('foreign_keys = OFF')
  client.prepare('attach ? as source').run(file)
  client.transaction(() => {
    const make = (types: string) => {
      const found = client
        .prepare(
          `select sql from source.sqlite_schema where type in (${types}) and sql is not null and name not like 'sqlite\\_%' escape '\\' order by rowid`,
        )
        .pluck()
        .all() as string[]
      for (const sql of found) client.exec(sql)
    }
    make(`'table', 'index'`)
    const tables = client
      .prepare(`select name from source.sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'`)
      .pluck()
      .all() as string[]
    for (const table of tables) client.exec(`insert into main."${table}" select * from source."${table}"`)
    make(`'trigger', 'view'`)
  })()
  client.exec('detach source')
  client.pragma('foreign_keys = ON')
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
