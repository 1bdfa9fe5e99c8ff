import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { declinedBy } from '../../src/people/reminders/declined-store.ts'
import { remindNow } from '../../src/reminders/sending/begin-reminding.ts'
import { newestReminders } from '../../src/reminders/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'
import { MailServer } from './mail-server.ts'

let db: Db
let off: App
let on: App
let server: MailServer
let clock = DEMO_NOW
beforeAll(async () => {
  db = demoDb()
  server = await MailServer.start()
  off = await testApp(db, () => clock)
  on = await testApp(db, () => clock, { mail: server.config })
})
afterAll(async () => {
  for (const app of [off, on]) await app.close()
  await server.close()
})
const as = (app: App, name: string, language: 'vi' | 'en' = 'en') =>
  new Visitor(app).become(personaId(db, `${name}@example.org`), language)

describe('/reminders', () => {
  it('is there for whoever is reminded or looks after it, and nobody else', async () => {
    expect(await new Visitor(off).get('/reminders')).toMatchObject({ status: 303 })
    const statuses: Record<string, number> = {}
    for (const name of ['dolisa.quang-binh', 'iom.manager', 'admin', 'donor.homeoffice'])
      statuses[name] = (await (await as(off, name)).get('/reminders')).status
    expect(statuses).toEqual({ 'dolisa.quang-binh': 200, 'iom.manager': 200, admin: 200, 'donor.homeoffice': 404 })
    expect((await (await as(off, 'iom.manager')).post('/reminders')).status).toBe(405)
  })

  it('tells a partner its own, with the way to it, and nothing of others', async () => {
    const { body } = await (await as(off, 'dolisa.quang-binh')).get('/reminders')
    expect(body).toContain('This program sends no e-mail')
    expect(body).toContain('/submissions/start?partner=dolisa-quang-binh&amp;place=quang-binh&amp;quarter=2021-Q4')
    expect(body).not.toContain('Nghe An')
    expect(body).not.toContain('What was sent')
  })

  it('shows who looks after it what would leave word for word, in the language of its reader, before anything is sent', async () => {
    const { body } = await (await as(off, 'admin')).get('/reminders')
    expect(body).toContain('No reminders are sent by e-mail')
    expect(body).toContain('To dolisa.quang-binh@example.org')
    expect(body).toContain('<span lang="vi">3P Tracker: báo cáo Quý IV/2021 quá hạn</span>')
    expect(body).toMatch(/Kính gửi anh\/chị [^<]+,\n\nBáo cáo sau đây đã quá hạn gửi:/)
    expect(body).toContain('Nothing yet.')
    expect(newestReminders(db, 9)).toEqual([])
  })

  it('is led to from the first page and the account', async () => {
    for (const [name, page] of [
      ['dolisa.quang-binh', '/'],
      ['iom.manager', '/'],
      ['admin', '/'],
      ['dolisa.quang-binh', '/account'],
    ] as const)
      expect((await (await as(off, name)).get(page)).body).toContain('href="/reminders"')
  })
})

describe('the choice of each person', () => {
  it('is kept, told by the trail, and shown', async () => {
    const visitor = await as(on, 'dolisa.quang-binh')
    expect((await visitor.get('/account')).body.match(/name="kinds" value="[a-z-]+" checked/g)).toHaveLength(4)
    const answer = await visitor.post('/account/reminders', { kinds: ['due', 'returned'] })
    expect([answer.status, answer.location]).toEqual([303, '/account'])
    const id = personaId(db, 'dolisa.quang-binh@example.org')
    expect(declinedBy(db, id)).toEqual(['approved', 'overdue'])
    const [event] = readTrail(db, { verb: 'person.reminders-chosen' }, 1)
    expect(event).toMatchObject({ subjectId: String(id), detail: { declined: ['overdue', 'approved'] } })
    expect((await visitor.get('/account')).body.match(/name="kinds" value="[a-z-]+" checked/g)).toHaveLength(2)
    await visitor.post('/account/reminders')
    expect(declinedBy(db, id)).toHaveLength(4)
    await visitor.post('/account/reminders', { kinds: ['due', 'overdue', 'returned', 'approved'] })
    expect(declinedBy(db, id)).toEqual([])
  })

  it('is of what one is reminded of at all', async () => {
    const partner = await as(on, 'dolisa.quang-binh')
    expect(await partner.post('/account/reminders', { kinds: 'to-approve' })).toMatchObject({ status: 422 })
    expect(await partner.post('/account/reminders', { kinds: 'x' })).toMatchObject({ status: 422 })
    expect((await (await as(on, 'donor.homeoffice')).get('/account')).body).not.toContain('name="kinds"')
    expect((await new Visitor(on).post('/account/reminders')).status).toBe(401)
    expect((await partner.get('/account/reminders')).status).toBe(405)
  })
})

describe('sending beside requests', () => {
  it('is done by day, where a server is named, and told on the page', async () => {
    clock = Date.parse('2022-01-20T06:59:00+07:00')
    remindNow(on.context)
    remindNow(off.context)
    clock = Date.parse('2022-01-20T19:00:00+07:00')
    remindNow(on.context)
    await on.context.jobs.settled()
    expect(newestReminders(db, 9)).toEqual([])
    clock = DEMO_NOW
    server.recipients = [{ code: 550 }]
    remindNow(on.context)
    remindNow(on.context)
    await on.context.jobs.settled()
    expect(server.received.length).toBeGreaterThan(3)
    const { body } = await (await as(on, 'admin')).get('/reminders')
    expect(body).toContain('Sent 20 Jan 2022 09:00')
    expect(body).toContain('Given up: the mail server refused it')
    expect((await (await as(on, 'admin')).get('/')).body).toContain('One reminder could not be sent in the last 7 days')
    expect((await (await as(on, 'dolisa.quang-binh')).get('/reminders')).body).toContain(
      'These also go to dolisa.quang-binh@example.org',
    )
  })

  it('that the server refuses for what it was told says what to mend', async () => {
    const { body } = await (await as(on, 'admin')).get('/reminders')
    expect(body).not.toContain('refuses the login')
    clock = Date.parse('2022-01-24T09:00:00+07:00')
    server.recipients = [{ code: 535 }]
    remindNow(on.context)
    await on.context.jobs.settled()
    const told = (await (await as(on, 'admin', 'vi')).get('/reminders')).body
    expect(told).toContain('kiểm tra SMTP_USER và SMTP_PASSWORD')
    expect(told).toContain('Chưa gửi được: máy chủ thư từ chối đăng nhập. Gửi lại lúc 24/01/2022 09:05')
  })
})
