import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LONGEST_MS } from '../../src/access/session.ts'
import { sessionsOf } from '../../src/access/session-store.ts'
import { readTrail } from '../../src/trail/store.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DemoApp } from '../support/demo/demo-app.ts'
import { personaId } from '../support/demo.ts'
import { tokenIn, tokensIn } from '../support/forms.ts'
import { pagesOf } from '../support/pages.ts'

const HOUR = 3_600_000

let demo: DemoApp
beforeEach(async () => {
  demo = await DemoApp.start()
})
afterEach(() => demo.close())

const rows = () => demo.db.$client.prepare('select count(*) from session').pluck().get() as number
const changes = () => demo.db.$client.prepare('select total_changes()').pluck().get() as number

describe('reading', () => {
  it('writes nothing, whoever reads: anonymous pages leave no session', async () => {
    const before = changes()
    for (let nth = 0; nth < 20; nth++) {
      const answer = await demo.app.inject('/sign-in')
      expect(answer.statusCode).toBe(200)
      expect(tokensIn(answer.body)).not.toEqual([])
    }
    expect([rows(), changes()]).toEqual([0, before])
  })

  it('writes nothing for those who are signed in, but that a report was downloaded', async () => {
    for (const email of ['iom.manager@example.org', 'dolisa.nghe-an@example.org', 'admin@example.org']) {
      const person = personaId(demo.db, email)
      const pages = await pagesOf(demo.app, person)
      const visitor = await new Visitor(demo.app).become(person)
      const before = changes()
      for (const { url } of pages) await visitor.get(url)
      expect(changes(), email).toBe(before)
    }
  })

  it('shows what was said once, and writes nothing for it', async () => {
    const visitor = await demo.visit('manager')
    await visitor.get('/account')
    await visitor.post('/account/password', { current: 'x', next: 'y', again: 'z' })
    const admin = await demo.visit('admin')
    await admin.get('/people')
    expect((await admin.post(`/people/${demo.id('manager')}/locking`)).location).toBe('/people')
    const before = changes()
    expect((await admin.get('/people')).body).toContain('role="status"')
    expect((await admin.get('/people')).body).not.toContain('role="status"')
    expect(changes()).toBe(before)
  })

  it('takes no sentence from a notice that we did not write', async () => {
    const forged = Buffer.from(JSON.stringify({ key: 'people:manage.locked', values: { name: 'x' } })).toString(
      'base64url',
    )
    for (const value of [forged, `${forged}.c2ln`, 'x', '%%%']) {
      const answer = await demo.app.inject({ url: '/sign-in', headers: { cookie: `notice=${value}` } })
      expect(answer.body).not.toContain('role="status"')
    }
  })
})

