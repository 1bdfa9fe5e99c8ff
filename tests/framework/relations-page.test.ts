import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { declineRelation } from '../../src/framework/relations/decline-relation.ts'
import { relationsPage } from '../../src/framework/relations/page.ts'
import { loadRelations, loadRelationsState } from '../../src/framework/relations/relations-load.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'

let db: Db
let app: App
beforeAll(async () => {
  db = demoDb()
  app = await testApp(db, () => DEMO_NOW)
})

const visit = (email: string, language: 'vi' | 'en' = 'en') => new Visitor(app).become(personaId(db, email), language)
const told = () =>
  db.$client
    .prepare("select verb, subject_id as subject, by_id is not null as named from trail where verb like 'indicator.%'")
    .all()

describe('the page of relations between indicators', () => {
  it('suggests what is alike in every submission, with how many, and declares it with one button', async () => {
    const manager = await visit('iom.manager@example.org')
    const end = await manager.post('/relations/ended', { indicator: 'V6' })
    expect(end.status).toBe(303)
    const page = await manager.get('/relations')
    expect(page.body).toMatch(/V6\. .*<\/th><td>V3\. .*the same in \d+ of \d+ submissions/)
    expect(page.body).toContain('V6 is related to no other indicator any more.')
    const before = told().length
    expect((await manager.post('/relations', { indicator: 'V6', counted: 'V3' })).status).toBe(303)
    expect((await manager.get('/relations')).body).toMatch(/Declared: what V6 rests on is what V3 counts/)
    expect(told().slice(before)).toEqual([{ verb: 'indicator.related', subject: 'V6', named: 1 }])
    expect(loadRelations(db).declared).toEqual([{ indicator: 'V6', counted: 'V3' }])
  })

  it('remembers what is said to be no relation, and takes it back when it is declared', async () => {
    const admin = await visit('admin@example.org', 'vi')
    await admin.post('/relations/ended', { indicator: 'V6' })
    expect((await admin.post('/relations/declined', { indicator: 'V6', counted: 'V3' })).status).toBe(303)
    const { body } = await admin.get('/relations')
    expect(body).toContain('V6 và V3 không liên hệ với nhau, sẽ không được gợi ý nữa.')
    expect(loadRelations(db).suggested.some(({ indicator }) => indicator === 'V6')).toBe(false)
    expect(told().at(-1)).toEqual({ verb: 'indicator.relation-declined', subject: 'V6', named: 1 })
    const again = await admin.post('/relations/declined', { indicator: 'V6', counted: 'V3' })
    expect([again.status, again.body.includes('Chưa thay đổi gì')]).toEqual([422, true])
    await admin.post('/relations', { indicator: 'V6', counted: 'V3' })
    expect(loadRelationsState(db)).toMatchObject({ declared: [{ indicator: 'V6', counted: 'V3' }], declined: [] })
  })

  it('says why one is refused, and what to do', async () => {
    const manager = await visit('iom.manager@example.org')
    const twice = await manager.post('/relations', { indicator: 'V6', counted: 'V3' })
    expect([twice.status, twice.body.includes('V6 is related already')]).toEqual([409, true])
    const strange = await manager.post('/relations', { indicator: 'V6', counted: 'Z9' })
    expect([strange.status, strange.body.includes('have to be two indicators of the project')]).toEqual([409, true])
    const empty = await manager.post('/relations', { indicator: '', counted: '' })
    expect([empty.status, empty.body.includes('Nothing was changed')]).toEqual([422, true])
    const none = await manager.post('/relations/ended', { indicator: 'V3' })
    expect([none.status, none.body.includes('no relation of V3 to end')]).toEqual([409, true])
    expect(declineRelation(db, null, { indicator: 'V3', counted: 'V3' }, 1)).toBe(false)
  })

  it('is not there for others, and its way in is where managers make reports and administrators set things', async () => {
    for (const email of ['donor.homeoffice@example.org', 'dolisa.nghe-an@example.org', 'stranger@example.org'])
      expect((await (await visit(email)).get('/relations')).status).toBe(404)
    expect((await (await visit('iom.manager@example.org')).get('/releases')).body).toContain('href="/relations"')
    expect((await (await visit('donor.homeoffice@example.org')).get('/releases')).body).not.toContain('/relations')
    expect((await (await visit('admin@example.org')).get('/settings')).body).toContain('href="/relations"')
  })

  it('names codes it does not know by themselves', () => {
    const relation = { indicator: 'V6', counted: 'V3' }
    const state = { declared: [relation], suggested: [], declined: [], names: new Map() }
    expect(relationsPage(state, null, wordsFor('en')).declared).toMatchObject([{ indicator: 'V6', counted: 'V3' }])
  })
})
