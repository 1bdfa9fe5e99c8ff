import { afterEach, describe, expect, it } from 'vitest'
import type { App } from '../../src/web/context.ts'
import { cookieName } from '../../src/web/session/cookies.ts'
import { languageOfBrowser } from '../../src/web/session/language.ts'
import { testApp } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'
import { DemoApp } from '../support/demo/demo-app.ts'
import { tokenIn } from '../support/forms.ts'
import { addedPerson } from '../support/people.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const apps: App[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

async function production(more: object = {}): Promise<App> {
  const db = emptyDb()
  addedPerson(db, {}, 1)
  const app = await testApp(db, undefined, { mode: 'production', secureCookies: true, ...more })
  apps.push(app)
  return app
}

/** Opens the sign-in page and sends its form as a browser does that has kept no cookie. */
async function withoutCookie(app: App, headers: Record<string, string>, language = 'en') {
  const asked = { ...headers, 'accept-language': language }
  const page = await app.inject({ url: '/sign-in', headers: asked })
  const payload = new URLSearchParams({
    _csrf: tokenIn(page.body),
    email: 'a@b.vn',
    password: 'secret words',
  }).toString()
  const answer = await app.inject({ method: 'POST', url: '/sign-in', headers: { ...asked, ...FORM }, payload })
  return { page: page.body, status: answer.statusCode, body: answer.body }
}

describe('a cookie that was not kept', () => {
  it('over plain http on a public address: said before anybody types a password, with the proxy that was seen', async () => {
    const app = await production()
    for (const [language, sentence] of [
      ['en', 'Use the address that begins with https://'],
      ['vi', 'Vui lòng dùng địa chỉ bắt đầu bằng https://'],
    ] as const) {
      const { page, status, body } = await withoutCookie(app, { host: 'tracker.example.org' }, language)
      expect(status).toBe(403)
      for (const html of [page, body]) {
        expect(html).toContain(sentence)
        expect(html).toContain('TRUST_PROXY=127.0.0.1')
        expect(html).toContain('http://tracker.example.org')
      }
      expect(body).not.toMatch(/too long|quá lâu/)
    }
  })

  it.each([
    ['https, by a proxy that is believed', { host: 't.org', 'x-forwarded-proto': 'https' }, ['127.0.0.1']],
    ['https, by a proxy that nobody named', { host: 't.org', 'x-forwarded-proto': 'https' }, false],
    ['https, by what the browser says', { host: 't.org', 'sec-fetch-site': 'same-origin' }, false],
  ])('over %s: the browser is asked to keep cookies', async (_, headers, trustProxy) => {
    const { page, status, body } = await withoutCookie(await production({ trustProxy }), headers)
    expect(status).toBe(403)
    expect(page).not.toContain('role="alert"')
    expect(body).toContain('Allow cookies for this site')
  })

  it('over http through a believed proxy: https is asked for', async () => {
    const headers = { host: 't.org', 'x-forwarded-proto': 'http', 'x-forwarded-for': '203.0.113.7' }
    const { page, body } = await withoutCookie(await production({ trustProxy: ['127.0.0.1'] }), headers)
    for (const html of [page, body]) {
      expect(html).toContain('the proxy at 127.0.0.1 says that it was asked over http://')
      expect(html).not.toContain('start with TRUST_PROXY')
    }
  })

  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('at %s: it may be the browser', async (host) => {
    const { page, body } = await withoutCookie(await production(), { host })
    expect(page).not.toContain('role="alert"')
    expect(body).toContain('Safari')
    expect(body).toContain(host)
  })

  it('a proxy that does not pass on the name of the site is told to', async () => {
    const app = await production()
    const { body } = await withoutCookie(app, { host: '127.0.0.1:3000', origin: 'https://tracker.example.org' })
    expect(body).toContain('a proxy has to pass on the name of the site (Host)')
  })

  it('a proxy that nobody named is named once in the log, one that is believed is not', async () => {
    for (const [trustProxy, times] of [
      [false, 1],
      [['127.0.0.1'], 0],
    ] as const) {
      const app = await production({ trustProxy })
      const said: string[] = []
      app.log.warn = ((text: string) => said.push(text)) as unknown as typeof app.log.warn
      for (let nth = 0; nth < 3; nth++)
        await app.inject({ url: '/sign-in', headers: { 'x-forwarded-for': '203.0.113.7' } })
      await app.inject('/sign-in')
      expect(said.filter((text) => text.includes('TRUST_PROXY=127.0.0.1'))).toHaveLength(times)
    }
  })

  it('what was typed stands on the page, to be sent again', async () => {
    const demo = await DemoApp.start()
    apps.push(demo.app)
    const page = await demo.app.inject('/sign-in?language=en')
    const answer = await demo.app.inject({
      method: 'POST',
      url: '/language',
      headers: FORM,
      payload: new URLSearchParams({ _csrf: tokenIn(page.body), language: 'en', back: '/help' }).toString(),
    })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('value="/help"')
  })
})

