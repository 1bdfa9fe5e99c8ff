import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable, SQLiteTable as Table } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import * as schema from '../../db/schema.ts'
import { root } from '../../src/config/root.ts'
import { emptyDb } from '../support/database.ts'

const tables = (Object.values(schema) as unknown[]).filter((value): value is SQLiteTable => is(value, Table))

describe('the schema', () => {
  it('is what the migrations make: drizzle-kit finds nothing left to generate', () => {
    const room = mkdtempSync(join(tmpdir(), 'schema-'))
    cpSync(join(root, 'db'), join(room, 'db'), { recursive: true })
    cpSync(join(root, 'src'), join(room, 'src'), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(room, 'node_modules'))
    writeFileSync(join(room, 'package.json'), '{"type":"module"}')
    cpSync(join(root, 'drizzle.config.ts'), join(room, 'drizzle.config.ts'))
    const before = readdirSync(join(room, 'db/migrations'))
    const said = execFileSync('node_modules/.bin/drizzle-kit', ['generate'], { cwd: room, encoding: 'utf8' })
    const after = readdirSync(join(room, 'db/migrations'))
    rmSync(room, { recursive: true })
    expect(said).toContain('No schema changes')
    expect(after).toEqual(before)
  })

  it('has every table and column in a migrated database, and no other', () => {
    const db = emptyDb()
    const made = db.$client
      .prepare(
        "select m.name || '.' || c.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.name not like '\\_\\_%' escape '\\' and m.name not like 'sqlite%'",
      )
      .pluck()
      .all() as string[]
    const meant = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table)
      return columns.map((column) => `${name}.${column.name}`)
    })
    expect(made.sort()).toEqual(meant.sort())
  })

  it('refuses what is outside its closed lists and ranges', () => {
    const { $client } = emptyDb()
    const refused = (sql: string) => expect(() => $client.exec(sql), sql).toThrow(/constraint|append-only|never/i)
    refused(
      "insert into person (email, name, role, language, password_hash, created_at) values ('a@b.c', 'A', 'king', 'vi', 'x', 1)",
    )
    refused(
      "insert into person (email, name, role, language, password_hash, created_at) values ('A@b.c', 'A', 'donor', 'vi', 'x', 1)",
    )
    refused("insert into period (quarter, due_on) values (12, '2020-01-01')")
    refused(
      "insert into result (code, level, component, statement_vi, statement_en, position) values ('X', 'impact', 'protection', 'a', 'a', 1)",
    )
    refused(
      "insert into release (title, donor, audience, threshold, language, from_quarter, to_quarter, layout, as_at, state, created_at) values ('t', 'd', 'donor', 4, 'vi', 8080, 8081, '{}', 1, 'draft', 1)",
    )
    refused('insert into assignment (indicator_id, place_id, partner_id, from_quarter) values (99, 99, 99, 8080)')
    refused(
      "insert into project (id, code, name_vi, name_en, donor_vi, donor_en, first_quarter, last_quarter, illustrative) values (2, 'x', 'x', 'x', 'x', 'x', 8080, 8081, 0)",
    )
  })

  it('keeps the trail, the facts and the approved values as they were', () => {
    const { $client } = emptyDb()
    $client.exec("insert into trail (at, verb, subject_kind, subject_id, detail) values (1, 'x', 'x', '1', '{}')")
    expect(() => $client.exec('update trail set at = 2')).toThrow(/append-only/)
    expect(() => $client.exec('delete from trail')).toThrow(/append-only/)
    $client.exec(
      "insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value) values (1, 8080, 1, 1, 1, 10, 'reported', 5)",
    )
    expect(() => $client.exec('update fact set value = 6')).toThrow(/never rewritten/)
    expect(() => $client.exec('delete from fact')).toThrow(/never removed/)
    $client.exec('update fact set approved_to = 20')
    expect(() => $client.exec('update fact set approved_to = 30')).toThrow(/never rewritten/)
  })
})
