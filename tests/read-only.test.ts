import { chmodSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DemoApp } from './support/demo/demo-app.ts'
import { Installation } from './support/program/installation.ts'
import { freePort } from './support/program/port.ts'
import { RemoteVisitor } from './support/program/remote-visitor.ts'

/** The rights of a file are for everybody but root: root is run without the power to pass over them. */
const AS_ANYBODY = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--'] : []

let installation: Installation
beforeEach(async () => {
  installation = new Installation()
  await installation.run('cli.js', ['admin', 'chi@ngo.vn', 'Nguyễn Thị Chi'], {}).ended
})
afterEach(() => {
  chmodSync(dirname(installation.database), 0o700)
  installation.remove()
})

const start = async () => installation.run('main.js', [], { MODE: 'production', PORT: await freePort() }, AS_ANYBODY)

describe('a database that can only be read', () => {
  it.each([
    ['the file', () => installation.database, 0o400],
    ['its folder', () => dirname(installation.database), 0o500],
  ])('is refused at start with what it is: %s', async (_, path, rights) => {
    chmodSync(path(), rights)
    const { code, err, out } = await (await start()).ended
    expect(code).toBe(1)
    expect(out).not.toContain('ready')
    expect(err).toMatch(/cannot be opened for writing .*This account may not write/)
    expect(err).toContain(path())
    expect(err).not.toContain('    at ')
  })

  it('starts as soon as it can be written again, whatever was left beside it meanwhile', async () => {
    const other = new Database(installation.database)
    other.exec("update person set language = 'en'")
    chmodSync(installation.database, 0o400)
    for (const name of readdirSync(dirname(installation.database)).filter((one) => /-(wal|shm)$/.test(one)))
      chmodSync(`${dirname(installation.database)}/${name}`, 0o400)
    expect((await (await start()).ended).code).toBe(1)
    chmodSync(installation.database, 0o600)
    const program = await start()
    const visitor = new RemoteVisitor(await program.ready)
    const page = await visitor.get('/sign-in')
    expect((await visitor.post('/sign-in', page.body, { email: 'chi@ngo.vn', password: 'wrong' })).status).toBe(422)
    other.close()
  })
})

describe('a database that becomes read-only while the program runs', () => {
  it('forms come back as typed with a sentence in both languages, never as JSON, and pages are read on', async () => {
    const demo = await DemoApp.start()
    try {
      for (const [language, sentence] of [
        ['en', 'The server cannot write to the database'],
        ['vi', 'Máy chủ không ghi được vào cơ sở dữ liệu'],
      ] as const) {
        demo.db.$client.pragma('query_only = OFF')
        const admin = await demo.visit('admin', language)
        await admin.get('/settings')
        demo.db.$client.pragma('query_only = ON')
        const answer = await admin.post('/settings', { green: '97', amber: '60', fiscalStartMonth: '4' })
        expect(answer.status).toBe(503)
        expect(answer.headers['content-type']).toContain('text/html')
        expect(answer.body).toContain(sentence)
        expect(answer.body).toContain('name="green" value="97"')
        for (const address of ['/settings', '/people', '/trail']) expect((await admin.get(address)).status).toBe(200)
        expect((await demo.app.inject('/sign-in')).statusCode).toBe(200)
      }
    } finally {
      await demo.close()
    }
  })
})
