import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isForeign } from '../../src/web/session/origin.ts'
import { Visitor } from '../support/app.ts'
import { DemoApp } from '../support/demo/demo-app.ts'
import { tokenIn, tokensIn } from '../support/forms.ts'

const HOUR = 3_600_000

let demo: DemoApp
beforeEach(async () => {
  demo = await DemoApp.start()
})
afterEach(() => demo.close())

const language = (_csrf: string) => ({ _csrf, language: 'vi', back: '/account' })

describe('a form left open', () => {
  it('is good after the same person has signed in again in the same browser', async () => {
    const visitor = await demo.visit('manager')
    const left = tokenIn((await visitor.get('/account')).body)
    demo.clock += 13 * HOUR
    expect((await visitor.post('/language', language(left))).status).not.toBe(303)
    await visitor.become(demo.id('manager'))
    expect((await visitor.post('/language', language(left))).status).toBe(303)
  })

  it('is no good for somebody else, nor after signing out, nor in another browser', async () => {
    const visitor = await demo.visit('manager')
    const left = tokenIn((await visitor.get('/account')).body)
    await visitor.become(demo.id('admin'))
    expect((await visitor.post('/language', language(left))).status).toBe(403)
    const other = await demo.visit('manager')
    await other.get('/account')
    expect((await other.post('/language', language(left))).status).toBe(403)
    await visitor.become(demo.id('manager'))
    await visitor.get('/account')
    await visitor.post('/sign-out')
    await visitor.become(demo.id('manager'))
    expect((await visitor.post('/language', language(left))).status).toBe(403)
  })

  it('from before signing in is no good after it', async () => {
    const visitor = new Visitor(demo.app)
    const left = tokenIn((await visitor.get('/sign-in')).body)
    await visitor.become(demo.id('manager'))
    expect((await visitor.post('/language', language(left))).status).toBe(403)
  })
})

it('every form of a first page is of one secret', async () => {
  const page = await demo.app.inject('/sign-in')
  const tokens = tokensIn(page.body)
  expect(tokens.length).toBeGreaterThan(1)
  const secrets = page.cookies.filter(({ name }) => name === 'csrf')
  expect(secrets).toHaveLength(1)
  for (const token of tokens) {
    const answer = await demo.app.inject({
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
    // A browser that does not say where a form comes from, and a proxy that changes the name of the site, look alike.
    [{ origin: 'https://evil.example' }, 403, 'Dành cho quản trị viên'],
    [{ origin: 'null' }, 403, 'Dành cho quản trị viên'],
    [{ origin: 'http://localhost:8080' }, 403, 'Dành cho quản trị viên'],
    [{ 'sec-fetch-site': 'cross-site' }, 403, 'Biểu mẫu này được gửi từ một trang khác nên không được nhận'],
    [
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost' },
      403,
      'Biểu mẫu này được gửi từ một trang khác nên không được nhận',
    ],
    [{ origin: 'http://localhost' }, 303, ''],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, 303, ''],
    [{}, 303, ''],
  ])('sent from %j gets %i: %s', async (headers, status, said) => {
    const visitor = await demo.visit('manager')
    const token = tokenIn((await visitor.get('/account')).body)
    const answer = await demo.app.inject({
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
    expect(answer.body).toContain(said)
    expect(answer.body.includes('Dành cho quản trị viên')).toBe(said === 'Dành cho quản trị viên')
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
