import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CannotOpen, open } from '../../db/open.ts'
import { allTriggers } from '../../db/triggers.ts'
import { root } from '../../src/config/root.ts'

const migrations = join(root, 'db/migrations')
let room: string
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'open-'))
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

function codeOf(action: () => unknown): string {
  try {
    action()
    return 'opened'
  } catch (error) {
    if (error instanceof CannotOpen) return error.code
    throw error
  }
}

function triggersOf(client: Database.Database): Record<string, string> {
  const rows = client.prepare("select name, sql from sqlite_master where type = 'trigger'").raw().all()
  return Object.fromEntries(rows as [string, string][])
}

/** The migrations of a later version of the program. */
function laterMigrations(sql: string): string {
  const folder = join(room, 'later')
  cpSync(migrations, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { idx: number; when: number; tag: string }[] }
  const last = journal.entries.at(-1)!
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag: '9999_later' })
  writeFileSync(file, JSON.stringify(journal))
  writeFileSync(join(folder, '9999_later.sql'), sql)
  return folder
}

describe('opening a database', () => {
  it('makes a new file ready, with its folder, and opens it again', () => {
    const file = join(room, 'deep/er/data.db')
    const db = open(file, migrations)
    expect(db.$client.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.$client.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.$client.pragma('recursive_triggers', { simple: true })).toBe(1)
    db.$client.close()
    expect(codeOf(() => open(file, migrations).$client.close())).toBe('opened')
    expect(readdirSync(join(room, 'deep/er'))).toEqual(['data.db'])
  })

  it('gives a file the triggers of this code, where it has others', () => {
    const file = join(room, 'data.db')
    const db = open(file, migrations)
    expect(triggersOf(db.$client)).toEqual(Object.fromEntries(allTriggers()))
    db.$client.exec('drop trigger trail_no_update; drop trigger fact_no_delete')
    db.$client.exec('create trigger fact_no_delete before delete on fact begin select 1; end')
    db.$client.exec('create trigger of_a_later_program before delete on fact begin select 1; end')
    db.$client.close()
    const again = open(file, migrations)
    expect(triggersOf(again.$client)).toEqual(Object.fromEntries(allTriggers()))
    again.$client.close()
  })

  it('lets a migration change what stands for ever, and nobody after it', () => {
    const file = join(room, 'data.db')
    const db = open(file, migrations)
    db.$client.exec(
      `insert into trail (at, verb, subject_kind, subject_id, detail) values (1, 'project.loaded', 'project', 'x', '{}')`,
    )
    db.$client.close()
    const later = open(file, laterMigrations('UPDATE `trail` SET `at` = 2;'))
    expect(later.$client.prepare('select at from trail').pluck().all()).toEqual([2])
    expect(() => later.$client.exec('update trail set at = 3')).toThrowError('append-only')
    later.$client.close()
  })

  it('copies the file aside before a migration', () => {
    const file = join(room, 'data.db')
    open(file, migrations).$client.close()
    const later = open(file, laterMigrations('CREATE TABLE `added` (`id` integer);'))
    expect(later.$client.prepare('select count(*) from added').pluck().get()).toBe(0)
    later.$client.close()
    expect(readdirSync(room).filter((name) => name.startsWith('data.db.before-'))).toHaveLength(1)
  })

  it('leaves the file as it was when a migration fails', () => {
    const file = join(room, 'data.db')
    open(file, migrations).$client.close()
    const before = tablesOf(file)
    const broken = laterMigrations(
      'CREATE TABLE `half` (`id` integer);\n--> statement-breakpoint\nINSERT INTO `nowhere` VALUES (1);',
    )
    expect(codeOf(() => open(file, broken))).toBe('migration-failed')
    expect(tablesOf(file)).toEqual(before)
    expect(codeOf(() => open(file, migrations).$client.close())).toBe('opened')
  })

  it('takes what is missing of the program itself for no damage of the file', () => {
    const file = join(room, 'data.db')
    open(file, migrations).$client.close()
    expect(codeOf(() => open(file, join(room, 'nowhere')))).toBe('incomplete')
    expect(codeOf(() => open(file, migrations).$client.close())).toBe('opened')
  })

  it('refuses a file written by a newer version', () => {
    const file = join(room, 'data.db')
    open(file, laterMigrations('CREATE TABLE `added` (`id` integer);')).$client.close()
    expect(codeOf(() => open(file, migrations))).toBe('newer')
  })
})

function tablesOf(file: string): unknown[] {
  const db = new Database(file, { readonly: true })
  const names = db.prepare('select name from sqlite_master order by name').pluck().all()
  db.close()
  return names
}
