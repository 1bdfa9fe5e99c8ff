import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { App } from '../../src/web/context.ts'
import { cookieName } from '../../src/web/session/cookies.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'
import { tokenIn } from '../support/forms.ts'

const PAGES = ['/overview', '/components/protection', '/provinces/ha-tinh', '/indicators/V3']

let db: Db
let app: App
beforeAll(async () => {
  db = demoDb()
  app = await testApp(db, () => DEMO_NOW)
})
afterAll(() => app.close())

const manager = (language?: 'vi' | 'en', email = 'iom.manager@example.org') =>
  new Visitor(app).become(personaId(db, email), language)

/** Asks for a page, showing the tag of one that was got before. */
function ask({ cookie }: { cookie: string }, url: string, tag = '', headers: Record<string, string> = {}) {
  return app.inject({ url, headers: { ...headers, cookie, ...(tag && { 'if-none-match': tag }) } })
}

async function tagOf(visitor: Visitor, url: string): Promise<string> {
  return String((await ask(visitor, url)).headers.etag)
}

describe('a page of figures that has not changed', () => {
  it.each(PAGES)('is not sent again to the same person: %s', async (url) => {
    const visitor = await manager()
    await visitor.get(url)
    const first = await ask(visitor, url)
    expect([first.statusCode, first.headers['cache-control']]).toEqual([200, 'private, no-cache'])
    expect(String(first.headers.vary)).toContain('cookie')
    const again = await ask(visitor, url, String(first.headers.etag))
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', first.headers.etag])
    expect(again.headers['cache-control']).toBe('private, no-cache')
  })

  it('nor where a browser knows several, or takes it compressed', async () => {
    const visitor = await manager()
    const tag = await tagOf(visitor, '/overview')
    expect((await ask(visitor, '/overview', `"another", ${tag}`)).statusCode).toBe(304)
    expect((await ask(visitor, '/overview', tag, { 'accept-encoding': 'br' })).statusCode).toBe(304)
    expect((await ask(visitor, '/overview', '*')).statusCode).toBe(200)
  })

  it('has a token that is still good', async () => {
    const visitor = await manager()
    const kept = await ask(visitor, '/overview')
    expect((await ask(visitor, '/overview', String(kept.headers.etag))).statusCode).toBe(304)
    const answer = await visitor.post('/language', { _csrf: tokenIn(kept.body), language: 'vi', back: '/overview' })
    expect([answer.status, answer.location]).toEqual([303, '/overview'])
  })
})

describe('a page of figures is sent', () => {
  it('to another person, in another language, to another session and at another address', async () => {
    const tag = await tagOf(await manager('vi'), '/overview')
    for (const other of [await manager('vi', 'bc.manager@example.org'), await manager('en'), await manager('vi')])
      expect((await ask(other, '/overview', tag)).statusCode).toBe(200)
    const mine = await manager('vi')
    expect((await ask(mine, '/overview?sort=pace', await tagOf(mine, '/overview'))).statusCode).toBe(200)
  })

  it('after something that it shows was written', async () => {
    const visitor = await manager()
    const tag = await tagOf(visitor, '/overview')
    db.prepared(
      'update fact set approved_to = ? where approved_to is null and quarter = (select max(quarter) from fact)',
    ).run(DEMO_NOW)
    const after = await ask(visitor, '/overview', tag)
    expect(after.statusCode).toBe(200)
    expect(after.headers.etag).not.toBe(tag)
  })

  it('while it says what has just been done, and that page is not kept', async () => {
    const visitor = await manager()
    const tag = await tagOf(visitor, '/overview')
    const notice = app.signCookie(Buffer.from(JSON.stringify({ key: 'people:account.changed' })).toString('base64url'))
    const cookie = `${visitor.cookie}; ${cookieName('notice', app.context.config)}=${encodeURIComponent(notice)}`
    const told = await ask({ cookie }, '/overview', tag)
    expect(told.body).toContain('role="status"')
    expect([told.statusCode, told.headers['cache-control'], told.headers.etag]).toEqual([200, 'no-store', undefined])
    expect((await ask(visitor, '/overview', tag)).statusCode).toBe(304)
  })

  it('where the secret of forms is gone: a token that was kept would be good for nothing', async () => {
    const visitor = await manager()
    const tag = await tagOf(visitor, '/overview')
    const cookie = visitor.cookie.replace(/csrf=[^;]*(; )?/, '')
    expect((await ask({ cookie }, '/overview', tag)).statusCode).toBe(200)
  })

  it('to nobody who has signed out, and what the browser kept goes', async () => {
    const visitor = await manager()
    const [{ cookie }, tag] = [visitor, await tagOf(visitor, '/overview')]
    const out = await visitor.post('/sign-out')
    expect(out.headers['clear-site-data']).toContain('"cache"')
    const after = await ask({ cookie }, '/overview', tag)
    expect([after.statusCode, after.headers.location]).toEqual([303, '/sign-in?next=%2Foverview'])
  })
})
