import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { open } from '../../../db/open.ts'
import { root } from '../../../src/config/root.ts'
import type { App } from '../../../src/web/context.ts'
import { checkInThread } from '../../../src/web/faults/damage.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../../support/demo.ts'
import { PATIENCE } from '../../support/run/patience.ts'

const MIGRATIONS = join(root, 'db/migrations')
const PAGE = 4096

let folder: string
let file: string
let db: Db
let app: App
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'damaged-'))
  file = join(folder, '3p.db')
  writeFileSync(file, demoDb().$client.serialize())
})
afterEach(async () => {
  await app?.close()
  db?.$client.close()
  rmSync(folder, { recursive: true })
})

async function start(): Promise<void> {
  db = open(file, MIGRATIONS)
  app = await testApp(db, () => DEMO_NOW, { database: file })
}

/** Writes rubbish over a page, as a bad disk does. */
function spoil(page: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(PAGE, 0xff), 0, PAGE, (page - 1) * PAGE)
  closeSync(handle)
}

/** Takes everything out of the log, spoils where a table begins, and has the program read the file anew. */
function spoilTable(table: string): void {
  const other = new Database(file)
  other.pragma('wal_checkpoint(TRUNCATE)')
  spoil(other.prepare('select rootpage from sqlite_master where name = ?').pluck().get(table) as number)
  other.exec("update person set language = 'vi' where id = 1")
  other.close()
}

const settings = { green: '95', amber: '60', fiscalStartMonth: '4' }
const bytes = () => ['', '-wal'].map((end) => readFileSync(file + end).toString('latin1'))

describe('damage that is found while the program runs', () => {
  it('stops writing: every later form is answered with how to get the work back, reading goes on', async () => {
    await start()
    const manager = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
    const admin = await new Visitor(app).become(personaId(db, 'admin@example.org'), 'en')
    const submission = db.$client.prepare('select id from submission order by id limit 1').pluck().get()
    await admin.get('/settings')
    spoilTable('entry')
    const first = await manager.get(`/submissions/${submission}`)
    expect(first.status).toBe(500)
    expect(first.body).toContain('The data file is damaged')
    expect(first.body).not.toMatch(/safe|intact/)
    const before = bytes()
    const answers = [
      await admin.post('/settings', settings),
      await manager.post(`/submissions/${submission}/comments`, { text: 'typed with care' }),
      await admin.post('/language', { language: 'vi', back: '/' }),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(503)
      expect(body).toContain('npm run restore')
      expect(body).toContain('nothing is written to the file any more')
    }
    expect(answers[0]!.body).toContain('name="green" value="95"')
    expect(answers[1]!.body).toContain('typed with care')
    expect(bytes()).toEqual(before)
    for (const address of ['/people', '/settings', '/help']) {
      const { status, body } = await admin.get(address)
      expect(status, address).toBe(200)
      expect(body).toContain('nothing can be saved any more')
    }
    const vietnamese = await admin.get('/help?language=vi')
    expect(vietnamese.body).toContain('Tệp dữ liệu bị hỏng: không lưu được gì nữa')
  })

  it('stops writing also where a write finds it', async () => {
    await start()
    const admin = await new Visitor(app).become(personaId(db, 'admin@example.org'), 'en')
    await admin.get('/settings')
    spoilTable('setting')
    const log = vi.spyOn(app.log, 'error')
    const answers = [await admin.post('/settings', settings), await admin.post('/settings', settings)]
    expect(answers.map(({ status }) => status)).toEqual([500, 503])
    const told = log.mock.calls.filter(([, text]) => String(text).includes('restore the last backup'))
    expect(told).toHaveLength(1)
    expect(() => db.tx(() => db.$client.exec("update person set name = 'x'"))).toThrow(/readonly/)
    expect(db.isDamaged()).toBe(true)
  })

  it('is not what a program that was refused a row, or found no room, takes it for', async () => {
    await start()
    const other = () => db.tx(() => db.$client.exec('insert into person (id) values (1)'))
    expect(other).toThrow(/constraint/i)
    expect(db.isDamaged()).toBe(false)
  })
})

describe('a file too large to be looked at page by page before it starts', () => {
  const FILLER = `create table filler (x); insert into filler with recursive n(i) as
    (select 1 union all select i + 1 from n where i < 70000) select randomblob(1000) from n`
  beforeEach(() => {
    const made = new Database(file)
    made.pragma('journal_mode = WAL')
    made.exec(FILLER)
    made.close()
  })

  it('does not start when what everything hangs from is damaged', () => {
    const made = new Database(file, { readonly: true })
    const page = made.prepare("select rootpage from sqlite_master where name = 'trail'").pluck().get() as number
    made.close()
    spoil(page)
    const before = readFileSync(file)
    expect(() => open(file, MIGRATIONS)).toThrow(expect.objectContaining({ code: 'damaged' }))
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('is looked at by a thread once it runs, which stops writing when it finds a damaged page', async () => {
    const whole = join(folder, 'whole.db')
    copyFileSync(file, whole)
    const made = new Database(file, { readonly: true })
    const page = made.prepare("select max(pageno) from dbstat where name = 'filler' and pagetype = 'leaf'").pluck()
    const leaf = page.get() as number
    made.close()
    spoil(leaf - 3)
    await start()
    expect(db.isDamaged()).toBe(false)
    checkInThread(app)
    await expect.poll(() => db.isDamaged(), { timeout: PATIENCE, interval: 50 }).toBe(true)
    await app.close()
    db.$client.close()
    copyFileSync(whole, file)
    await start()
    checkInThread(app)
    await app.context.jobs.settled()
    expect(db.isDamaged()).toBe(false)
  })
})

describe('what was saved last', () => {
  it('lies in the file itself once nobody has saved for a moment: a copy of that file alone has it', async () => {
    await start()
    const admin = await new Visitor(app).become(personaId(db, 'admin@example.org'), 'en')
    await admin.get('/settings')
    expect((await admin.post('/settings', settings)).status).toBe(303)
    const copied = () => {
      copyFileSync(file, join(folder, 'copy.db'))
      const copy = new Database(join(folder, 'copy.db'))
      const count = copy.prepare("select count(*) from setting where value like '%95%'").pluck().get()
      copy.close()
      for (const end of ['-wal', '-shm']) rmSync(join(folder, `copy.db${end}`), { force: true })
      return count
    }
    await expect.poll(copied, { timeout: PATIENCE, interval: 200 }).toBe(1)
  })
})
