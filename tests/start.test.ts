import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tokenIn } from './support/forms.ts'
import { Installation } from './support/program/installation.ts'
import { heldPort } from './support/program/port.ts'
import { RemoteVisitor } from './support/program/remote-visitor.ts'

let installation: Installation
let room: string
beforeEach(() => {
  installation = new Installation()
  room = installation.folder
})
afterEach(() => installation.remove())

const main = (env: Record<string, string> = {}) => installation.start(env)
const command = (args: string[], env: Record<string, string> = {}) => installation.run('cli.js', args, env).ended

describe('starting', () => {
  it('makes the demo at the first start, prints the sign-ins once, and they work', async () => {
    const first = await main()
    const address = await first.ready
    await expect.poll(first.said).toContain('administrator')
    await expect.poll(first.said).toContain('A first report for the donor of the demo is being made')
    const [, email, password] = /(\S+@example\.org)\s+(\S+)\s+manager/.exec(first.said())!
    const visitor = new RemoteVisitor(address)
    const page = await visitor.get('/sign-in')
    const answer = await visitor.post('/sign-in', page.body, { email: email!, password: password! })
    expect(answer.status).toBe(303)
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)

    const second = await main()
    await second.ready
    await expect.poll(second.said).toContain('one click')
    expect(second.said()).not.toContain(password)
  })

  it('makes tallies anew that a change of the framework left stale', async () => {
    await installation.loadDemoInUse()
    const stale = (file: Database.Database) => file.prepare('select count(*) from tally_stale').pluck().get()
    const changed = new Database(join(room, 'data/3p.db'))
    changed.exec('update assignment set known_to = known_from + 1')
    expect(stale(changed)).toBeGreaterThan(0)
    changed.close()
    const second = await main()
    await second.ready
    const read = new Database(join(room, 'data/3p.db'), { readonly: true })
    expect(stale(read)).toBe(0)
    read.close()
  })

  it('logs structured lines without names, addresses of people, or anything typed', async () => {
    await installation.loadDemo()
    const server = await main({ LOG_LEVEL: 'info', MODE: 'production' })
    const address = await server.ready
    const visitor = new RemoteVisitor(address)
    const page = await visitor.get('/sign-in?next=/indicators/V3')
    const { cookie } = visitor
    await visitor.post('/sign-in', page.body, { email: 'somebody.typed@example.org', password: 'typed-secret' })
    server.child.kill('SIGTERM')
    const { out } = await server.ended
    const lines = out
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    expect(lines.filter((line) => line.req?.path === '/sign-in').length).toBeGreaterThan(0)
    expect(lines.some((line) => line.res?.status === 422)).toBe(true)
    for (const secret of [
      'somebody.typed',
      'typed-secret',
      tokenIn(page.body),
      cookie.split('=')[1]!.slice(0, 32),
      'V3',
    ])
      expect(JSON.stringify(lines)).not.toContain(secret)
  })

  it('speaks to a person in the demo: a line for each page, and no JSON', async () => {
    await installation.loadDemoInUse()
    const server = await main({ LOG_LEVEL: 'info' })
    const address = await server.ready
    const visitor = new RemoteVisitor(address)
    await visitor.get('/sign-in?next=/indicators/V3')
    await visitor.get('/assets/app.css')
    await visitor.get('/nowhere')
    server.child.kill('SIGTERM')
    const { out } = await server.ended
    expect(out).not.toContain('{')
    expect(out).toMatch(/^\d\d:\d\d:\d\d {2}GET \/sign-in {2}200 {2}\d+ ms$/m)
    expect(out).toMatch(/GET \/nowhere {2}404/)
    expect(out).not.toContain('app.css')
  })

  it('starts empty in production, where the first administrator is made by a command', async () => {
    const env = { MODE: 'production', SESSION_SECRET: 'x'.repeat(40) }
    const added = await command(['admin', 'chi@example.org', 'Nguyễn Thị Chi'], env)
    expect(added.code).toBe(0)
    expect(added.out).toMatch(/password, shown this once: [a-z0-9-]{14}/)
    await command(['admin', 'an@example.org', 'An Example'], { ...env, LANG: 'en_GB.UTF-8' })
    const file = new Database(installation.database, { readonly: true })
    expect(file.prepare('select email, language from person order by id').raw().all()).toEqual([
      ['chi@example.org', 'vi'],
      ['an@example.org', 'en'],
    ])
    file.close()
    const twice = await command(['admin', 'chi@example.org', 'Nguyễn Thị Chi'], env)
    expect(twice).toMatchObject({ code: 1, out: expect.stringContaining('is known already') })
    const namesake = await command(['admin', 'other@example.org', 'nguyễn  thị CHI'], env)
    expect(namesake).toMatchObject({ code: 1, out: expect.stringContaining('Add what tells them apart') })
    const unreadable = await command(['admin', 'other@example.org', 'Ch\u202ei'], env)
    expect(unreadable).toMatchObject({ code: 1, out: expect.stringContaining('Say who') })
    const server = await main(env)
    const page = await (await fetch(`${await server.ready}/sign-in`)).text()
    expect(page).not.toContain('persona')
    expect(server.said()).not.toContain('example.org')
  })

  it.each([
    ['bad configuration', { PORT: 'abc', LOG_LEVEL: 'loud' }, ['PORT must be', 'LOG_LEVEL must be']],
    ['an address of another machine', { HOST: '127.0.0.1', MODE: 'production', PORT: '70000' }, ['PORT must be']],
    ['the demo opened to the network', { HOST: '0.0.0.0' }, ['HOST must be 127.0.0.1']],
  ])('explains %s and exits', async (_, env, sentences) => {
    const { code, err } = await (await main(env as Record<string, string>)).ended
    expect(code).toBe(1)
    for (const sentence of sentences) expect(err).toContain(sentence)
    expect(err).not.toContain('    at ')
  })

  it('explains a port in use', async () => {
    const { port, release } = await heldPort()
    const { code, err } = await (await main({ PORT: port, MODE: 'production' })).ended
    await release()
    expect(code).toBe(1)
    expect(err).toContain(`Port ${port} is already in use`)
  })

  it('explains a damaged database and leaves it alone', async () => {
    mkdirSync(join(room, 'data'))
    writeFileSync(join(room, 'data/3p.db'), 'not a database at all '.repeat(100))
    const { code, err } = await (await main()).ended
    expect(code).toBe(1)
    expect(err).toMatch(/is damaged or is not a database.*Restore a backup/)
    expect(readdirSync(join(room, 'data'))).toEqual(['3p.db'])
  })

  it.each([
    ['empty', ''],
    ['cut short', 'abc'],
    ['of zeros, as after a power cut', '\0'.repeat(64)],
    ['no text', '\ufffd'.repeat(40)],
  ])('explains a session secret that is %s, and leaves it alone', async (_, kept) => {
    mkdirSync(join(room, 'data'))
    writeFileSync(join(room, 'data/session-secret'), kept)
    const { code, err } = await (await main()).ended
    expect(code).toBe(1)
    expect(err).toMatch(/session-secret, which signs the sessions, cannot be used.*Delete it and start again/)
    expect(err).not.toContain('    at ')
    expect(readFileSync(join(room, 'data/session-secret'), 'utf8')).toBe(kept)
  })

  it('takes a session secret that others can read from them', async () => {
    mkdirSync(join(room, 'data'))
    const file = join(room, 'data/session-secret')
    writeFileSync(file, `${'x'.repeat(64)}\n`, { mode: 0o644 })
    const server = await main({ MODE: 'production' })
    await server.ready
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('explains a session secret that cannot be read', async () => {
    mkdirSync(join(room, 'data/session-secret'), { recursive: true })
    const { code, err } = await (await main()).ended
    expect(code).toBe(1)
    expect(err).toMatch(/cannot be used \(EISDIR\)/)
  })

  it('explains a database of a newer version', async () => {
    await command(['admin', 'a@example.org', 'An Bình'])
    const db = new Database(join(room, 'data/3p.db'))
    db.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)")
    db.close()
    const { code, err } = await (await main()).ended
    expect(code).toBe(1)
    expect(err).toContain('newer version')
  })

  it('explains a folder that cannot be written', async () => {
    const file = join(room, 'plain-file')
    writeFileSync(file, '')
    chmodSync(file, 0o400)
    const { code, err } = await (await main({ DATABASE: join(file, '3p.db') })).ended
    expect(code).toBe(1)
    expect(err).toMatch(/cannot be opened for writing.*Check the folder/)
    expect(existsSync(join(file, '3p.db'))).toBe(false)
  })
})
