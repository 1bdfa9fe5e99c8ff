import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readTrail } from '../../../src/trail/store.ts'
import type { Visitor } from '../../support/app.ts'
import { DemoApp } from '../../support/demo/demo-app.ts'
import { formsOf, tokenIn } from '../../support/forms.ts'

let demo: DemoApp
beforeEach(async () => {
  demo = await DemoApp.start()
})
afterEach(() => demo.close())

/** Not one page more, and what is free is taken: as on a disk that is full. */
function fill(): void {
  demo.db.$client.exec('create table filler (text)')
  demo.db.$client.pragma(`max_page_count = ${demo.db.$client.pragma('page_count', { simple: true })}`)
  const insert = demo.db.$client.prepare('insert into filler values (zeroblob(?))')
  for (const size of [100_000, 10_000, 1000, 100]) {
    try {
      for (;;) insert.run(size)
    } catch (error) {
      expect(error).toMatchObject({ code: 'SQLITE_FULL' })
    }
  }
}
function makeRoom(): void {
  demo.db.$client.pragma('max_page_count = 1073741823')
}

/** A draft of the partner's own, and the form on it with something typed. */
async function draft(visitor: Visitor) {
  const home = (await visitor.get('/')).body
  const url = /href="(\/submissions\/\d+)/.exec(home)![1]!
  const form = formsOf(demo.app, (await visitor.get(url)).body).find(
    ({ route }) => route === '/submissions/:id/comments',
  )!
  return form.action
}

/** More than the free space of a page can take. */
const LONG = 'Đã đối chiếu danh sách ký tên với sổ theo dõi.\n'.repeat(40)

describe('a form that could not be stored', () => {
  it('comes back as it was typed, and is stored when it is sent again', async () => {
    const visitor = await demo.visit('partner', 'en')
    const action = await draft(visitor)
    fill()
    const typed = { text: LONG, indicator: 'V3', keep: 'yes' }
    let answer = await visitor.post(action, typed)
    // What is left of pages that are not full takes a few.
    for (let nth = 0; nth < 9 && answer.status === 303; nth++) answer = await visitor.post(action, typed)
    expect(answer.status).toBe(503)
    expect(answer.body).toContain('disk of the server is full')
    const again = formsOf(demo.app, answer.body).find((form) => form.action === action)!
    expect(again.hidden).toEqual(typed)
    makeRoom()
    expect((await visitor.post(again.action, again.hidden)).status).toBe(303)
    expect((await visitor.get(action.replace('/comments', ''))).body).toContain('Đã đối chiếu danh sách')
  })

  it('lets somebody sign out all the same, which is stored when there is room', async () => {
    const visitor = await demo.visit('partner', 'en')
    const action = await draft(visitor)
    fill()
    for (let nth = 0; nth < 9; nth++) await visitor.post(action, { text: LONG })
    const { cookie } = visitor
    const out = await visitor.post('/sign-out')
    expect(out).toMatchObject({ status: 303, location: '/sign-in' })
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"')
    expect(visitor.cookie).toMatch(/session=(;|$)/)
    const stillIn = async () => (await demo.app.inject({ url: '/account', headers: { cookie } })).statusCode === 200
    const signedOut = () => readTrail(demo.db, { verb: 'person.signed-out', byId: demo.id('partner') }, 9).length
    expect([await stillIn(), signedOut()]).toEqual([false, 0])
    makeRoom()
    await demo.startAgain()
    expect([await stillIn(), signedOut()]).toEqual([false, 1])
  })

  it('gives no password back', async () => {
    const visitor = await demo.visit('partner', 'en')
    await visitor.get('/account')
    fill()
    const statuses: number[] = []
    for (let nth = 0; nth < 9; nth++) {
      const answer = await visitor.post('/account/password', {
        current: 'typed-secret',
        next: 'typed-secret',
        again: '',
      })
      statuses.push(answer.status)
      expect(answer.body).not.toContain('typed-secret')
    }
    expect(statuses).toContain(503)
  })

  it('is a page in both languages even when nothing can be read either', async () => {
    const visitor = await demo.visit('partner')
    demo.db.$client.close()
    for (const [language, sentence] of [
      ['vi', 'Máy chủ gặp lỗi'],
      ['en', 'The server met an error'],
    ] as const) {
      const answer = await demo.app.inject({
        url: '/help',
        headers: { cookie: visitor.cookie.replace(/language=\w+/, `language=${language}`) },
      })
      expect(answer.statusCode).toBe(500)
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      expect(answer.body).toContain(sentence)
    }
  })

  it.each([
    ['SQLITE_FULL', 503, 'disk of the server is full'],
    ['SQLITE_BUSY', 503, 'Another program is writing'],
    ['SQLITE_BUSY_SNAPSHOT', 503, 'Another program is writing'],
    ['SQLITE_READONLY', 503, 'cannot write to the database'],
    ['SQLITE_READONLY_DBMOVED', 503, 'cannot write to the database'],
    ['SQLITE_IOERR_WRITE', 503, 'cannot write to the database'],
    ['SQLITE_CORRUPT_VTAB', 500, 'data file is damaged'],
    ['SQLITE_CONSTRAINT', 500, 'The server met an error'],
    ['SQLITE_FULLER', 500, 'The server met an error'],
    [undefined, 500, 'The server met an error'],
  ])('says why: %s', async (code, status, sentence) => {
    demo.app.post('/breaks', { config: { may: 'signed-in' } }, async () => {
      throw new Error('wrapped', { cause: Object.assign(new Error('inner detail'), { code }) })
    })
    const visitor = await demo.visit('partner', 'en')
    await visitor.get('/account')
    const answer = await visitor.post('/breaks?x=1', { text: '"<b>', many: ['1', '2'] })
    expect(answer.status).toBe(status)
    expect(answer.body).toContain(sentence)
    expect(answer.body).not.toContain('inner detail')
    expect(answer.body).toContain('action="/breaks?x=1"')
    expect(answer.body).toContain('name="text" value="&quot;&lt;b&gt;"')
    expect(answer.body).toMatch(/name="many" value="1">\s*<input type="hidden" name="many" value="2"/)
  })
})

