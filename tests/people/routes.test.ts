import { beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { personByEmail } from '../../src/access/person-store.ts'
import { hashPassword } from '../../src/people/password.ts'
import { listPeople } from '../../src/people/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import type { Role } from '../../src/vocabulary/access.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'
import { addedPerson } from '../support/people.ts'

let db: Db
let app: App
let clock = Date.UTC(2021, 9, 5)
let admin: number
let donor: number
const hash = await hashPassword('một câu dễ nhớ')

beforeEach(async () => {
  db = emptyDb()
  app = await testApp(db, () => clock)
  admin = add('admin@example.org', 'Quản Trị Một', 'administrator')
  donor = add('donor@example.org', 'Donor One', 'donor')
})

function add(email: string, name: string, role: Role): number {
  return addedPerson(db, { email, name, role, passwordHash: hash }, clock)
}
const credentials = { email: 'admin@example.org', password: 'một câu dễ nhớ' }

describe('signing in', () => {
  it('works, goes where one was going, and is in the trail', async () => {
    const visitor = new Visitor(app)
    const asked = await visitor.get('/people?x=1')
    expect(asked).toMatchObject({ status: 303, location: '/sign-in?next=%2Fpeople%3Fx%3D1' })
    expect((await visitor.get(asked.location)).body).toContain('value="/people?x=1"')
    expect(await visitor.post('/sign-in', { ...credentials, next: '/people?x=1' })).toMatchObject({
      status: 303,
      location: '/people?x=1',
    })
    expect((await visitor.get('/people')).status).toBe(200)
    expect(readTrail(db, { verb: 'person.signed-in' }, 9)).toHaveLength(1)
  })

  it('keeps the address typed and says the same sentence for a wrong person and a wrong password', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/sign-in')
    const wrong = await visitor.post('/sign-in', { ...credentials, password: 'khác' })
    const nobody = await visitor.post('/sign-in', { email: 'nobody@example.org', password: 'khác' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('value="admin@example.org"')
    const sentence = /role="alert"[^>]*>([^<]+)/
    expect(sentence.exec(nobody.body)?.[1]).toBe(sentence.exec(wrong.body)?.[1])
    expect((await visitor.post('/sign-in', { email: '', password: '' })).body).toContain('Vui lòng nhập cả')
  })

  it('never sends anyone to another site', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const visitor = new Visitor(app)
      await visitor.get('/sign-in')
      expect((await visitor.post('/sign-in', { ...credentials, next })).location).toBe('/')
    }
  })

  it('is refused to the locked, whose open sessions end at once', async () => {
    const one = await new Visitor(app).become(donor)
    expect((await one.get('/account')).status).toBe(200)
    const keeper = await new Visitor(app).become(admin)
    await keeper.get('/people')
    await keeper.post(`/people/${donor}/locking`)
    expect((await one.get('/account')).status).toBe(303)
    const again = new Visitor(app)
    await again.get('/sign-in')
    expect((await again.post('/sign-in', { ...credentials, email: 'donor@example.org' })).status).toBe(422)
  })

  it('ends after twelve hours', async () => {
    const visitor = await new Visitor(app).become(admin)
    expect((await visitor.get('/people')).status).toBe(200)
    clock += 13 * 3_600_000
    const late = await visitor.post('/people', { name: 'Đã gõ xong' })
    expect(late.status).toBe(401)
    expect(late.body).toContain('Phiên làm việc đã hết')
    expect((await visitor.get('/people')).status).toBe(303)
  })

  it('is limited: the 21st attempt in five minutes is told to wait', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/sign-in')
    const statuses: number[] = []
    for (let attempt = 0; attempt < 21; attempt++)
      statuses.push((await visitor.post('/sign-in', { email: 'x@y.z', password: '' })).status)
    expect(statuses.slice(0, 20).every((status) => status === 422)).toBe(true)
    expect(statuses[20]).toBe(429)
  })

  it('offers one click in the demo only', async () => {
    expect((await new Visitor(app).get('/sign-in')).body).toContain('/sign-in/persona')
    const real = await testApp(db, () => clock, { mode: 'production' })
    expect((await new Visitor(real).get('/sign-in')).body).not.toContain('/sign-in/persona')
    const visitor = new Visitor(real)
    await visitor.get('/sign-in')
    expect((await visitor.post('/sign-in/persona', { person: String(admin) })).status).toBe(404)
  })

  it('refuses a form without its token, and one that is not a form', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/sign-in')
    expect((await visitor.post('/sign-in', { ...credentials, _csrf: 'forged' })).status).toBe(403)
    const sent = await app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/xml' },
      payload: '<a/>',
    })
    expect(sent.statusCode).toBe(415)
  })
})

