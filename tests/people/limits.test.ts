import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { Config } from '../../src/config/config.ts'
import { hashPassword } from '../../src/people/password.ts'
import { readTrail } from '../../src/trail/store.ts'
import type { App } from '../../src/web/context.ts'
import { testApp } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'
import { tokenIn } from '../support/forms.ts'
import { addedPerson } from '../support/people.ts'

const MINUTE = 60_000
const password = 'một câu dễ nhớ'
const hash = await hashPassword(password)

let db: Db
let app: App
let clock: number
beforeEach(() => {
  clock = Date.UTC(2021, 9, 5)
  db = emptyDb()
  for (let nth = 0; nth < 30; nth++) add(`p${nth}@example.org`, `Người thứ ${nth}`)
})
afterEach(() => app.close())

function add(email: string, name: string): void {
  addedPerson(db, { email, name, role: nthRole(email), passwordHash: hash }, clock)
}

function nthRole(email: string) {
  return email === 'p0@example.org' ? 'administrator' : 'manager'
}

async function start(config: Partial<Config> = {}): Promise<void> {
  app = await testApp(db, () => clock, config)
}

/** A browser that has never been here, unless it is given cookies. */
class Browser {
  cookies: Record<string, string> = {}
  constructor(
    private from: string,
    private forwarded?: string,
  ) {}

  async send(method: 'GET' | 'POST', url: string, form?: Record<string, string>) {
    const answer = await app.inject({
      method,
      url,
      remoteAddress: this.from,
      headers: {
        cookie: Object.entries(this.cookies)
          .map(([name, value]) => `${name}=${value}`)
          .join('; '),
        ...(this.forwarded === undefined ? {} : { 'x-forwarded-for': this.forwarded }),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    })
    for (const { name, value } of answer.cookies) this.cookies[name] = value
    return answer
  }

  async post(url: string, form: Record<string, string>, page = '/sign-in') {
    const opened = await this.send('GET', page)
    return this.send('POST', url, { _csrf: tokenIn(opened.body), ...form })
  }

  async signIn(email: string, typed = password) {
    return (await this.post('/sign-in', { email, password: typed })).statusCode
  }
}

describe('signing in', () => {
  it('rightly is never limited: an office behind one address', async () => {
    await start()
    for (let nth = 0; nth < 30; nth++) expect(await new Browser('10.0.0.1').signIn(`p${nth}@example.org`)).toBe(303)
    for (let nth = 0; nth < 30; nth++) expect(await new Browser('10.0.0.1').signIn('p1@example.org')).toBe(303)
  })

  it('wrongly at one account has to wait, from wherever it comes, even with the right password then', async () => {
    await start()
    for (let nth = 0; nth < 10; nth++)
      expect(await new Browser(`10.0.${nth}.1`).signIn('p1@example.org', 'no')).toBe(422)
    const stranger = new Browser('10.9.9.9')
    const answer = await stranger.post('/sign-in', { email: 'P1@example.org', password })
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['retry-after']).toBe('60')
    expect(answer.body).toContain('Vui lòng đợi 1 phút')
    expect(answer.body).toContain('value="P1@example.org"')
    clock += MINUTE / 2
    expect(await stranger.signIn('p1@example.org')).toBe(303)
  })

  it('says the same of a name that nobody has', async () => {
    await start()
    for (let nth = 0; nth < 10; nth++) await new Browser(`10.0.${nth}.1`).signIn('nobody@example.org', 'no')
    const [known, unknown] = ['p1@example.org', 'nobody@example.org']
    for (let nth = 0; nth < 10; nth++) await new Browser(`10.0.${nth}.1`).signIn(known, 'no')
    const said = async (email: string) => {
      const answer = await new Browser('10.9.9.9').post('/sign-in', { email, password: 'no' })
      return [answer.statusCode, /role="alert"[^>]*>([^<]+)/.exec(answer.body)?.[1]]
    }
    expect(await said(unknown)).toEqual(await said(known))
  })

  it('is open to who has signed in from this device before, whatever strangers try', async () => {
    await start()
    const own = new Browser('10.0.0.1')
    expect(await own.signIn('p1@example.org')).toBe(303)
    await own.post('/sign-out', {}, '/account')
    for (let nth = 0; nth < 20; nth++) await new Browser(`10.0.${nth}.2`).signIn('p1@example.org', 'no')
    expect(await new Browser('10.0.0.1').signIn('p1@example.org')).toBe(429)
    expect(await own.signIn('p1@example.org')).toBe(303)
    await own.post('/sign-out', {}, '/account')
    expect(await own.signIn('p2@example.org', 'no')).toBe(422)
  })

  it('is open to whose device is known, whatever a stranger at the same address tries', async () => {
    await start()
    const own = new Browser('10.0.0.1')
    expect(await own.signIn('p1@example.org')).toBe(303)
    await own.post('/sign-out', {}, '/account')
    const stranger = new Browser('10.0.0.1')
    for (let nth = 0; nth < 25; nth++) await stranger.signIn('p1@example.org', 'no')
    for (let nth = 0; nth < 100; nth++) await stranger.signIn(`x${nth}@example.org`, 'no')
    expect(await stranger.signIn('p3@example.org')).toBe(429)
    expect(await new Browser('10.0.0.2').signIn('p3@example.org')).toBe(303)
    expect(await own.signIn('p1@example.org')).toBe(303)
  })

  it('is open again when the administrator gives a new password', async () => {
    await start()
    for (let nth = 0; nth < 20; nth++) await new Browser(`10.0.${nth}.2`).signIn('p1@example.org', 'no')
    const admin = new Browser('10.0.0.1')
    await admin.signIn('p0@example.org')
    const given = await admin.post('/people/2/password', {}, '/people')
    const fresh = /class="password">([^<]+)</.exec(given.body)![1]!
    expect(await new Browser('10.0.0.1').signIn('p1@example.org', fresh)).toBe(303)
  })

  it('leaves in the trail what was tried on people, a bounded number of times, and nothing of unknown names', async () => {
    await start()
    for (let nth = 0; nth < 60; nth++) await new Browser(`10.0.${nth}.1`).signIn(`x${nth}@example.org`, 'no')
    expect(readTrail(db, { verb: 'person.sign-in-failed' }, 99)).toHaveLength(0)
    for (let nth = 0; nth < 60; nth++) await new Browser(`10.0.${nth}.1`).signIn('p1@example.org', 'no')
    const failed = () => readTrail(db, { verb: 'person.sign-in-failed' }, 99)
    await expect.poll(failed).toHaveLength(10)
    expect(failed()[0]).toMatchObject({ subjectKind: 'person', subjectId: '2', by: null })
  })
})

