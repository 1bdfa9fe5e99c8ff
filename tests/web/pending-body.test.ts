import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../src/people/password.ts'
import { setPasswordHash } from '../../src/people/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import type { Visitor } from '../support/app.ts'
import { DemoApp } from '../support/demo/demo-app.ts'
import { SlowRequest } from '../support/socket.ts'

let demo: DemoApp
let address: string
let visitor: Visitor
let submission: number

beforeEach(async () => {
  demo = await DemoApp.start()
  address = await demo.app.listen({ host: '127.0.0.1', port: 0 })
  visitor = await demo.visit('partner')
  submission = Number(/\/submissions\/(\d+)/.exec((await visitor.get('/submissions')).body)![1])
  await visitor.get(`/submissions/${submission}`)
})
afterEach(() => demo.close())

const said = 'đã gõ xong trước khi bị khóa'
const comments = () => readTrail(demo.db, { verb: 'submission.commented', byId: demo.id('partner') }, 99).length

/** What is done while the last three bytes of a comment are missing. */
const REMEDIES: Record<string, () => Promise<unknown>> = {
  'the person is locked': async () => {
    const admin = await demo.visit('admin')
    await admin.get('/people')
    expect((await admin.post(`/people/${demo.id('partner')}/locking`)).status).toBe(303)
  },
  'the person signs out': async () => {
    expect((await visitor.post('/sign-out')).status).toBe(303)
  },
  'the administrator gives a new password': async () => {
    const admin = await demo.visit('admin')
    await admin.get('/people')
    expect((await admin.post(`/people/${demo.id('partner')}/password`)).status).toBe(200)
  },
  'the person changes the password elsewhere': async () => {
    setPasswordHash(demo.db, demo.id('partner'), await hashPassword('một câu dễ nhớ'))
    const elsewhere = await demo.visit('partner')
    await elsewhere.get('/account')
    const changed = { current: 'một câu dễ nhớ', next: 'một câu khác hẳn', again: 'một câu khác hẳn' }
    expect((await elsewhere.post('/account/password', changed)).status).toBe(303)
  },
  'the person ends the session elsewhere': async () => {
    const elsewhere = await demo.visit('partner')
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
    expect((await demo.app.inject({ url: '/account', headers: { cookie } })).statusCode).toBe(303)
  })
})
