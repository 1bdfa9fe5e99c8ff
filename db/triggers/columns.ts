import { is, type SQL } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, SQLiteSyncDialect, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from '../schema.ts'

const configs = new Map(
  (Object.values(schema) as unknown[])
    .filter((value): value is SQLiteTable => is(value, SQLiteTable))
    .map((table) => [getTableConfig(table).name, getTableConfig(table)]),
)

export function columnNames(table: string): string[] {
  return configs.get(table)!.columns.map(({ name }) => name)
}

/** The primary key's columns. */
export function primaryKeyOf(table: string): string[] {
  const { columns, primaryKeys } = configs.get(table)!
  const [composite] = primaryKeys
  return (composite?.columns ?? columns.filter(({ primary }) => primary)).map(({ name }) => name)
}

/** What no two rows of a table may share: its primary key and its unique columns; `where`: among these rows only. */
export function uniquesOf(table: string): { columns: string[]; where?: string }[] {
  const { columns, uniqueConstraints, indexes } = configs.get(table)!
  return [
    { columns: primaryKeyOf(table) },
    ...columns.filter(({ isUnique }) => isUnique).map(({ name }) => ({ columns: [name] })),
    ...uniqueConstraints.map((constraint) => ({ columns: constraint.columns.map(({ name }) => name) })),
    ...indexes
      .filter(({ config }) => config.unique)
      .map(({ config }) => ({
        columns: config.columns.map((column) => (column as SQLiteColumn).name),
        ...(config.where ? { where: textOf(config.where) } : {}),
      })),
  ]
}

function textOf(condition: SQL): string {
  return new SQLiteSyncDialect().sqlToQuery(condition).sql
}
