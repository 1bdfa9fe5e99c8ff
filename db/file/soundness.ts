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

/** Names of all tables, in order. */
export function tablesIn(client: Database.Database): string[] {
  const names = client.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all()
  return names as string[]
}

/** Reads the first row of every table, and so the pages that everything else hangs from. @throws when one is damaged */
export function readRoots(client: Database.Database): void {
  for (const table of tablesIn(client)) client.prepare(`select * from "${table}" limit 1`).get()
}
