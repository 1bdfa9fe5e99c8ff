import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { Access } from '../../src/access/permissions.ts'
import { ROLES, type Role } from '../../src/vocabulary/access.ts'
import type { App } from '../../src/web/context.ts'
import { personOf, personStill, sessionOf } from '../../src/web/guard.ts'
import { testApp, Visitor } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'
import { addedPerson } from '../support/people.ts'

const NOW = Date.parse('2022-01-20T09:00:00+07:00')
const WAYS = ['anyone', 'signed-in', 'submission.review', 'people.manage'] as const satisfies Access[]

let db: Db
let app: App
let ids: Record<Role, number>
/** What happens between the head of a request and its body. */
let meanwhile: () => void
const lock = (id: number) => db.$client.prepare('update person set disabled_at = 1 where id = ?').run(id)

beforeEach(async () => {
  db = emptyDb()
  ids = Object.fromEntries(
    ROLES.map((role) => [role, addedPerson(db, { role, name: role, email: `${role}@example.org` }, NOW)]),
  ) as typeof ids
  meanwhile = () => {}
  app = await testApp(db, () => NOW)
  app.addHook('preParsing', async () => {
    meanwhile()
  })
  for (const may of WAYS) {
    app.get(`/to/${may}`, { config: { may } }, async () => 'in')
    app.post(`/to/${may}`, { config: { may } }, async () => 'in')
  }
  app.get('/who', { config: { may: 'anyone' } }, async (request) => personOf(request).name)
  app.get('/session', { config: { may: 'anyone' } }, async (request) => sessionOf(request).personId)
  app.post('/slow', { config: { may: 'signed-in' } }, async (request) => {
    lock(personOf(request).id)
    return personStill(request).name
  })
  app.post('/quick', { config: { may: 'signed-in' } }, async (request) => personStill(request).name)
})
afterEach(() => app.close())

const as = (role: Role) => new Visitor(app).become(ids[role], 'en')

describe('who may enter', () => {
  it.each<[Role, (typeof WAYS)[number], number]>([
    ['partner', 'anyone', 200],
    ['partner', 'signed-in', 200],
    ['partner', 'submission.review', 403],
    ['partner', 'people.manage', 404],
    ['manager', 'submission.review', 200],
    ['manager', 'people.manage', 404],
    ['donor', 'signed-in', 200],
    ['donor', 'submission.review', 404],
    ['administrator', 'submission.review', 404],
    ['administrator', 'people.manage', 200],
  ])('as %s what is for %s is answered with %i, read or sent', async (role, may, status) => {
    const visitor = await as(role)
    expect((await visitor.get(`/to/${may}`)).status).toBe(status)
    expect((await visitor.post(`/to/${may}`)).status).toBe(status)
  })

  it('nobody is asked to sign in, and led back to where they were going', async () => {
    const visitor = new Visitor(app)
    expect((await visitor.get('/to/anyone')).status).toBe(200)
    for (const may of WAYS.slice(1)) {
      const answer = await visitor.get(`/to/${may}?a=1&b=%C3%A4`)
      expect([answer.status, answer.location]).toEqual([
        303,
        `/sign-in?next=${encodeURIComponent(`/to/${may}?a=1&b=%C3%A4`)}`,
      ])
    }
    expect((await app.inject({ method: 'HEAD', url: '/to/signed-in' })).statusCode).toBe(303)
  })

  it('what nobody has sent is given back to be sent again, unless another site sent it', async () => {
    const sent = (headers: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: '/to/signed-in',
        headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', ...headers },
        payload: 'text=typed+words',
      })
    const own = await sent({})
    expect([own.statusCode, own.body.includes('typed words')]).toEqual([401, true])
    const foreign = await sent({ origin: 'https://evil.example' })
    expect([foreign.statusCode, foreign.body.includes('typed words')]).toEqual([401, false])
  })
})

describe('whoever is locked while a request is under way', () => {
  it('between its head and its body is signed out before it is acted upon; what is only read is shown', async () => {
    const visitor = await as('manager')
    await visitor.get('/account')
    meanwhile = () => lock(ids.manager)
    expect((await visitor.post('/to/signed-in')).status).toBe(401)
    meanwhile = () => {}
    db.$client.prepare('update person set disabled_at = null').run()
    meanwhile = () => lock(ids.manager)
    expect((await visitor.get('/to/signed-in')).status).toBe(200)
    expect((await visitor.get('/to/signed-in')).status).toBe(303)
  })

  it('while a handler waits for something is signed out before it writes', async () => {
    const visitor = await as('manager')
    expect((await visitor.post('/quick')).body).toBe('manager')
    expect((await visitor.post('/slow')).status).toBe(401)
  })
})

describe('a handler that needs a person', () => {
  it('is given the one who is signed in, with their session', async () => {
    const visitor = await as('donor')
    expect((await visitor.get('/who')).body).toBe('donor')
    expect((await visitor.get('/session')).body).toBe(String(ids.donor))
  })

  it('fails where anybody may come: that is a fault of its route', async () => {
    for (const url of ['/who', '/session']) expect((await new Visitor(app).get(url)).status).toBe(500)
  })
})
