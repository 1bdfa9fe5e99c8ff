import { type ChildProcess, spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { root } from '../src/config/root.ts'
import { freePort } from './support/program/port.ts'
import { PATIENCE } from './support/run/patience.ts'

const COPIED = ['src', 'db', 'fixtures', 'views', 'build.mjs', 'dev.mjs', 'package.json', 'tsconfig.json']
const SLOW_MACHINE = { timeout: PATIENCE, interval: 100 }

let copy: string
let dev: ChildProcess
let port: string
let said = ''

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'dev-'))
  for (const one of COPIED) cpSync(join(root, one), join(copy, one), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  port = await freePort()
  const env = { PATH: process.env.PATH!, PORT: port, DATABASE: join(copy, 'kept/own.db'), LOG_LEVEL: 'silent' }
  dev = spawn(process.execPath, ['dev.mjs'], { cwd: copy, env })
  for (const stream of [dev.stdout!, dev.stderr!]) stream.on('data', (text) => (said += text))
  await vi.waitFor(() => expect(said).toContain(`ready: http://localhost:${port}`), SLOW_MACHINE)
})
afterAll(async () => {
  const ended = new Promise((done) => dev.once('exit', done))
  dev.kill('SIGTERM')
  await ended
  rmSync(copy, { recursive: true, force: true })
})

/** What a page says now; nothing while the program starts again. */
async function page(url = '/sign-in'): Promise<string> {
  try {
    return await (await fetch(`http://127.0.0.1:${port}${url}`)).text()
  } catch {
    return ''
  }
}

/** Waits until the page says it: the program may be starting again at any moment. */
const shows = (text: string, url?: string) => expect.poll(() => page(url), SLOW_MACHINE).toContain(text)

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(copy, file), 'utf8')
  const after = before.replace(from, to)
  expect(after, file).not.toBe(before)
  writeFileSync(join(copy, file), after)
}

describe('npm run dev', () => {
  it('uses the database and the port that npm start would', async () => {
    await shows('name="email"')
    expect(existsSync(join(copy, 'kept/own.db'))).toBe(true)
    expect(existsSync(join(copy, 'data'))).toBe(false)
    expect(said).toContain('The pilot project is loaded')
  })

  it('shows a changed view', async () => {
    change('views/layout.eta', '</body>', '<!-- a changed view --></body>')
    await shows('<!-- a changed view -->')
    await expect.poll(() => said, SLOW_MACHINE).toContain('Sign in with one click')
  })

  it('shows a changed stylesheet under a new address', async () => {
    const address = /\/assets\/app\.css\?v=\w+/
    const addressNow = async () => address.exec(await page())?.[0]
    await expect.poll(addressNow, SLOW_MACHINE).toBeDefined()
    const before = await addressNow()
    appendFileSync(join(copy, 'views/assets/styles/app.css'), '\n.changed-stylesheet { color: red; }\n')
    await expect.poll(async () => (await addressNow()) ?? before, SLOW_MACHINE).not.toBe(before)
    await shows('.changed-stylesheet', '/assets/app.css')
    await shows('<svg', '/assets/icon.svg')
  })

  it('goes on with what ran before when a change does not compile, and takes up the next that does', async () => {
    await shows('name="email"')
    appendFileSync(join(copy, 'src/main.ts'), '\nconst broken = = 1\n')
    await expect.poll(() => said, SLOW_MACHINE).toContain('src/main.ts:')
    await shows('name="email"')
    change('src/main.ts', '\nconst broken = = 1\n', "\nconsole.log('a changed source')\n")
    await expect.poll(() => said, SLOW_MACHINE).toContain('a changed source')
    await shows('name="email"')
  })

  it('goes on when the program ends at its start, and starts it at the next change', async () => {
    change('src/main.ts', "\nconsole.log('a changed source')\n", "\nthrow new Error('thrown at start')\n")
    await expect.poll(() => said, SLOW_MACHINE).toContain('The program ended')
    change('src/main.ts', "\nthrow new Error('thrown at start')\n", '')
    await shows('name="email"')
  })
})