describe('cookies of two projects on one host', () => {
  const names = (database: string, secureCookies = true) => cookieName('session', { database, secureCookies })

  it('have names of their own, the same at every start', () => {
    expect(names('/a/one.db')).toMatch(/^__Host-session-[0-9a-f]{8}$/)
    expect(names('/a/one.db')).toBe(names('/a/../a/one.db'))
    expect(names('/a/one.db')).not.toBe(names('/a/two.db'))
    expect(names('/a/one.db', false)).toMatch(/^session-[0-9a-f]{8}$/)
  })

  it('signing in to one leaves the other signed in', async () => {
    const [one, two] = [await DemoApp.start(), await DemoApp.start()]
    const at = (demo: DemoApp, database: string) => testApp(demo.db, () => demo.clock, { database })
    const [first, second] = [await at(one, '/data/one.db'), await at(two, '/data/two.db')]
    apps.push(first, second, one.app, two.app)
    const jar = new Map<string, string>()
    const ask = async (app: App, url: string, form?: Record<string, string>) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await app.inject({
        method: form ? 'POST' : 'GET',
        url,
        headers: { cookie, ...(form ? FORM : {}) },
        ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
      })
      for (const { name, value } of answer.cookies) jar.set(name, value)
      return answer
    }
    for (const app of [first, second]) {
      const page = await ask(app, '/sign-in')
      const person = String(one.id('manager'))
      expect((await ask(app, '/sign-in/persona', { _csrf: tokenIn(page.body), person })).statusCode).toBe(303)
    }
    for (const app of [first, second]) expect((await ask(app, '/account')).statusCode).toBe(200)
  })
})

describe('an unknown visitor', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['fr-FR,fr;q=0.9,en;q=0.8,vi;q=0.7', 'en'],
    ['en;q=0.4, vi;q=0.8', 'vi'],
    ['vi;q=0, en', 'en'],
    ['en;q=0', 'vi'],
    ['EN-us', 'en'],
    ['fr, de', 'vi'],
    ['*', 'vi'],
    ['en;q=x, vi;q=0.1', 'vi'],
    [`${'x'.repeat(600)},en`, 'vi'],
  ])('whose browser asks for %s is met in %s', (header, language) => {
    expect(languageOfBrowser(header)).toBe(language)
  })

  it('sees the sign-in page and errors in that language, until they choose another', async () => {
    const app = await production()
    const ask = (url: string, headers: Record<string, string>) => app.inject({ url, headers })
    for (const url of ['/sign-in', '/nowhere', '/%E0%A4%A']) {
      expect((await ask(url, { 'accept-language': 'en' })).body).toContain('<html lang="en">')
      expect((await ask(url, {})).body).toContain('<html lang="vi">')
      const chosen = { 'accept-language': 'en', cookie: '__Host-language=vi' }
      expect((await ask(url, chosen)).body).toContain('<html lang="vi">')
    }
  })
})