describe('a program that is started again', () => {
  const again = async () => {
    await app.close()
    await start()
  }

  it('remembers what failed, of names that nobody has too, and nothing that was typed', async () => {
    await start()
    const names = ['p1@example.org', 'nobody@example.org']
    for (const name of names) for (let nth = 0; nth < 12; nth++) await new Browser(`10.0.${nth}.1`).signIn(name, 'no')
    await again()
    for (const name of names) expect(await new Browser('10.9.9.9').signIn(name)).toBe(429)
    const stored = db.$client.prepare('select * from failed_attempt').all()
    expect(stored.length).toBeGreaterThan(0)
    expect(JSON.stringify(stored)).not.toMatch(/example|10\.0\./)
    clock += 25 * 60 * MINUTE
    await again()
    expect(await new Browser('10.9.9.9').signIn('p1@example.org')).toBe(303)
    await again()
    expect(db.$client.prepare('select count(*) from failed_attempt').pluck().get()).toBe(0)
  })

  it('stores no more than it remembers, and nothing while it runs', async () => {
    await start()
    const rows = () => db.$client.prepare('select count(*) from failed_attempt').pluck().get()
    for (let nth = 0; nth < 40; nth++) await new Browser(`10.0.${nth}.1`).signIn(`x${nth}@example.org`, 'no')
    expect(rows()).toBe(0)
    await again()
    const once = rows()
    await again()
    expect(rows()).toBe(once)
    expect(await new Browser('10.9.9.9').signIn('p1@example.org')).toBe(303)
  })
})