describe('the account', () => {
  it('changes the password and ends the other sessions', async () => {
    const here = await new Visitor(app).become(admin)
    const elsewhere = await new Visitor(app).become(admin)
    await here.get('/account')
    const changed = { current: 'một câu dễ nhớ', next: 'một câu khác hẳn', again: 'một câu khác hẳn' }
    expect((await here.post('/account/password', changed)).location).toBe('/account')
    expect((await here.get('/account')).body).toContain('Đã đổi mật khẩu')
    expect((await elsewhere.get('/account')).status).toBe(303)
  })

  it('says what is wrong beside each field', async () => {
    const visitor = await new Visitor(app).become(admin, 'en')
    await visitor.get('/account')
    const answer = await visitor.post('/account/password', { current: 'no', next: 'short', again: 'other' })
    expect(answer.status).toBe(422)
    for (const sentence of [
      'current password is not right',
      'at least 10 characters',
      'not the same',
      '3 things need correcting',
    ]) {
      expect(answer.body).toContain(sentence)
    }
  })

  it("ends one's own other session, never somebody else's", async () => {
    const here = await new Visitor(app).become(admin)
    const elsewhere = await new Visitor(app).become(admin)
    const other = await new Visitor(app).become(donor)
    const ids = async (visitor: Visitor) =>
      [...(await visitor.get('/account')).body.matchAll(/sessions\/([0-9a-f]{64})\/ending/g)].map((m) => m[1])
    const [id] = await ids(here)
    expect((await other.post(`/account/sessions/${id}/ending`)).status).toBe(404)
    expect((await here.post(`/account/sessions/${id}/ending`)).status).toBe(303)
    expect((await elsewhere.get('/account')).status).toBe(303)
  })

  it('speaks the language chosen from then on', async () => {
    const visitor = await new Visitor(app).become(admin)
    await visitor.get('/account')
    expect((await visitor.post('/language', { language: 'en', back: '/account' })).location).toBe('/account')
    expect((await visitor.get('/account')).body).toContain('<html lang="en">')
    expect(listPeople(db).find((person) => person.id === admin)?.language).toBe('en')
    expect((await visitor.post('/language', { language: 'fr' })).status).toBe(400)
  })
})

describe('keeping people', () => {
  const form = { name: 'Người Mới', email: 'Moi@Example.org', role: 'manager', language: 'vi' }

  it('adds one, shows the password once, and that password works', async () => {
    const keeper = await new Visitor(app).become(admin)
    await keeper.get('/people')
    const answer = await keeper.post('/people', form)
    const password = /class="password">([^<]+)</.exec(answer.body)?.[1]
    expect(personByEmail(db, 'moi@example.org')?.person.name).toBe('Người Mới')
    const added = new Visitor(app)
    await added.get('/sign-in')
    expect((await added.post('/sign-in', { email: form.email, password: password! })).status).toBe(303)
    expect(JSON.stringify(readTrail(db, {}, 99))).not.toContain(password)
  })

  it.each([
    ['a blank form', { name: '', email: '', role: '', language: '' }],
    ['a bad address', { ...form, email: 'not an address' }],
    ['an address taken', { ...form, email: 'donor@example.org' }],
    ['an unknown role', { ...form, role: 'king' }],
    ['a partner without a partner', { ...form, role: 'partner' }],
    ['an unknown partner', { ...form, role: 'partner', partners: '999' }],
  ])('comes back as typed after %s', async (_, typed) => {
    const keeper = await new Visitor(app).become(admin)
    await keeper.get('/people')
    const before = listPeople(db).length
    const answer = await keeper.post('/people', typed)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('id="problems"')
    expect(answer.body).toContain(`value="${typed.email}"`)
    expect(listPeople(db)).toHaveLength(before)
  })

  it.each([
    ['as it is', 'Donor One'],
    ['in other letters', 'dONOR one'],
    ['with more blanks', ' Donor \u00a0 One '],
    ['in marks that stand apart', 'Qua\u0309n Tri\u0323 Mo\u0323\u0302t'],
    ['that of somebody locked', 'Khóa Rồi'],
  ])('refuses the name of somebody else: %s', async (_, name) => {
    add('locked@example.org', 'Khóa Rồi', 'donor')
    const keeper = await new Visitor(app).become(admin)
    await keeper.post(`/people/${personByEmail(db, 'locked@example.org')!.person.id}/locking`)
    const before = listPeople(db).length
    for (const [language, sentence] of [
      ['vi', 'Đã có người dùng tên này'],
      ['en', 'Somebody has this name already'],
    ] as const) {
      const visitor = await new Visitor(app).become(admin, language)
      const answer = await visitor.post('/people', { ...form, name })
      expect(answer.status).toBe(422)
      expect(answer.body).toContain('href="#name"')
      expect(answer.body).toContain(sentence)
      expect(answer.body).toContain(`value="${form.email}"`)
    }
    expect(listPeople(db)).toHaveLength(before)
    expect((await keeper.post('/people', { ...form, name: `${name} (Nghệ An)` })).status).toBe(200)
  })

  it('does not let an administrator lock themselves out, and knows no strangers', async () => {
    const keeper = await new Visitor(app).become(admin)
    await keeper.get('/people')
    await keeper.post(`/people/${admin}/locking`)
    expect(listPeople(db).find((person) => person.id === admin)?.disabledAt).toBeNull()
    for (const action of ['locking', 'unlocking', 'password'])
      expect((await keeper.post(`/people/999/${action}`)).status).toBe(404)
  })
})
