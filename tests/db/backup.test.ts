import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp } from '../../db/backup/back-up.ts'
import { restore } from '../../db/backup/restore.ts'
import { configure } from '../../db/open.ts'
import { root } from '../../src/config/root.ts'
import { emptyDb, imageAndClose } from '../support/database.ts'
import { addedPerson } from '../support/people.ts'

const NOW = Date.UTC(2026, 10, 26, 3, 25, 1, 123)
const MIGRATIONS = join(root, 'db/migrations')

let folder: string
let file: string
let client: Database.Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  file = join(folder, '3p.db')
  const db = emptyDb()
  addedPerson(db, { email: 'an@ngo.vn', name: 'An' }, 1)
  writeFileSync(file, imageAndClose(db))
  client = new Database(file)
  configure(client)
})
afterEach(() => {
  client.close()
  rmSync(folder, { recursive: true })
})

const out = () => join(folder, 'out')
const make = (report: (done: number, of: number) => void = () => {}) => backUp(file, out(), NOW, report)
const back = (from: string, to = join(folder, 'new/3p.db')) => restore(from, to, MIGRATIONS)
const rename = (name: string) => client.prepare('update person set name = ?').run(name)
const nameIn = (path: string) => {
  const opened = new Database(path, { readonly: true })
  const name = opened.prepare('select name from person').pluck().get()
  opened.close()
  return name
}
const rights = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('a backup', () => {
  it('has what was saved when it began, in one file with its checksum, its owner’s alone', async () => {
    rename('in the log, not in the file yet')
    const { file: made, sha256, contents, bytes } = await make()
    expect(readdirSync(out())).toEqual([
      'no-project-2026-11-26T032501.123Z.db',
      'no-project-2026-11-26T032501.123Z.db.sha256',
    ])
    expect(nameIn(made)).toBe('in the log, not in the file yet')
    expect(readFileSync(`${made}.sha256`, 'utf8')).toBe(`${sha256}  no-project-2026-11-26T032501.123Z.db\n`)
    expect(contents.rows.get('person')).toBe(1)
    expect(bytes).toBe(statSync(made).size)
    expect([out(), made, `${made}.sha256`].map(rights)).toEqual(['700', '600', '600'])
  })

  it('is of one moment, however much is written while it is copied', async () => {
    client.exec(`create table filler (x); insert into filler with recursive n(i) as (select 1 union all select i + 1 from n
      where i < 20000) select randomblob(400) from n`)
    const progress: number[] = []
    const { file: made } = await make((done, of) => {
      progress.push(done / of)
      rename(`written while copying ${done}`)
      client.exec('update filler set x = randomblob(400) where rowid % 100 = 0')
    })
    expect(progress.length).toBeGreaterThan(1)
    expect([...progress].sort()).toEqual(progress)
    expect(nameIn(made)).toBe('An')
    expect(nameIn(file)).toContain('written while copying')
  })

  it('never writes over another, nor over its checksum', async () => {
    const { file: made } = await make()
    const before = readFileSync(made)
    rename('later')
    await expect(make()).rejects.toMatchObject({ code: 'exists', file: made })
    expect(readFileSync(made)).toEqual(before)
    rmSync(`${made}.sha256`)
    await expect(make()).rejects.toMatchObject({ code: 'exists' })
    expect(readFileSync(made)).toEqual(before)
    expect(readdirSync(out()).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is named after the project', async () => {
    client.exec(`insert into project (id, code, name_vi, name_en, illustrative)
      values (1, 'TMSV/2 vn', '', '', 0)`)
    expect((await make()).file).toBe(join(out(), 'TMSV-2-vn-2026-11-26T032501.123Z.db'))
  })

  it('is not made of a damaged file, nor of what is none of ours or not there, and leaves nothing', async () => {
    const { page } = client.prepare("select rootpage page from sqlite_master where name = 'person'").get() as {
      page: number
    }
    client.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = readFileSync(file)
    bytes.fill(0xff, (page - 1) * 4096, page * 4096)
    const damaged = join(folder, 'damaged.db')
    writeFileSync(damaged, bytes)
    const other = join(folder, 'other.db')
    new Database(other).exec('create table x (y)').close()
    for (const [from, code] of [
      [damaged, 'damaged'],
      [other, 'not-ours'],
      [join(folder, 'nowhere.db'), 'missing'],
      [join(root, 'package.json'), 'damaged'],
    ] as const)
      await expect(
        backUp(from, out(), NOW, () => {}),
        from,
      ).rejects.toMatchObject({ code, file: from })
    expect(existsSync(out()) ? readdirSync(out()) : []).toEqual([])
  })

  it('takes away what a program that was killed left more than a day ago', async () => {
    await make()
    const [old, young, foreign] = ['.a-1.db.77.part', '.b-1.db.78.part', '.bashrc.part'].map((name) =>
      join(out(), name),
    ) as [string, string, string]
    for (const left of [old, young, foreign]) writeFileSync(left, '')
    for (const left of [old, foreign]) utimesSync(left, 1, NOW / 1000 - 90_000)
    utimesSync(young, 1, NOW / 1000 - 3600)
    await backUp(file, out(), NOW + 1, () => {})
    expect([old, young, foreign].map(existsSync)).toEqual([false, true, true])
  })
})

describe('a restored file', () => {
  it('holds the same, is its owner’s alone, and is opened like any other', async () => {
    const { file: made, contents } = await make()
    const target = join(folder, 'new/3p.db')
    expect(await back(made)).toEqual({ contents, checked: true })
    expect(readFileSync(target)).toEqual(readFileSync(made))
    expect([join(folder, 'new'), target].map(rights)).toEqual(['700', '600'])
    expect(readdirSync(join(folder, 'new'))).toEqual(['3p.db'])
  })

  it.each(['', '-wal', '-shm', '-journal'])('is never put where 3p.db%s is', async (end) => {
    const { file: made } = await make()
    const target = join(folder, 'there.db')
    writeFileSync(target + end, 'something')
    await expect(back(made, target)).rejects.toMatchObject({ code: 'exists', file: target + end })
    expect(readFileSync(target + end, 'utf8')).toBe('something')
    expect(readdirSync(folder).filter((name) => name.startsWith('there.db'))).toEqual([`there.db${end}`])
  })

  it('is not made of what is not as it was backed up', async () => {
    const { file: made } = await make()
    const bytes = readFileSync(made)
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(made, bytes)
    await expect(back(made)).rejects.toMatchObject({ code: 'checksum', file: made })
    expect(readdirSync(join(folder, 'new'))).toEqual([])
  })

  it('is not made of half a file, of what is damaged, none of ours, newer or not there', async () => {
    const { file: made } = await make()
    rmSync(`${made}.sha256`)
    const whole = readFileSync(made)
    const variant = (name: string, bytes: Buffer) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    }
    const newer = variant('newer.db', whole)
    const later = new Database(newer)
    later.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)")
    later.close()
    const other = join(folder, 'other.db')
    new Database(other).exec('create table x (y)').close()
    for (const [from, code] of [
      [variant('half.db', whole.subarray(0, whole.length / 2)), 'damaged'],
      [variant('none.db', Buffer.from('not a database at all '.repeat(300))), 'damaged'],
      [other, 'not-ours'],
      [newer, 'newer'],
      [join(folder, 'nowhere.db'), 'missing'],
    ] as const)
      await expect(back(from), from).rejects.toMatchObject({ code, file: from })
    expect(readdirSync(join(folder, 'new'))).toEqual([])
  })

  it('of a copy that somebody made has what lay in the log beside it, and no checksum is known', async () => {
    rename('in the log')
    const copy = join(folder, 'copy.db')
    for (const end of ['', '-wal']) copyFileSync(file + end, copy + end)
    chmodSync(copy, 0o444)
    expect((await back(copy)).checked).toBe(false)
    expect(nameIn(join(folder, 'new/3p.db'))).toBe('in the log')
  })
})
