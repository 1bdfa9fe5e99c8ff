import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { App } from '../../src/web/context.ts'
import { isForeign } from '../../src/web/session/origin.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'

const HOUR = 3_600_000
const TOKEN = /name="_csrf" value="([^"]+)"/

let db: Db
let app: App
let clock: number
let manager: number
let admin: number
beforeEach(async () => {
  clock = DEMO_NOW
  db = demoDb()
  app = await testApp(db, () => clock)
  manager = personaId(db, 'iom.manager@example.org')
  admin = personaId(db, 'admin@example.org')
})
afterEach(() => app.close())

const language = (_csrf: string) => ({ _csrf, language: 'vi', back: '/account' })

describe('a form left open', () => {
  it('is good after the same person has signed in again in the same browser', async () => {
    const visitor = await new Visitor(app).become(manager)
    const left = TOKEN.exec((await visitor.get('/account')).body)![1]!
    clock += 13 * HOUR
    expect((await visitor.post('/language', language(left))).status).not.toBe(303)
    await visitor.become(manager)
    expect((await visitor.post('/language', language(left))).status).toBe(303)
  })

  it('is no good for somebody else, nor after signing out, nor in another browser', async () => {
    const visitor = await new Visitor(app).become(manager)
    const left = TOKEN.exec((await visitor.get('/account')).body)![1]!
    await visitor.become(admin)
    expect((await visitor.post('/language', language(left))).status).toBe(403)
    const other = await new Visitor(app).become(manager)
    await other.get('/account')
    expect((await other.post('/language', language(left))).status).toBe(403)
    await visitor.become(manager)
    await visitor.get('/account')
    await visitor.post('/sign-out')
    await visitor.become(manager)
    expect((await visitor.post('/language', language(left))).status).toBe(403)
  })

  it('from before signing in is no good after it', async () => {
    const visitor = new Visitor(app)
    const left = TOKEN.exec((await visitor.get('/sign-in')).body)![1]!
    await visitor.become(manager)
    expect((await visitor.post('/language', language(left))).status).toBe(403)
  })
})

it('every form of a first page is of one secret', async () => {
  const page = await app.inject('/sign-in')
  const tokens = [...page.body.matchAll(new RegExp(TOKEN, 'g'))].map(([, token]) => token!)
  expect(tokens.length).toBeGreaterThan(1)
  const secrets = page.cookies.filter(({ name }) => name === 'csrf')
  expect(secrets).toHaveLength(1)
  for (const token of tokens) {
    const answer = await app.inject({
      method: 'POST',
      url: '/language',
      headers: { cookie: `csrf=${secrets[0]!.value}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, language: 'vi' }).toString(),
    })
    expect(answer.statusCode).toBe(303)
  }
})

describe('a form with the right token', () => {
  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:8080' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost' }, 403],
    [{ origin: 'http://localhost' }, 303],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, 303],
    [{}, 303],
  ])('sent from %j gets %i', async (headers, status) => {
    const visitor = await new Visitor(app).become(manager)
    const token = TOKEN.exec((await visitor.get('/account')).body)![1]!
    const answer = await app.inject({
      method: 'POST',
      url: '/language',
      headers: {
        cookie: visitor.cookie,
        host: 'localhost',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      payload: new URLSearchParams(language(token)).toString(),
    })
    expect(answer.statusCode).toBe(status)
    if (status === 403) expect(answer.body).toContain('<h1')
  })
})

it.each([
  [{}, false],
  [{ origin: 'https://tracker.example' }, false],
  [{ origin: 'http://tracker.example' }, false],
  [{ origin: 'https://tracker.example:444' }, true],
  [{ origin: 'https://tracker.example.evil.example' }, true],
  [{ origin: '' }, true],
  [{ origin: 'null' }, true],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': 'same-origin', origin: 'http://inner:3000' }, false],
  [{ 'sec-fetch-site': 'same-site' }, true],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://tracker.example' }, true],
  [{ 'sec-fetch-site': '' }, true],
])('%j is foreign: %s', (headers, foreign) => {
  expect(isForeign(headers, 'tracker.example')).toBe(foreign)
})