describe('behind a proxy', () => {
  const tries = async (forwarded: (nth: number) => string, from = '203.0.113.9') => {
    const statuses: number[] = []
    for (let nth = 0; nth < 25; nth++) {
      const browser = new Browser(from, forwarded(nth))
      statuses.push((await browser.post('/sign-in', { email: 'x@y.z', password: '' })).statusCode)
    }
    return statuses
  }

  it('believes the proxy it was told of, and not what the visitor says before it', async () => {
    await start({ trustProxy: ['203.0.113.9'] })
    expect((await tries((nth) => `9.9.${nth}.1, 198.51.100.7`)).at(-1)).toBe(429)
    expect((await tries((nth) => `198.51.100.${nth + 100}`)).every((status) => status === 422)).toBe(true)
  })

  it('counts an account wherever its guesses come from, and twenty right ones from one office not at all', async () => {
    await start({ trustProxy: ['203.0.113.9'] })
    const from = (address: string) => new Browser('203.0.113.9', address)
    for (let nth = 0; nth < 25; nth++) expect(await from('198.51.100.7').signIn(`p${nth}@example.org`)).toBe(303)
    for (let nth = 0; nth < 10; nth++) expect(await from(`198.51.100.${nth}`).signIn('p1@example.org', 'no')).toBe(422)
    expect(await from('192.0.2.1').signIn('p1@example.org')).toBe(429)
    expect(await from('192.0.2.1').signIn('p2@example.org')).toBe(303)
  })

  it('believes nobody else about addresses', async () => {
    await start({ trustProxy: ['203.0.113.9'] })
    expect((await tries((nth) => `9.9.${nth}.1`, '203.0.113.10')).at(-1)).toBe(429)
  })

  it('believes nobody when it was told of none', async () => {
    await start()
    expect((await tries((nth) => `9.9.${nth}.1`)).at(-1)).toBe(429)
  })
})

describe('the current password', () => {
  it('can be guessed at an open session ten times, each of which is in the trail', async () => {
    await start()
    const browser = new Browser('10.0.0.1')
    await browser.signIn('p1@example.org')
    const change = (current: string) =>
      browser.post('/account/password', { current, next: 'một câu khác hẳn', again: 'một câu khác hẳn' }, '/account')
    for (let nth = 0; nth < 10; nth++) expect((await change(`no ${nth}`)).statusCode).toBe(422)
    const answer = await change(password)
    expect(answer.statusCode).toBe(429)
    expect(answer.body).toContain('quá nhiều lần')
    expect(readTrail(db, { verb: 'person.password-refused', byId: 2 }, 99)).toHaveLength(10)
    clock += MINUTE
    expect((await change(password)).statusCode).toBe(303)
  })
})

describe('a password', () => {
  it('is the same in every Unicode form it can be typed in', async () => {
    await start()
    expect(await new Browser('10.0.0.1').signIn('p1@example.org', password.normalize('NFD'))).toBe(303)
    expect(await new Browser('10.0.0.1').signIn('p1@example.org', 'mot cau de nho')).toBe(422)
  })

  it('of which an earlier version stored what was typed still works, typed the same way', async () => {
    await start()
    const { hash: plain } = await import('@node-rs/argon2')
    const typed = password.normalize('NFD')
    const passwordHash = await plain(typed)
    db.$client.prepare('update person set password_hash = ? where id = 2').run(passwordHash)
    expect(await new Browser('10.0.0.1').signIn('p1@example.org', typed)).toBe(303)
  })

  it('has as many letters as one sees', async () => {
    await start()
    const browser = new Browser('10.0.0.1')
    await browser.signIn('p1@example.org')
    const change = (next: string, again = next) =>
      browser.post('/account/password', { current: password, next, again }, '/account')
    expect((await change('ếếếếế'.normalize('NFD'))).statusCode).toBe(422)
    expect((await change('ế'.repeat(201).normalize('NFD'))).statusCode).toBe(422)
    expect((await change('ế'.repeat(200).normalize('NFD'), 'ế'.repeat(200))).statusCode).toBe(303)
    expect(await new Browser('10.0.0.1').signIn('p1@example.org', 'ế'.repeat(200))).toBe(303)
  })
})
