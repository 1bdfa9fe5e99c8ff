import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { type Access, admit } from '../../src/access/permissions.ts'
import { personById } from '../../src/access/person-store.ts'
import { quarterCode } from '../../src/calendar/quarter.ts'
import { projectCard } from '../../src/project/store.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { addedPerson } from '../support/people.ts'
import { dbOf, PROJECTS, personOf, ROLES, type TriedRole } from './projects.ts'

type Who = TriedRole | 'stranger' | 'nobody'
const EVERYBODY: readonly Who[] = ['nobody', 'stranger', ...ROLES]
/** What is handed out of a report is recorded; nothing else that is read writes. */
const RECORDED = ['workbook.xlsx', 'iati.xml', 'data.csv', 'table.csv'].map((file) => `/releases/:id/${file}`)
const POSTS_ANYONE_MAY = ['/sign-in', '/sign-in/persona', '/language']

describe.each(PROJECTS)('every address of the $name project × every persona', (project) => {
  let db: Db
  let app: App
  let example: (url: string) => string
  const ids = new Map<Who, number>()
  const visitors = new Map<Who, Visitor>()

  beforeAll(async () => {
    db = dbOf(project)
    app = await testApp(db, () => project.now)
    for (const role of ROLES) ids.set(role, personOf(db, project, role).id)
    ids.set('stranger', addedPerson(db, { email: 'unknown@example.org', role: 'partner' }, project.now))
    visitors.set('nobody', new Visitor(app))
    for (const [who, id] of ids) visitors.set(who, await new Visitor(app).become(id, 'en'))
    example = exampleIn(db, ids.get('donor')!, personOf(db, project, 'partner').partnerIds)
  })
  afterAll(() => app.close())
  const changes = () => db.$client.prepare('select total_changes()').pluck().get() as number

  it('says who may enter, and there are as many as we know of', () => {
    expect(app.knownRoutes.filter((route) => route.may === 'undefined')).toEqual([])
    expect(app.knownRoutes.length).toBeGreaterThan(40)
  })

  it.each(EVERYBODY)('gives %s what the table of permissions says', async (who) => {
    const visitor = visitors.get(who)!
    const person = who === 'nobody' ? null : personById(db, ids.get(who)!)
    const wrong: string[] = []
    for (const { method, url, may, token } of app.knownRoutes) {
      // What programs read no session opens: see tests/api.
      if (token !== null) continue
      if (url === '/sign-out' || POSTS_ANYONE_MAY.includes(url)) continue
      const admission = admit(person, may as Access)
      if (admission === 'come in' && method === 'POST') continue
      const before = changes()
      const answer = method === 'GET' ? await visitor.get(example(url)) : await visitor.post(example(url))
      const line = `${who}: ${method} ${example(url)} (${may}) gave ${answer.status}`
      if (method === 'GET' && !RECORDED.includes(url) && changes() !== before) wrong.push(`${line} and wrote`)
      if (admission === 'sign in first') {
        const asked =
          method === 'GET'
            ? answer.status === 303 && answer.location.startsWith('/sign-in?next=')
            : answer.status === 401
        if (!asked) wrong.push(line)
      } else if (admission === 'forbidden' && answer.status !== 403) wrong.push(line)
      else if (admission === 'not found' && answer.status !== 404) wrong.push(line)
      else if (admission === 'come in' && ![200, 303].includes(answer.status) && !isNotTheirs(who, url))
        wrong.push(line)
    }
    expect(wrong).toEqual([])
  })

  /** Rooms they may enter, but in which this very thing is not theirs: 404 is right. */
  function isNotTheirs(who: Who, url: string): boolean {
    if (url.startsWith('/releases/:id')) return true
    // Nobody has added a file to a submission of the story.
    if (url.endsWith('/evidence/:evidence')) return true
    // Figures are compared by areas or, where there are none, by partners.
    const others = projectCard(db)!.terms.levels.length > 1 ? '/partners/:partner' : '/provinces/:place'
    if (url === others || url.startsWith(`${others}/`)) return true
    return who === 'stranger' && url.startsWith('/submissions/')
  }

  it('hides from a partner what is another partner’s, as if it were not there', async () => {
    const others = db.$client
      .prepare(
        `select id from submission where partner_id not in (${personOf(db, project, 'partner').partnerIds.join()}) limit 5`,
      )
      .pluck()
      .all() as number[]
    const partner = visitors.get('partner')!
    for (const id of others) {
      expect((await partner.get(`/submissions/${id}`)).status).toBe(404)
      for (const action of ['entries', 'handing-in', 'comments']) {
        expect((await partner.post(`/submissions/${id}/${action}`, { version: '1', text: 'x' })).status).toBe(404)
      }
      for (const action of ['approval', 'return', 'reopening']) {
        expect([403, 404]).toContain(
          (await partner.post(`/submissions/${id}/${action}`, { version: '1', reason: 'x' })).status,
        )
      }
    }
  })

  it('answers a wrong verb with what is right, and an unknown address with 404', async () => {
    const manager = visitors.get('manager')!
    const wrong = await manager.send('DELETE', '/overview')
    expect(wrong.status).toBe(405)
    expect(wrong.headers.allow).toBe('GET')
    expect((await manager.get('/submissions/1/approval')).status).toBe(405)
    expect((await manager.get('/no/such/thing')).status).toBe(404)
    for (const odd of [
      '/submissions/abc',
      '/submissions/999999',
      '/submissions/-1',
      '/indicators/ZZ9',
      '/provinces/paris',
      '/components/love',
      '/periods/2020-Q9/closing',
      '/%E0%A4%A',
      '/submissions/1e3',
    ]) {
      const { status, body } = await manager.get(odd)
      expect([400, 404, 405], odd).toContain(status)
      expect(body, odd).not.toMatch(/\bat .*\.ts:\d+/)
    }
  })
})

/** An address of each kind that is there, and is the partner's own where somebody owns it. */
function exampleIn(db: Db, person: number, partnerIds: readonly number[]): (url: string) => string {
  const one = (sql: string) => String(db.$client.prepare(sql).pluck().get())
  const own = `from submission s join partner p on p.id = s.partner_id join place l on l.id = s.place_id
    where s.partner_id in (${partnerIds.join()}) order by s.quarter limit 1`
  const { firstQuarter, terms } = projectCard(db)!
  const first = quarterCode(firstQuarter)
  const partner = one(`select p.slug ${own}`)
  const code = one('select code from indicator order by position limit 1')
  const area = one(
    'select p.slug from place p join place_level l on l.code = p.level order by abs(l.depth - 1), p.id limit 1',
  )
  return (url) =>
    url
      .replace(
        /^\/submissions\/start(.*)$/,
        `/submissions/start$1?partner=${partner}&place=${one(`select l.slug ${own}`)}&quarter=${first}`,
      )
      .replace('/submissions/:id', `/submissions/${one(`select s.id ${own}`)}`)
      .replace('/people/:id', `/people/${person}`)
      .replace('/periods/:quarter', `/periods/${first}`)
      .replace(':upload', 'a'.repeat(32))
      .replace(':kept', 'a'.repeat(32))
      .replace(':evidence', '1')
      .replace(':component', terms.components[0]!.code)
      .replace(':place', area)
      .replace(':partner', partner)
      .replace(':code', code)
      .replace('/figures/origin', `/figures/origin?indicator=${code}&group=project&from=${first}&to=${first}`)
      .replace(':name', 'app.css')
      .replace(':id', '1')
}
