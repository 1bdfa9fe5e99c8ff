import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { record } from '../../../src/trail/store.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../../support/demo.ts'

const DONOR = 'donor=uk-home-office'

let [db, app] = [null as unknown as Db, null as unknown as App]
let manager: Visitor
beforeAll(async () => {
  db = demoDb(quarterOf(2019, 1))
  app = await testApp(db, () => DEMO_NOW)
  manager = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
})
afterAll(async () => {
  await app.close()
  db.$client.close()
})

/** The page once its report is protected. */
async function seen(address: string, who = manager) {
  await who.get(address)
  await app.context.jobs.settled()
  return who.get(address)
}

describe('a page as a donor would see it', () => {
  it('waits for its report beside requests, looks again by itself, and can be had as it is meanwhile', async () => {
    const waiting = await manager.get(`/indicators/V3?${DONOR}&view=table`)
    expect(waiting.status).toBe(202)
    expect(waiting.headers.refresh).toBe('3')
    expect(waiting.body).toContain('Working out what UK Home Office – Modern Slavery Fund would see.')
    expect(waiting.body).toContain('<progress')
    expect(waiting.body).toContain('href="/indicators/V3?donor=uk-home-office&amp;view=table"')
    expect(waiting.body).toContain('href="/indicators/V3?view=table"')
    await app.context.jobs.settled()
    const page = await manager.get(`/indicators/V3?${DONOR}&view=table`)
    expect(page.status).toBe(200)
    expect(page.headers.refresh).toBeUndefined()
  })

  it('leads from quarters, most of which stand in no report, to the years that the report has, as long as a page is not by years', async () => {
    for (const path of ['/indicators/V3', '/components/protection', '/provinces/nghe-an']) {
      for (const table of ['', '&view=table']) {
        const { body } = await seen(`${path}?${DONOR}&grain=quarter${table}`)
        const [notice] = /<section class="notice seen".*?<\/section>/s.exec(body)!
        const [, href] = /<a href="([^"]+)">By the years of the report/.exec(notice) ?? []
        expect([path, href?.startsWith(`${path}?`), href?.includes('view=table')]).toEqual([path, true, table !== ''])
        expect(href).toMatch(/grain=(fiscal-)?year/)
        const years = await seen(href!.replaceAll('&amp;', '&'))
        expect([
          years.status,
          /<section class="notice seen".*?<\/section>/s.exec(years.body)![0].includes('By the years of the report'),
        ]).toEqual([200, false])
      }
    }
  })

  it('says which report it would be, how it is protected, after which others, when it was worked out, and that nothing was issued', async () => {
    const { body } = await seen(`/overview?${DONOR}`)
    const notice = /<section class="notice seen".*?<\/section>/s.exec(body)![0]
    for (const said of [
      'As UK Home Office – Modern Slavery Fund would see it. Nothing has been issued.',
      '1 Jan 2019 – 31 Mar 2019',
      'project by quarter; provinces and breakdowns by year',
      'Hidden, [c]: ',
      'counts of 1 to 4 and others',
      'No report has been issued before it.',
      'as at 20 Jan 2022 09:00',
      'Worked out on 20 Jan 2022 09:00',
      'href="/releases/new?donor=uk-home-office"',
    ])
      expect(notice).toContain(said)
    // Its filter is on, and can be taken off.
    expect(body).toContain('<option value="uk-home-office" selected')
    expect(/<a [^>]*href="\/overview"[^>]*>.*?as UK Home Office/s.test(body)).toBe(true)
    // Links lead on to pages seen so.
    expect(body).toContain('href="/indicators/V3?donor=uk-home-office"')
  })

  it('has no figure of its report that is hidden, on the page or in its files', async () => {
    const staff = (await manager.get('/indicators/V2/table.csv?table=over-time')).body
    const donor = (await seen(`/indicators/V2/table.csv?table=over-time&${DONOR}`)).body
    const small = /,[1-4],reported,/
    expect(staff).toMatch(small)
    expect(donor).not.toMatch(small)
    expect(donor).toContain(',[c],confidential,')
    expect(donor).toContain('As UK Home Office')
    expect(donor).not.toContain('For staff only')
    expect(staff).toContain('For staff only')
  })

  it('is of approved figures on the map as reported: what else is asked for is named', async () => {
    const { body } = await seen(`/indicators/V3?${DONOR}&basis=provisional&map=today`)
    expect(body.match(/data-refused="not-in-report"/g)).toHaveLength(2)
    expect(body).not.toContain('name="basis"')
    const { body: staff } = await manager.get('/indicators/V3')
    expect(staff).toContain('name="basis"')
  })

  it('is of a donor of the project, and of everything where there is no such one', async () => {
    const { status, body } = await manager.get('/overview?donor=nobody')
    expect(status).toBe(200)
    expect(body).toContain('data-parameter="donor"')
    expect(body).not.toContain('class="notice seen"')
  })

  it('is worked out anew when something is written that may move a figure or another report, and not for anything else', async () => {
    await seen(`/overview?${DONOR}`)
    const done = (verb: 'person.signed-in' | 'submission.approved' | 'release.issued') =>
      record(db, { at: DEMO_NOW, by: null, verb, subject: ['release', 1], detail: {} })
    done('person.signed-in')
    expect((await manager.get(`/overview?${DONOR}`)).status).toBe(200)
    for (const verb of ['submission.approved', 'release.issued'] as const) {
      done(verb)
      expect((await manager.get(`/overview?${DONOR}`)).status, verb).toBe(202)
      await app.context.jobs.settled()
      expect((await manager.get(`/overview?${DONOR}`)).status, verb).toBe(200)
    }
  })

  it('tells a program to come back, and why there is nothing to see', async () => {
    const json = { accept: 'application/json' }
    const early = await manager.get(`/overview?${DONOR}&asAt=2019-04-30`, json)
    expect([early.status, early.headers['retry-after']]).toEqual([503, '3'])
    await app.context.jobs.settled()
    const none = await manager.get(`/overview?${DONOR}&asAt=2019-01-02`, json)
    expect(none.status).toBe(503)
    await app.context.jobs.settled()
    const failed = await manager.get(`/overview?${DONOR}&asAt=2019-01-02`)
    expect(failed.status).toBe(422)
    expect(failed.body).toContain('What UK Home Office – Modern Slavery Fund would see can’t be worked out.')
    expect(failed.body).toContain('href="/overview?asAt=2019-01-02"')
  })

  it.each(['donor.homeoffice@example.org', 'dolisa.nghe-an@example.org'])('is for staff: %s', async (email) => {
    const other = await new Visitor(app).become(personaId(db, email), 'en')
    const [plain, asDonor] = [await other.get('/overview'), await other.get(`/overview?${DONOR}`)]
    expect(asDonor.status).toBe(plain.status)
    expect([403, 404]).toContain(asDonor.status)
  })
})
