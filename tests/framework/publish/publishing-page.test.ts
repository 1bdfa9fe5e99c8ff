import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { typedIdentity } from '../../../src/framework/publish/form.ts'
import { projectCard } from '../../../src/project/store.ts'
import { readTrail } from '../../../src/trail/store.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../../support/demo.ts'

const ADDRESS = '/publishing'
let db: Db
let app: App
let admin: Visitor
const as = async (email: string) => new Visitor(app).become(personaId(db, `${email}@example.org`), 'en')
const said = () => projectCard(db)!.iati!
const seenOn = (body: string) => /name="seen" value="(\w+)"/.exec(body)![1]!
const told = () => readTrail(db, { verb: 'project.published' }, 9)
/** What a browser sends of the page as it stands now. */
async function form(over: Record<string, string> = {}) {
  return { ...typedIdentity(said(), '.'), seen: seenOn((await admin.get(ADDRESS)).body), ...over }
}

beforeAll(async () => {
  db = demoDb()
  app = await testApp(db, () => DEMO_NOW)
  admin = await as('admin')
})
afterAll(() => app.close())

describe('how a project is published', () => {
  it('is led to by the settings, which say its identifier', async () => {
    const { body } = await admin.get('/settings')
    expect(body).toContain(`published as ${said().identifier}`)
    expect(body).toContain(`href="${ADDRESS}"`)
  })

  it('is saved with who did it and which parts; saving the same again writes nothing', async () => {
    const before = told().length
    const answer = await admin.post(
      ADDRESS,
      await form({ country: 'la', 'otherIdentifiers-0-ref': 'HO-77', 'otherIdentifiers-0-type': 'A9' }),
    )
    expect(answer).toMatchObject({ status: 303, location: ADDRESS })
    expect(said()).toMatchObject({ country: 'LA', otherIdentifiers: [{ ref: 'HO-77', type: 'A9' }] })
    expect(told()[0]).toMatchObject({
      by: 'Ngô Hư Cấu',
      detail: { changed: ['otherIdentifiers', 'country'] },
    })
    expect((await admin.post(ADDRESS, await form())).status).toBe(303)
    expect(told()).toHaveLength(before + 1)
    expect((await admin.get('/trail')).body).toContain('other numbers; country')
  })

  it.each([
    ['en', 'without it the IATI file cannot be made'],
    ['vi', 'không lập được tệp IATI'],
  ] as const)('comes back blank with a sentence beside each field, in %s', async (language, sentence) => {
    await admin.post('/language', { language, back: ADDRESS })
    const was = said()
    const { status, body } = await admin.post(ADDRESS)
    expect(status).toBe(422)
    expect(body.split(sentence).length).toBeGreaterThan(6)
    expect(body).toContain('href="#organisations-0-role"')
    expect(said()).toEqual(was)
    await admin.post('/language', { language: 'en', back: ADDRESS })
  })

  it('comes back as typed where something is wrong, rows among them', async () => {
    const { status, body } = await admin.post(
      ADDRESS,
      await form({ country: 'Q<', 'sectors-3-code': '15180', 'sectors-1-code': '', 'sectors-2-code': '' }),
    )
    expect(status).toBe(422)
    expect(body).toContain('value="Q&lt;"')
    expect(body).toContain('id="sectors-3-code"')
    expect(body).toContain('value="15180"')
    expect(body).toContain('There is no country with this code')
  })

  it('tells whoever had the page open before somebody else saved, and is theirs when they save again', async () => {
    const mine = await form({ country: 'TH' })
    await admin.post(ADDRESS, await form({ country: 'KH' }))
    const refused = await admin.post(ADDRESS, mine)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('somebody else has changed this page meanwhile')
    expect(refused.body).toContain('value="TH"')
    expect(said().country).toBe('KH')
    expect((await admin.post(ADDRESS, { ...mine, seen: seenOn(refused.body) })).status).toBe(303)
    expect(said().country).toBe('TH')
  })

  it('keeps identifier and who reports once a report has been issued as a file, and lets the rest change', async () => {
    db.$client.exec('pragma foreign_keys = off; drop trigger if exists release_form_no_insert')
    db.$client.exec(
      `insert or ignore into release_form (release_id, form, packed, sha256) values (1, 'iati', x'01', '${'0'.repeat(64)}')`,
    )
    const was = said()
    expect((await admin.get(ADDRESS)).body).toContain('has been issued as an IATI file')
    const refused = await admin.post(ADDRESS, await form({ identifier: `${was.identifier}-2` }))
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Put both back as they are')
    expect(refused.body).toContain(`value="${was.identifier}-2"`)
    expect(said()).toEqual(was)
    expect((await admin.post(ADDRESS, await form({ 'description-en': 'Anew' }))).status).toBe(303)
    expect(said().description.en).toBe('Anew')
  })

  it.each(['iom.manager', 'donor.homeoffice', 'dolisa.nghe-an', 'stranger'])('is not there for %s', async (email) => {
    const visitor = await as(email)
    expect((await visitor.get(ADDRESS)).status).toBe(404)
    expect((await visitor.post(ADDRESS, typedIdentity(said(), '.'))).status).toBe(404)
  })

  it('answers no other verb, and nothing without the token of its form', async () => {
    expect((await app.inject({ method: 'DELETE', url: ADDRESS })).statusCode).toBe(405)
    expect((await admin.post(ADDRESS, { ...(await form()), _csrf: 'another' })).status).toBe(403)
  })
})
