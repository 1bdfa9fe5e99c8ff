import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Installation } from './support/program/installation.ts'

const REAL = ['chi@ngo.vn', 'Nguyễn Thị Chi']

let installation: Installation
beforeEach(() => {
  installation = new Installation()
})
afterEach(() => installation.remove())

const command = (args: string[], env: Record<string, string> = {}) => installation.run('cli.js', args, env).ended
/** Starts, stops once it is ready, and tells how it ended and what it said. */
async function startAndStop(env: Record<string, string> = {}) {
  const program = await installation.start(env)
  await program.ready.then(
    () => program.child.kill('SIGTERM'),
    () => undefined,
  )
  return program.ended
}
function count(table: string): unknown {
  const file = new Database(installation.database, { readonly: true })
  const rows = file.prepare(`select count(*) from ${table}`).pluck().get()
  file.close()
  return rows
}

describe('the demo and an organisation’s file', () => {
  it.each([
    ['somebody real was added', () => command(['admin', ...REAL])],
    ['it was opened for real', () => startAndStop({ MODE: 'production' })],
  ])('is refused where %s, by npm start and by npm run demo, and changes nothing', async (_, before) => {
    await before()
    const people = count('person')
    const started = await startAndStop()
    const loaded = await command(['demo'])
    for (const { code, err, out } of [started, loaded]) {
      expect(code).toBe(1)
      expect(out + err).toContain('belongs to an organisation')
      expect(out + err).toContain('MODE=production npm start')
    }
    expect([count('person'), count('project'), count('fact')]).toEqual([people, 0, 0])
  })

  it('is refused in a file of an earlier version that holds people no demo invites', async () => {
    await command(['admin', ...REAL])
    const file = new Database(installation.database)
    file.exec('drop trigger opening_no_delete; delete from opening')
    file.close()
    expect((await startAndStop()).code).toBe(1)
    expect(count('project')).toBe(0)
  })

  it('is not loaded when MODE says that it is for real, and no file is made', async () => {
    const { code, out, err } = await command(['demo'], { MODE: 'production' })
    expect(code).toBe(1)
    expect(out + err).toContain('MODE is production, and the demo is made up')
    expect(existsSync(installation.database)).toBe(false)
  })

  it('starts again after a visitor added somebody; nobody real is added to it by the command', async () => {
    await installation.loadDemoInUse()
    const file = new Database(installation.database)
    file.exec(
      "insert into person (email, name, role, language, password_hash, created_at) values ('visitor@ngo.vn', 'Khách', 'donor', 'vi', '', 1)",
    )
    file.close()
    expect((await startAndStop()).code).toBe(0)
    const people = count('person')
    const { code, out } = await command(['admin', ...REAL])
    expect(code).toBe(1)
    expect(out).toContain('DATABASE=data/project.db npm run admin')
    expect(count('person')).toBe(people)
  })

  it('is one of those there are, and one a file', async () => {
    const unknown = await command(['demo', 'moon'])
    expect(unknown.code).toBe(1)
    expect(unknown.out).toContain('There is no demo moon. Say which: npm run demo -- NAME, of pilot, ')
    await installation.loadDemo()
    const other = await command(['demo', 'national'])
    expect(other.code).toBe(1)
    expect(other.out).toContain('holds the project TMSV already. Name another file: DATABASE=data/national.db')
    expect((await command(['demo', 'pilot'])).code).toBe(0)
  })

  it('opened for real, a demo says so at start and is never a demo again', async () => {
    await installation.loadDemo()
    const real = await startAndStop({ MODE: 'production' })
    expect(real.code).toBe(0)
    expect(real.out).toContain('holds the demo, whose figures are made up')
    expect((await startAndStop()).code).toBe(1)
  })
})

describe('who may read the files', () => {
  const rights = (path: string) => (statSync(path).mode & 0o777).toString(8)
  const files = () =>
    readdirSync(dirname(installation.database)).map((name) => join(dirname(installation.database), name))

  it.each([
    ['npm run admin', () => command(['admin', ...REAL])],
    ['npm run demo', () => command(['demo'])],
  ])('their owner alone, when %s makes them', async (_, make) => {
    await make()
    expect(rights(dirname(installation.database))).toBe('700')
    expect(files().map(rights)).toEqual(files().map(() => '600'))
  })

  it('their owner alone while the server runs, also when an earlier version left them open', async () => {
    await command(['admin', ...REAL])
    chmodSync(installation.database, 0o644)
    const program = await installation.start({ MODE: 'production' })
    await program.ready
    expect(files().length).toBeGreaterThanOrEqual(4)
    expect(files().map((file) => `${file} ${rights(file)}`)).toEqual(files().map((file) => `${file} 600`))
  })

  it('a folder that somebody chose keeps its rights', async () => {
    mkdirSync(dirname(installation.database), { mode: 0o750 })
    await command(['admin', ...REAL])
    expect(rights(dirname(installation.database))).toBe('750')
  })
})
