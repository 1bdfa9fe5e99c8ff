import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable, SQLiteTable as Table } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import * as schema from '../../db/schema.ts'
import { TABLES, type TableRules } from '../../db/tables.ts'
import { allTriggers } from '../../db/triggers.ts'
import { root } from '../../src/config/root.ts'
import { emptyDb } from '../support/database.ts'

const tables = (Object.values(schema) as unknown[]).filter((value): value is SQLiteTable => is(value, Table))

/** Names that look like a key and are none, with the reason. */
const NO_KEY = {
  'trail.subject_id': 'the kind beside it says of what: a row, a quarter, a setting by its name',
  'release_figure.figure_id': 'the name of a figure inside its release; figures are never stored as such',
}

/** What a file that was released has been through already cannot be mended in it: a new migration can. */
const RELEASED = {
  '0000_init.sql': '38b436f690a45e31e069bc7b3dab0b8ec3bf7bc03c1f6a41c3f4e2920d430245',
  '0001_append-only-trail.sql': 'f140053a7dad52baa98b9510f854063671a04856a44213b9ed22694dc206b1d4',
}

const ONE_OF_EACH = `
  insert into result (id, code, level, statement_vi, statement_en, position) values (1, 'R', 'output', '', '', 1);
  insert into indicator (id, code, result_id, position) values (1, 'X', 1, 1);
  insert into place (id, slug, code, level, position) values (1, 'p', 'p', 'province', 1);
  insert into place_definition values (1, null, '', '', '2004-01-01', null, 0, null);
  insert into partner (id, slug, position) values (1, 'r', 1);`

const query = (sql: string) => emptyDb().$client.prepare(sql).raw().all() as unknown[][]

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

  it('says of every table how its rows may change, and of no other', () => {
    expect(Object.keys(TABLES).sort()).toEqual(tables.map((table) => getTableConfig(table).name).sort())
  })

  it('has the triggers that the classes of its tables ask for, as they are made today, and no other', () => {
    const made = query("select name, sql from sqlite_master where type = 'trigger'") as [string, string][]
    const missing = [...allTriggers()].filter(([name, sql]) => !made.some((one) => one[0] === name && one[1] === sql))
    const left = made.filter(([name]) => !allTriggers().has(name))
    expect([missing.map(([name]) => name), left.map(([name]) => name)]).toEqual([[], []])
  })

  it('keeps the rows of some tables by their primary key alone, as the list says', () => {
    const clustered = query("select name from pragma_table_list where schema = 'main' and wr = 1 order by name")
    const meant = Object.entries<TableRules>(TABLES).filter(([, rules]) => rules.clustered)
    expect(clustered.flat()).toEqual(meant.map(([name]) => name).sort())
  })

  it('has a foreign key wherever a name says so', () => {
    const keys = query(
      "select m.name || '.' || f.\"from\" from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'",
    ).flat()
    const named = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table)
      return columns.filter((column) => /_(id|by)$/.test(column.name)).map((column) => `${name}.${column.name}`)
    })
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter((column) => !keys.includes(column))).toEqual(Object.keys(NO_KEY))
  })

  it('has every closed list and every yes or no as a check', () => {
    const sql = new Map(query("select name, sql from sqlite_master where type = 'table'") as [string, string][])
    const lists = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table)
      return columns.flatMap((column) => {
        const list =
          column.enumValues?.map((word: string) => `'${word}'`) ?? (column.dataType === 'boolean' ? ['0', '1'] : null)
        return list ? [{ table: name, check: `"${name}"."${column.name}" in (${list.join(', ')})` }] : []
      })
    })
    expect(lists.length).toBeGreaterThan(25)
    expect(lists.filter(({ table, check }) => !sql.get(table)!.includes(check))).toEqual([])
  })

  it('comes by migrations of which the released ones are as they were released', () => {
    const hash = (file: string) =>
      createHash('sha256')
        .update(readFileSync(join(root, 'db/migrations', file)))
        .digest('hex')
    expect(Object.fromEntries(Object.keys(RELEASED).map((file) => [file, hash(file)]))).toEqual(RELEASED)
  })

  it('comes by migrations that make no triggers, but for the released ones: those are made from their list', () => {
    const all = readdirSync(join(root, 'db/migrations')).filter((file) => file.endsWith('.sql'))
    const making = all.filter((file) =>
      /^(create|drop) trigger/im.test(readFileSync(join(root, 'db/migrations', file), 'utf8')),
    )
    expect(making).toEqual(['0001_append-only-trail.sql'])
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
      "insert into release (title, donor, audience, threshold, language, from_quarter, to_quarter, layout, as_at, state, created_at) values ('t', 'd', 'donor', 4, 'vi', 8080, 8081, '{}', 1, 'protecting', 1)",
    )
    refused(
      'insert into assignment (indicator_id, place_id, partner_id, from_quarter, known_from) values (99, 99, 99, 8080, 0)',
    )
    refused("insert into project (id, code, name_vi, name_en, illustrative) values (2, 'x', 'x', 'x', 0)")
  })

  it('keeps the trail, the facts and the approved values as they were', () => {
    const { $client } = emptyDb()
    $client.exec(
      "insert into trail (at, verb, subject_kind, subject_id, detail) values (1, 'period.closed', 'period', '2020-Q1', '{}')",
    )
    expect(() => $client.exec('update trail set at = 2')).toThrow(/append-only/)
    expect(() => $client.exec('delete from trail')).toThrow(/append-only/)
    $client.exec(ONE_OF_EACH)
    $client.exec(
      "insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value) values (1, 8080, 1, 1, 1, 10, 'reported', 5)",
    )
    expect(() => $client.exec('update fact set value = 6')).toThrow(/never rewritten/)
    expect(() => $client.exec('delete from fact')).toThrow(/never removed/)
    $client.exec('update fact set approved_to = 20')
    expect(() => $client.exec('update fact set approved_to = 30')).toThrow(/never rewritten/)
  })
})
