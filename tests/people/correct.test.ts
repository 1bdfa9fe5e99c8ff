import { beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { personById } from '../../src/access/person-store.ts'
import { changesTo } from '../../src/people/person.ts'
import { readTrail } from '../../src/trail/store.ts'
import { Visitor } from '../support/app.ts'
import { DemoApp } from '../support/demo/demo-app.ts'
import { personaId } from '../support/demo.ts'

let demo: DemoApp
let db: Db
let admin: Visitor
let manager: number
let partner: number
beforeEach(async () => {
  demo = await DemoApp.start()
  db = demo.db
  admin = await demo.visit('admin', 'en')
  manager = demo.id('manager')
  partner = demo.id('partner')
  return () => demo.close()
})

const as = (id: number) => personById(db, id)!
const corrections = () => readTrail(db, { verb: 'person.corrected' }, 99)
const changes = () => db.$client.prepare('select total_changes()').pluck().get()
/** The form of a person as it stands, with what is typed over it. */
function typed(id: number, over: Record<string, string | string[]> = {}) {
  const { name, email, role, partnerIds } = as(id)
  return { name, email, role, partners: partnerIds.map(String), ...over }
}
async function correct(id: number, over: Record<string, string | string[]>) {
  await admin.get(`/people/${id}`)
  return admin.post(`/people/${id}`, typed(id, over))
}

describe('correcting a person', () => {
  it('begins with what is stored, from the list, in both languages', async () => {
    expect((await admin.get('/people')).body).toContain(`href="/people/${partner}"`)
    const { name, email, partnerIds } = as(partner)
    for (const [language, title] of [
      ['en', `Correct ${name}`],
      ['vi', `Sửa thông tin của ${name}`],
    ] as const) {
      const { body } = await (await demo.visit('admin', language)).get(`/people/${partner}`)
      expect(body).toContain(title)
      expect(body).toContain(`value="${name}"`)
      expect(body).toContain(`value="${email}"`)
      expect(body).toMatch(new RegExp(`<option value="${partnerIds[0]}" selected`))
    }
  })

  it('holds at once, in open sessions too, and is in the trail without a name or an address', async () => {
    const open = await demo.visit('partner', 'en')
    const answer = await correct(partner, { name: 'Trần Thị Mới', email: 'Moi@Example.org' })
    expect(answer).toMatchObject({ status: 303, location: '/people' })
    expect((await admin.get('/people')).body).toContain('The details of Trần Thị Mới are saved.')
    expect(as(partner)).toMatchObject({ name: 'Trần Thị Mới', email: 'moi@example.org' })
    expect((await open.get('/account')).body).toContain('Trần Thị Mới')
    const [event] = corrections()
    expect(event).toMatchObject({ subjectKind: 'person', subjectId: String(partner) })
    expect(event!.detail).toMatchObject({ changed: ['name', 'email'], role: 'partner' })
    expect(JSON.stringify(event!.detail)).not.toMatch(/Mới|moi@/i)
  })

  it('gives another role: its rooms open, the others close, and partners are let go', async () => {
    const open = await demo.visit('partner', 'en')
    expect((await open.get('/submissions')).status).toBe(200)
    expect((await correct(partner, { role: 'donor' })).status).toBe(303)
    expect(as(partner)).toMatchObject({ role: 'donor', partnerIds: [] })
    expect((await open.get('/submissions')).status).toBe(404)
    expect((await open.get('/releases')).status).toBe(200)
    expect(corrections()[0]!.detail).toEqual({ changed: ['role', 'partnerIds'], role: 'donor', partnerIds: [] })
  })

  it('gives other partners: those submissions are theirs, the old ones no more', async () => {
    const own = db.$client.prepare('select id from submission where partner_id = ? limit 1').pluck()
    const before = as(partner).partnerIds[0]!
    const other = db.$client
      .prepare('select partner_id from submission where partner_id <> ? limit 1')
      .pluck()
      .get(before) as number
    const open = await demo.visit('partner', 'en')
    expect((await open.get(`/submissions/${own.get(before)}`)).status).toBe(200)
    expect((await correct(partner, { partners: [String(other)] })).status).toBe(303)
    expect((await open.get(`/submissions/${own.get(before)}`)).status).toBe(404)
    expect((await open.get(`/submissions/${own.get(other)}`)).status).toBe(200)
  })

  it('writes nothing when nothing is different', async () => {
    await admin.get(`/people/${partner}`)
    const before = changes()
    expect((await correct(partner, {})).status).toBe(303)
    expect(corrections()).toEqual([])
    expect(changes()).toBe(before)
  })

  it.each<[string, Record<string, string | string[]>, string, string]>([
    ['no name', { name: ' ' }, 'name', 'Type a name'],
    ['no address', { email: 'nobody' }, 'email', 'Type an e-mail address'],
    ['somebody else’s address', { email: ' ADMIN@example.org ' }, 'email', 'Somebody has this address already'],
    ['somebody else’s name', { name: 'nGUYỄN thí  dụ' }, 'name', 'Somebody has this name already'],
    ['an unknown role', { role: 'king' }, 'role', 'Choose a role'],
    ['a partner’s role without a partner', { role: 'partner', partners: [] }, 'partners', 'needs at least one'],
    ['an unknown partner', { partners: ['999'] }, 'partners', 'needs at least one'],
  ])('comes back as typed after %s', async (_, over, field, sentence) => {
    const taken = personaId(db, 'dolisa.hai-phong@example.org')
    db.$client.prepare("update person set name = 'Nguyễn Thí Dụ' where id = ?").run(taken)
    const before = as(manager)
    const answer = await correct(manager, over)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`href="#${field}"`)
    expect(answer.body).toContain(sentence)
    for (const one of ['name', 'email'] as const) if (over[one]) expect(answer.body).toContain(`value="${over[one]}"`)
    expect(as(manager)).toEqual(before)
    expect(corrections()).toEqual([])
  })

  it('may keep one’s own name and address, in other letters too', async () => {
    const { name } = as(manager)
    expect((await correct(manager, { name: name.toUpperCase() })).status).toBe(303)
    expect(as(manager).name).toBe(name.toUpperCase())
  })

  it('leaves administrators their role: nobody changes their own', async () => {
    const me = demo.id('admin')
    const answer = await correct(me, { role: 'manager' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('You cannot change your own role')
    expect(as(me).role).toBe('administrator')
    expect((await correct(me, { name: 'Quản Trị Khác' })).status).toBe(303)
    const second = await new Visitor(demo.app).become(manager)
    expect((await correct(manager, { role: 'administrator' })).status).toBe(303)
    await second.get(`/people/${me}`)
    expect((await second.post(`/people/${me}`, typed(me, { role: 'manager' }))).status).toBe(303)
    expect(as(me).role).toBe('manager')
    expect((await admin.get('/people')).status).toBe(404)
  })

  it('is the administrator’s alone, and knows no strangers', async () => {
    for (const persona of ['manager', 'partner'] as const) {
      const visitor = await demo.visit(persona)
      await visitor.get('/account')
      expect((await visitor.get(`/people/${partner}`)).status).toBe(404)
      expect((await visitor.post(`/people/${partner}`, typed(partner, { role: 'manager' }))).status).toBe(404)
    }
    expect(as(partner).role).toBe('partner')
    await admin.get('/people')
    for (const id of ['999', 'abc', '0']) {
      expect((await admin.get(`/people/${id}`)).status).toBe(404)
      expect((await admin.post(`/people/${id}`, typed(partner))).status).toBe(404)
    }
    expect((await admin.post(`/people/${partner}`, { ...typed(partner), _csrf: 'forged' })).status).toBe(403)
    expect(corrections()).toEqual([])
  })
})

describe('what differs', () => {
  const an = { name: 'An', email: 'an@ngo.vn', role: 'partner' as const, partnerIds: [2, 10] }
  it.each([
    [{}, []],
    [{ partnerIds: [10, 2] }, []],
    [{ partnerIds: [2] }, ['partnerIds']],
    [{ partnerIds: [2, 1, 10] }, ['partnerIds']],
    [{ name: 'Ăn', role: 'donor' as const }, ['name', 'role']],
    [{ email: 'a@ngo.vn' }, ['email']],
  ])('%j', (over, changed) => {
    expect(changesTo(an, { ...an, ...over })).toEqual(changed)
  })
})
