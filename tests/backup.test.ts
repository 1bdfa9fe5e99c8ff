import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { open } from '../db/open.ts'
import { root } from '../src/config/root.ts'
import { pilotWith, SMALL } from './releases/pilot.ts'
import { testApp, Visitor } from './support/app.ts'
import { imageAndClose } from './support/database.ts'
import { DEMO_NOW, personaId } from './support/demo.ts'
import { Installation } from './support/program/installation.ts'
import { RemoteVisitor } from './support/program/remote-visitor.ts'
import { PATIENCE } from './support/run/patience.ts'

const WRITERS = ['hai-phong', 'quang-ninh', 'nghe-an', 'ha-tinh'].map((place) => `dolisa.${place}@example.org`)

/** However busy the machine. */
const POLLED = { timeout: PATIENCE, interval: 100 }

let installation: Installation
beforeEach(() => {
  installation = new Installation()
})
afterEach(() => installation.remove())

const out = () => join(installation.folder, 'backups')
const restored = () => join(installation.folder, 'elsewhere/3p.db')
const command = (args: string[]) => installation.run('cli.js', args, { MODE: 'production' }).ended
const backups = () =>
  existsSync(out()) ? readdirSync(out()).filter((name) => name.endsWith('.db') && !name.startsWith('.')) : []

async function pilotWithReport(): Promise<void> {
  const { db } = await pilotWith('issued', SMALL)
  mkdirSync(dirname(installation.database))
  writeFileSync(installation.database, imageAndClose(db))
}

/** Saves comments one after the other until told to stop. @returns those that were acknowledged, each with when it was sent and when that was */
function writer(address: string, email: string) {
  let stopped = false
  const acknowledged: { text: string; sent: number; at: number }[] = []
  const run = async () => {
    const person = new RemoteVisitor(address)
    const door = (await person.get('/sign-in')).body
    const file = new Database(installation.database, { readonly: true })
    const id = file.prepare('select id from person where email = ?').pluck().get(email)
    file.close()
    await person.post('/sign-in/persona', door, { person: String(id), next: '/' })
    const submission = /href="(\/submissions\/\d+)/.exec((await person.get('/')).body)![1]!
    const page = (await person.get(submission)).body
    for (let nth = 1; !stopped; nth++) {
      const text = `${email.split('@')[0]} writes for the ${nth}th time`
      const sent = Date.now()
      const { status } = await person.post(`${submission}/comments`, page, { text })
      if (status === 303) acknowledged.push({ text, sent, at: Date.now() })
    }
  }
  const over = run()
  return {
    acknowledged,
    stop: async () => {
      stopped = true
      await over
    },
  }
}

const commentsIn = (file: string) => {
  const db = new Database(file, { readonly: true })
  const texts = db.prepare('select text from comment').pluck().all() as string[]
  db.close()
  return new Set(texts)
}

