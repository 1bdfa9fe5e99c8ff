import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { root } from '../../src/config/root.ts'
import { freePort } from '../support/program/port.ts'

const room = mkdtempSync(join(tmpdir(), 'kill-'))
let child: ChildProcess | undefined
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(room, { recursive: true, force: true })
})

async function start(): Promise<string> {
  const port = await freePort()
  const env = { PATH: process.env.PATH!, DATABASE: join(room, '3p.db'), PORT: port, LOG_LEVEL: 'silent' }
  child = spawn(process.execPath, [join(root, 'dist/main.js')], { env })
  let out = ''
  child.stdout!.on('data', (text) => {
    out += text
  })
  await expect.poll(() => out, { timeout: 30_000 }).toContain('is ready')
  return `http://localhost:${port}`
}

class Person {
  private cookies = new Map<string, string>()
  constructor(private address: string) {}

  async go(url: string, form?: Record<string, string>): Promise<{ status: number; body: string; location: string }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const body = form ? new URLSearchParams(form) : undefined
    const answer = await fetch(this.address + url, {
      method: form ? 'POST' : 'GET',
      headers: { cookie },
      redirect: 'manual',
      ...(body ? { body } : {}),
    })
    for (const one of answer.headers.getSetCookie()) {
      const [name, value] = one.split(';')[0]!.split('=') as [string, string]
      this.cookies.set(name, value)
    }
    return { status: answer.status, body: await answer.text(), location: answer.headers.get('location') ?? '' }
  }
}

const field = (name: string, html: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!

describe('a killed process', () => {
  it('has kept every save it acknowledged', async () => {
    const address = await start()
    const person = new Person(address)
    const door = (await person.go('/sign-in')).body
    const id = /name="person" value="(\d+)"><strong>Nguyễn Thí Dụ/.exec(door)![1]!
    await person.go('/sign-in/persona', { _csrf: field('_csrf', door), person: id, next: '/' })
    const home = (await person.go('/')).body
    const submission = /href="(\/submissions\/\d+)/.exec(home)![1]!

    for (let amount = 101; amount <= 105; amount++) {
      const page = (await person.go(submission)).body
      const version = /name="version" value="(\d+)"/.exec(page)![1]!
      const component = field('component', page)
      const typed = {
        _csrf: field('_csrf', page),
        version,
        component,
        's.V4': 'reported',
        'v.V4.service=legal': String(amount),
      }
      const cell = /name="(v\.V4[^"]*)"/.exec(page)![1]!
      const saved = await person.go(`${submission}/entries`, { ...typed, [cell]: String(amount) })
      expect(saved.status).toBe(303)
      if (amount < 105) continue
      child!.kill('SIGKILL')
      await new Promise((done) => child!.once('close', done))
      const db = new Database(join(room, '3p.db'))
      const kept = db
        .prepare(
          "select e.value from entry e join indicator i on i.id = e.indicator_id join cell c on c.id = e.cell_id where i.code = 'V4' and e.submission_id = ? and c.key = ?",
        )
        .pluck()
        .get(Number(submission.split('/').at(-1)), cell.split('.').slice(2).join('.'))
      expect(kept).toBe(amount)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
    }
    const again = new Person(await start())
    expect((await again.go('/sign-in')).status).toBe(200)
  }, 120_000)
})