describe('a session', () => {
  it('goes on while one reads, ends twelve hours after the last sign of life, and after a day whatever happens', async () => {
    const visitor = await demo.visit('manager')
    for (let hours = 11; hours < 24; hours += 11) {
      demo.clock += 11 * HOUR
      expect((await visitor.get('/overview')).status, `${hours} h`).toBe(200)
    }
    demo.clock += 2 * HOUR
    expect((await visitor.get('/overview')).status).toBe(303)
    const idle = await demo.visit('manager')
    demo.clock += 12 * HOUR - 1
    expect((await idle.get('/account')).status).toBe(200)
    demo.clock += 12 * HOUR
    expect((await idle.get('/account')).status).toBe(303)
  })

  it('that was only read in goes on after the program was started again', async () => {
    const visitor = await demo.visit('manager')
    const { cookie } = visitor
    demo.clock += 11 * HOUR
    await visitor.get('/overview')
    await demo.startAgain()
    demo.clock += 11 * HOUR
    expect((await demo.app.inject({ url: '/account', headers: { cookie } })).statusCode).toBe(200)
  })

  it('that was read and written in goes on after the program was killed', async () => {
    const visitor = await demo.visit('manager')
    demo.clock += 11 * HOUR
    await visitor.get('/account')
    const before = changes()
    await visitor.post('/language', { language: 'vi', back: '/' })
    await visitor.post('/language', { language: 'vi', back: '/' })
    expect(sessionsOf(demo.db, demo.id('manager'))[0]!.seenAt).toBe(demo.clock)
    expect(changes() - before).toBe(1 + 2 * 2)
    const again = await testApp(demo.db, () => demo.clock + 11 * HOUR)
    expect((await again.inject({ url: '/account', headers: { cookie: visitor.cookie } })).statusCode).toBe(200)
    await again.close()
  })

  it('is new at every sign-in, and the one before is dead', async () => {
    const visitor = await demo.visit('manager')
    const before = visitor.cookie
    await visitor.become(demo.id('manager'))
    expect((await demo.app.inject({ url: '/account', headers: { cookie: before } })).statusCode).toBe(303)
    expect((await visitor.get('/account')).status).toBe(200)
    expect(sessionsOf(demo.db, demo.id('manager'))).toHaveLength(1)
  })

  it('is not taken over from a cookie that was there before', async () => {
    const cookie = 'session=chosen-by-somebody-else'
    const page = await demo.app.inject({ url: '/sign-in', headers: { cookie } })
    const csrf = page.cookies.find(({ name }) => name === 'csrf')!.value
    const answer = await demo.app.inject({
      method: 'POST',
      url: '/sign-in/persona',
      headers: { cookie: `${cookie}; csrf=${csrf}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: tokenIn(page.body), person: String(demo.id('manager')) }).toString(),
    })
    expect(answer.cookies.find(({ name }) => name === 'session')!.value).not.toBe('chosen-by-somebody-else')
    expect((await demo.app.inject({ url: '/account', headers: { cookie } })).statusCode).toBe(303)
  })

  it('ends with signing out, which is in the trail', async () => {
    const visitor = await demo.visit('manager')
    await visitor.get('/account')
    const { cookie } = visitor
    expect((await visitor.post('/sign-out')).location).toBe('/sign-in')
    expect(rows()).toBe(0)
    expect((await demo.app.inject({ url: '/account', headers: { cookie } })).statusCode).toBe(303)
    expect(readTrail(demo.db, { verb: 'person.signed-out', byId: demo.id('manager') }, 9)).toHaveLength(1)
  })

  it('cannot be read out of the database', async () => {
    const visitor = await demo.visit('manager')
    const [session] = sessionsOf(demo.db, demo.id('manager'))
    expect(visitor.cookie).not.toContain(session!.idHash)
    const answer = await demo.app.inject({ url: '/account', headers: { cookie: `session=${session!.idHash}` } })
    expect(answer.statusCode).toBe(303)
  })

  it('that has expired is swept away at the next sign-in', async () => {
    await demo.visit('manager')
    demo.clock += LONGEST_MS
    await demo.visit('admin')
    expect(rows()).toBe(1)
  })
})

describe('cookies in production', () => {
  it('are for this host, https and no script, and say how long they last', async () => {
    const real = await testApp(demo.db, () => demo.clock, { mode: 'production', secureCookies: true })
    const page = await real.inject('/sign-in')
    const [csrf] = page.cookies
    expect(csrf).toMatchObject({ name: '__Host-csrf', path: '/', httpOnly: true, secure: true, sameSite: 'Lax' })
    expect(csrf).not.toHaveProperty('domain')
    const answer = await real.inject({
      method: 'POST',
      url: '/language',
      headers: { cookie: `__Host-csrf=${csrf!.value}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: tokenIn(page.body), language: 'en' }).toString(),
    })
    expect(answer.statusCode).toBe(303)
    const [language] = answer.cookies
    expect(language).toMatchObject({ name: '__Host-language', maxAge: 365 * 86_400, secure: true, httpOnly: true })
    await real.close()
  })
})
