import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { configure } from '../../db/open.ts'
import { TABLES, type TableName, type TableRules } from '../../db/tables.ts'
import { columnNames, primaryKeyOf } from '../../db/triggers/columns.ts'
import { addLaterRows } from './later-rows.ts'
import { migratedRelease } from './released.ts'

const onceOf = (table: TableName): readonly string[] => (TABLES[table] as TableRules).once ?? []
const ONCE = (Object.keys(TABLES) as TableName[]).filter((table) => onceOf(table).length > 0)

let db: Database.Database
beforeAll(() => {
  db = new Database(migratedRelease())
  addLaterRows(db)
  configure(db)
})
afterAll(() => db.close())

it('is said of places and their levels, of what ends a token, and of when a message was sent', () => {
  expect(ONCE).toEqual(['place_level', 'place', 'api_token', 'reminder'])
})

it.each(ONCE)('what is written once in %s is changed by no statement, nor replaced', (table) => {
  type Row = Record<string, string | number | null>
  const all = () => JSON.stringify(db.prepare(`select * from ${table}`).all())
  const before = all()
  const row = db.prepare(`select * from ${table} limit 1`).get() as Row
  const [key] = primaryKeyOf(table)
  const columns = columnNames(table)
  const values = `(${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`
  for (const column of onceOf(table)) {
    const stood = row[column]!
    const other = typeof stood === 'number' ? stood + 1 : `${stood}x`
    const attempts: { sql: string; bound: Row }[] = [
      ...['update', 'update or replace', 'update or ignore'].map((update) => ({
        sql: `${update} ${table} set ${column} = @other where ${key} = @key`,
        bound: { other, key: row[key!]! },
      })),
      ...['insert or replace', 'replace'].map((insert) => ({
        sql: `${insert} into ${table} ${values}`,
        bound: { ...row, [column]: other },
      })),
    ]
    for (const { sql, bound } of attempts) expect(() => db.prepare(sql).run(bound), sql).toThrow(/is written once/)
  }
  expect(all()).toBe(before)
})