/** What a manager reads of figures and reports, page by page. */
async function figuresAndReports(file: string): Promise<string[]> {
  const db = open(file, join(root, 'db/migrations'))
  const app = await testApp(db, () => DEMO_NOW)
  const visitor = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
  const addresses = [
    '/overview',
    '/components/protection',
    '/provinces/nghe-an',
    '/indicators/V12',
    '/releases',
    '/releases/1',
  ]
  const pages: string[] = []
  for (const address of addresses) {
    const { status, body } = await visitor.get(address)
    expect(status, address).toBe(200)
    pages.push(body.replace(/name="_csrf" value="[^"]*"/g, ''))
  }
  const frozen = ['release', 'release_figure', 'release_atom', 'fact'].map((table) =>
    JSON.stringify(db.$client.prepare(`select * from ${table}`).raw().all()),
  )
  await app.close()
  db.$client.close()
  return [...pages, ...frozen]
}

describe('a backup while four people save', () => {
  it('has every save that was acknowledged before it began; figures and reports are equal', async () => {
    await pilotWithReport()
    const program = await installation.start()
    const address = await program.ready
    const writers = WRITERS.map((email) => writer(address, email))
    await expect.poll(() => writers.every(({ acknowledged }) => acknowledged.length >= 3), POLLED).toBe(true)
    const began = Date.now()
    const made = await command(['backup', out()])
    const ended = Date.now()
    await expect.poll(() => writers.every(({ acknowledged }) => acknowledged.at(-1)!.sent > ended), POLLED).toBe(true)
    for (const one of writers) await one.stop()
    program.child.kill('SIGTERM')
    await program.ended

    expect(made).toMatchObject({ code: 0, err: '' })
    const [name] = backups()
    expect(made.out).toContain(name)
    const put = await command(['restore', join(out(), name!), restored()])
    expect(put).toMatchObject({ code: 0, err: '' })
    expect(put.out).toContain('Its checksum is that of the backup')
    const kept = commentsIn(restored())
    const all = writers.flatMap(({ acknowledged }) => acknowledged)
    expect(all.filter(({ at, text }) => at < began && !kept.has(text))).toEqual([])
    expect(all.filter(({ sent, text }) => sent > ended && kept.has(text))).toEqual([])
    expect(all.filter(({ text }) => !commentsIn(installation.database).has(text))).toEqual([])
    expect(await figuresAndReports(restored())).toEqual(await figuresAndReports(installation.database))
  })

  it('leaves nothing that could be taken for a backup when it is killed half-way, and the next one is whole', async () => {
    await pilotWithReport()
    const large = new Database(installation.database)
    large.exec(`create table filler (x); insert into filler with recursive n(i) as
      (select 1 union all select i + 1 from n where i < 60000) select randomblob(1000) from n`)
    large.close()
    for (let killed = 0; killed < 3; ) {
      const before = new Set(existsSync(out()) ? readdirSync(out()) : [])
      const { child, ended } = installation.run('cli.js', ['backup', out()], {})
      while (child.exitCode === null && !(existsSync(out()) && readdirSync(out()).some((name) => !before.has(name))))
        await wait(1)
      child.kill('SIGKILL')
      const { signal, code, err } = await ended
      if (signal !== 'SIGKILL') {
        // On a busy machine it may have come to its end before it is killed: that is no half of a backup.
        expect({ code, err }).toEqual({ code: 0, err: '' })
        rmSync(out(), { recursive: true })
        continue
      }
      expect(backups()).toEqual([])
      killed++
    }
    expect((await command(['backup', out()])).code).toBe(0)
    expect(backups()).toHaveLength(1)
    expect((await command(['restore', join(out(), backups()[0]!), restored()])).code).toBe(0)
  })
})

describe('what the commands say', () => {
  it('names what is missing, and never writes over a database', async () => {
    expect(await command(['backup'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('npm run backup -- FOLDER'),
    })
    expect(await command(['restore'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('npm run restore -- FILE'),
    })
    expect(await command(['backup', out()])).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no database'),
    })
    await command(['admin', 'chi@ngo.vn', 'Nguyễn Thị Chi'])
    expect((await command(['backup', out()])).out).toMatch(/with no project: people 1, submissions 0, /)
    const over = await command(['restore', join(out(), backups()[0]!)])
    expect(over).toMatchObject({ code: 1, err: expect.stringContaining('nothing is restored over a database') })
  })

  it('leads from a damaged file to a backup, at start and at a backup', async () => {
    await command(['admin', 'chi@ngo.vn', 'Nguyễn Thị Chi'])
    const bytes = new Database(installation.database)
    const { page } = bytes.prepare("select rootpage page from sqlite_master where name = 'trail'").get() as {
      page: number
    }
    bytes.close()
    const handle = openSync(installation.database, 'r+')
    writeSync(handle, Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096)
    closeSync(handle)
    const started = await (await installation.start({ MODE: 'production' })).ended
    const backedUp = await command(['backup', out()])
    for (const { code, err } of [started, backedUp]) {
      expect(code).toBe(1)
      expect(err).toContain('npm run restore -- BACKUP')
    }
    expect(backups()).toEqual([])
  })
})
