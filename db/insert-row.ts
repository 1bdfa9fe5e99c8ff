import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './connection.ts'

/** A statement for rows that give the same fields of a table, with those of them that are true or false. */
type Prepared = { sql: string; booleans: string[] }
const prepared = new WeakMap<SQLiteTable, Map<string, Prepared>>()

/**
 * Writes a row by the names and types of the schema, with a statement that is prepared once: for what is written by the
 * thousand, where the builder would put the same statement together each time.
 * @returns the row's id, where the table has one
 */
export function insertRow<T extends SQLiteTable>(db: Db, table: T, row: T['$inferInsert']): number {
  const { sql, booleans } = statementFor(table, row)
  if (booleans.length === 0) return Number(db.prepared(sql).run(row).lastInsertRowid)
  const given = row as Readonly<Record<string, unknown>>
  const stored = Object.fromEntries(booleans.map((field) => [field, given[field] ? 1 : 0]))
  return Number(db.prepared(sql).run({ ...row, ...stored }).lastInsertRowid)
}

function statementFor(table: SQLiteTable, row: object): Prepared {
  let known = prepared.get(table)
  if (!known) {
    known = new Map()
    prepared.set(table, known)
  }
  const fields = Object.keys(row)
  const key = fields.join()
  let statement = known.get(key)
  if (!statement) {
    const columns = getTableColumns(table)
    const names = fields.map((field) => columns[field]!.name)
    statement = {
      sql: `insert into ${getTableName(table)} (${names.join(', ')}) values (${fields.map((one) => `@${one}`).join(', ')})`,
      booleans: fields.filter((field) => columns[field]!.dataType === 'boolean'),
    }
    known.set(key, statement)
  }
  return statement
}
