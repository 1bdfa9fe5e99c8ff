import type { Statement } from 'better-sqlite3'
import type { Db } from '../../db/open.ts'

const statements = new WeakMap<Db, Statement>()

/**
 * Another number after every change of indicators, breakdowns, places, partners or assignments, by this process or another
 * one: triggers in the database see to it.
 */
export function frameworkVersion(db: Db): number {
  const statement = statements.get(db) ?? db.$client.prepare('select nth from framework_version').pluck()
  statements.set(db, statement)
  return statement.get() as number
}

/** Reads something of the framework once per version of it. What is returned is shared: callers must not change it. */
export function oncePerVersion<T>(read: (db: Db) => T): (db: Db) => T {
  const kept = new WeakMap<Db, { version: number; read: T }>()
  return (db) => {
    const version = frameworkVersion(db)
    const known = kept.get(db)
    if (known?.version === version) return known.read
    const fresh = read(db)
    kept.set(db, { version, read: fresh })
    return fresh
  }
}
