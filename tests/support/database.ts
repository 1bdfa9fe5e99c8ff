import { join } from 'node:path'
import Database from 'better-sqlite3'
import { connectionOn, type Db } from '../../db/connection.ts'
import { configure, open } from '../../db/open.ts'
import { root } from '../../src/config/root.ts'

/** A whole database as bytes, of which any number of databases can be made, each in memory and on its own. */
export type Image = Buffer

export function copyOf(image: Image): Db {
  const client = new Database(image)
  configure(client)
  return connectionOn(client)
}

/** What a database holds now. */
export function imageOf(db: Db): Image {
  return db.$client.serialize()
}

/** The same, of a database that is needed no more. */
export function imageAndClose(db: Db): Image {
  const image = imageOf(db)
  db.$client.close()
  return image
}

let migrated: Image | undefined

/** A database without a row, migrated once: a thousand of them are made in a second. */
export function emptyDb(): Db {
  migrated ??= imageAndClose(open(':memory:', join(root, 'db/migrations')))
  return copyOf(migrated)
}
