import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'

/** A full look costs a second per gigabyte: a larger file is looked at by a thread, once the program runs. */
const LARGE = 64 * 1024 * 1024

export function isLarge(file: string): boolean {
  return file !== ':memory:' && statSync(file).size >= LARGE
}

/** Looks at every page of a database. */
export function looksSound(client: Database.Database): boolean {
  return client.pragma('quick_check(1)', { simple: true }) === 'ok'
}

/** Reads the first row of every table, and so the pages that everything else hangs from. @throws when one is damaged */
export function readRoots(client: Database.Database): void {
  const tables = client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  for (const table of tables) client.prepare(`select * from "${table}" limit 1`).get()
}

export function isDamage(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^SQLITE_(?:NOTADB|CORRUPT)(?:_|$)/.test(code)
}
