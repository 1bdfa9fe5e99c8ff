import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { hashPassword } from '../../src/people/password.ts'
import { setPasswordHash } from '../../src/people/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'
import { SlowRequest } from '../support/socket.ts'

let db: Db
let app: App
let address: string
let partner: number
let visitor: Visitor
let submission: number

beforeEach(async () => {
  db = demoDb()
  app = await testApp(db, () => DEMO_NOW)
  address = await app.listen({ host: '127.0.0.1', port: 0 })
  partner = personaId(db, 'dolisa.nghe-an@example.org')
  visitor = await new Visitor(app).become(partner)
  submission = Number(/\/submissions\/(\d+)/.exec((await visitor.get('/submissions')).body)![1])
  await visitor.get(`/submissions/${submission}`)
})
afterEach(() => app.close())

const said = 'đã gõ xong trước khi bị khóa'
const comments = () => readTrail(db, { verb: 'submission.commented', byId: partner }, 99).length

/** What is done while the last three bytes of a comment are missing. */
const REMEDIES: Record<string, () => Promise<unknown>> = {
  'the person is locked': async () => {
    const admin = await new Visitor(app).become(personaId(db, 'admin@example.org'))
    await admin.get('/people')
    expect((await admin.post(`/people/${partner}/locking`)).status).toBe(303)
  },
  'the person signs out': async () => {
    expect((await visitor.post('/sign-out')).status).toBe(303)
  },
  'the administrator gives a new password': async () => {
    const admin = await new Visitor(app).become(personaId(db, 'admin@example.org'))
    await admin.get('/people')
    expect((await admin.post(`/people/${partner}/password`)).status).toBe(200)
  },
  'the person changes the password elsewhere': async () => {
    setPasswordHash(db, partner, await hashPassword('một câu dễ nhớ'))
    const elsewhere = await new Visitor(app).become(partner)
    await elsewhere.get('/account')
    const changed = { current: 'một câu dễ nhớ', next: 'một câu khác hẳn', again: 'một câu khác hẳn' }
    expect((await elsewhere.post('/account/password', changed)).status).toBe(303)
  },
  'the person ends the session elsewhere': async () => {
    const elsewhere = await new Visitor(app).become(partner)
    const id = /sessions\/([0-9a-f]{64})\/ending/.exec((await elsewhere.get('/account')).body)![1]
    expect((await elsewhere.post(`/account/sessions/${id}/ending`)).status).toBe(303)
  },
}

describe('a form whose last bytes are missing', () => {
  it('is answered when they come', async () => {
    const before = comments()
    const request = await SlowRequest.to(address)
    const body = visitor.bodyOf({ text: said })
    const rest = await request.postAllBut(3, `/submissions/${submission}/comments`, visitor.cookie, body)
    await request.send(rest)
    expect(await request.status()).toBe(303)
    expect(comments()).toBe(before + 1)
  })

  it.each(Object.keys(REMEDIES))('is refused when meanwhile %s, and the session stays ended', async (remedy) => {
    const before = comments()
    const request = await SlowRequest.to(address)
    const { cookie } = visitor
    const body = visitor.bodyOf({ text: said })
    const rest = await request.postAllBut(3, `/submissions/${submission}/comments`, cookie, body)
    await REMEDIES[remedy]!()
    await request.send(rest)
    expect(await request.status()).toBe(401)
    expect(comments()).toBe(before)
    expect((await app.inject({ url: '/account', headers: { cookie } })).statusCode).toBe(303)
  })
})