describe('a form sent after the session has ended', () => {
  it('stands on the page that asks to sign in, and is good after signing in again', async () => {
    const partner = demo.id('partner')
    const visitor = await demo.visit('partner')
    const action = await draft(visitor)
    demo.clock += 13 * 3_600_000
    const answer = await visitor.post(action, { text: 'gõ xong rồi' })
    expect(answer.status).toBe(401)
    const form = formsOf(demo.app, answer.body).find((one) => one.action === action)!
    const token = tokenIn(answer.body.slice(answer.body.indexOf(`action="${action}"`)))
    await visitor.become(partner)
    expect((await visitor.post(action, { ...form.hidden, _csrf: token })).status).toBe(303)
  })

  it('does not stand there when it came from another site', async () => {
    const answer = await demo.app.inject({
      method: 'POST',
      url: '/submissions/1/comments',
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'text=planted',
    })
    expect(answer.statusCode).toBe(401)
    expect(answer.body).not.toContain('planted')
  })
})

describe('a form that was open for too long', () => {
  it('comes back with a new token', async () => {
    const visitor = await demo.visit('partner', 'en')
    const action = await draft(visitor)
    const answer = await visitor.post(action, { text: 'typed long ago', _csrf: 'old' })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('What you typed stands below')
    const form = formsOf(demo.app, answer.body).find((one) => one.action === action)!
    expect((await visitor.post(action, form.hidden)).status).toBe(303)
  })

  it('does not come back when it came from another site', async () => {
    const visitor = await demo.visit('partner', 'en')
    const answer = await demo.app.inject({
      method: 'POST',
      url: '/submissions/1/comments',
      headers: {
        cookie: visitor.cookie,
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'text=planted',
    })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('from another site')
    expect(answer.body).not.toContain('planted')
  })
})
