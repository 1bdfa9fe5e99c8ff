import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CannotOpen, open } from '../../db/open.ts'
import { root } from '../../src/config/root.ts'

const migrations = join(root, 'db/migrations')
let room: string
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'refused-'))
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'opened'
  } catch (error) {
    if (error instanceof CannotOpen) return error.code
    throw error
  }
}

describe('a file that cannot be the database', () => {
  it('refuses a damaged file and what is no database, and leaves both untouched', () => {
    const file = join(room, 'data.db')
    open(file, migrations).$client.close()
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 2000, Math.min(bytes.length, 200_000))
    writeFileSync(file, bytes)
    expect(codeOf(() => open(file, migrations))).toBe('damaged')
    const text = join(room, 'letter.db')
    writeFileSync(text, 'Dear database, '.repeat(500))
    expect(codeOf(() => open(text, migrations))).toBe('damaged')
    expect(readFileSync(text, 'utf8')).toContain('Dear database')
  })

  it('leaves what is not ours as it was: bytes, rights, and what lies beside it', () => {
    const other = join(room, 'other.db')
    new Database(other).exec('create table recipes (id integer)').close()
    const folder = join(room, 'folder')
    mkdirSync(folder)
    const letter = join(room, 'letter.txt')
    writeFileSync(letter, 'Dear database, '.repeat(500))
    const standing = () =>
      [other, folder, letter].map((path) => {
        const { mode, size } = statSync(path)
        return [path, mode, size, path === folder ? '' : readFileSync(path).toString('latin1')]
      })
    for (const path of [other, folder, letter]) chmodSync(path, 0o755)
    const before = standing()
    expect([other, folder, letter].map((path) => codeOf(() => open(path, migrations)))).toEqual([
      'not-ours',
      'unwritable',
      'damaged',
    ])
    expect(standing()).toEqual(before)
    expect(readdirSync(room).sort()).toEqual(['folder', 'letter.txt', 'other.db'])
  })

  it('says so when the folder cannot be written', () => {
    writeFileSync(join(room, 'file'), 'not a folder')
    expect(codeOf(() => open(join(room, 'file/data.db'), migrations))).toBe('unwritable')
    mkdirSync(join(room, 'data.db'))
    expect(codeOf(() => open(join(room, 'data.db'), migrations))).toBe('unwritable')
    expect(statSync(join(room, 'data.db')).isDirectory()).toBe(true)
  })
})
