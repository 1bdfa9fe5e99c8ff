import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { tokensOf } from '../../../src/access/token-store.ts'
import { readTrail } from '../../../src/trail/store.ts'
import type { Role } from '../../../src/vocabulary/access.ts'
import { secretHashOf } from '../../../src/web/machine/tokens.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { emptyDb } from '../../support/database.ts'
import { addedPerson } from '../../support/people.ts'

const NOW = Date.UTC(2021, 9, 5)
const DAY = 86_400_000
const WISH = { name: 'Power BI', scopes: ['figures', 'indicators'], days: '90' }

let db: Db
let clock: number
const ids = {} as Record<Role, number>
const visitors = {} as Record<Role, Visitor>

beforeEach(async () => {
  clock = NOW
  db = emptyDb()
  const app = await testApp(db, () => clock)
  onTestFinished(() => app.close())
  for (const role of ['manager', 'donor', 'administrator', 'partner'] as const) {
    ids[role] = addedPerson(db, { email: `${role}@example.org`, name: `The ${role}`, role }, clock)
    visitors[role] = await new Visitor(app).become(ids[role], 'en')
  }
})

const tokenIn = (body: string) => /3pt_[0-9a-f]{40}/.exec(body)?.[0] ?? ''
const everything = () =>
  (db.$client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[])
    .map((table) => JSON.stringify(db.$client.prepare(`select * from ${table}`).raw().all()))
    .join('\n')

describe('making a token', () => {
  it('shows it once, stores a hash of it, and tells the trail what it may read', async () => {
    const made = await visitors.manager.post('/account/tokens', WISH)
    const token = tokenIn(made.body)
    expect(made.status).toBe(200)
    expect(made.headers['cache-control']).toBe('no-store')
    expect((await visitors.manager.get('/account/tokens')).body).not.toContain(token)
    expect(tokensOf(db, ids.manager)).toMatchObject([
      { name: 'Power BI', ending: token.slice(-4), scopes: ['figures', 'indicators'], expiresAt: NOW + 90 * DAY },
    ])
    expect(db.$client.prepare('select secret_hash from api_token').pluck().get()).toBe(secretHashOf(token))
    expect(everything()).not.toContain(token)
    const [event] = readTrail(db, { verb: 'person.token-made' }, 2)
    expect(event).toMatchObject({ subjectId: String(ids.manager), by: 'The manager' })
    expect(event!.detail).toEqual({ token: 1, scopes: ['figures', 'indicators'], lastDay: '2022-01-03' })
  })

  it.each([
    [{ name: '', scopes: [], days: '' }, ['Say in 2 to 60', 'Tick at least one', 'Choose from the list how long']],
    [{ ...WISH, name: 'x'.repeat(61) }, ['Say in 2 to 60']],
    [{ ...WISH, scopes: 'everything' }, ['Tick at least one']],
    [{ ...WISH, days: '3650' }, ['Choose from the list how long']],
  ])('says what is wrong and keeps what was typed: %j', async (wish, sentences) => {
    const answer = await visitors.manager.post('/account/tokens', wish)
    expect(answer.status).toBe(422)
    for (const sentence of sentences) expect(answer.body).toContain(sentence)
    expect(answer.body).toContain(`value="${wish.name}"`)
    expect(tokensOf(db, ids.manager)).toEqual([])
  })

  it('gives nobody more than they may read themselves', async () => {
    const donor = await visitors.donor.post('/account/tokens', { ...WISH, scopes: ['figures', 'releases'] })
    expect(donor.status).toBe(200)
    expect(tokensOf(db, ids.donor).map(({ scopes }) => scopes)).toEqual([['releases']])
    expect((await visitors.partner.post('/account/tokens', { ...WISH, scopes: ['figures'] })).status).toBe(422)
    expect((await visitors.administrator.get('/account/tokens')).body).toContain('nothing to make a token for')
    expect((await visitors.administrator.post('/account/tokens', WISH)).status).toBe(422)
  })

  it('stops at twenty that work', async () => {
    for (let nth = 0; nth < 20; nth++) expect((await visitors.manager.post('/account/tokens', WISH)).status).toBe(200)
    const more = await visitors.manager.post('/account/tokens', WISH)
    expect(more.status).toBe(409)
    expect(more.body).toContain('You have 20 tokens that work')
    await visitors.manager.post('/account/tokens/1/revocation')
    expect((await visitors.manager.post('/account/tokens', WISH)).status).toBe(200)
  })
})

describe('revoking a token', () => {
  beforeEach(async () => {
    await visitors.manager.post('/account/tokens', WISH)
  })

  it('is its maker’s to do, once and for ever', async () => {
    const answer = await visitors.manager.post('/account/tokens/1/revocation')
    expect(answer).toMatchObject({ status: 303, location: '/account/tokens' })
    expect((await visitors.manager.get('/account/tokens')).body).toContain('Revoked')
    expect(tokensOf(db, ids.manager)[0]!.revokedAt).toBe(NOW)
    await visitors.manager.post('/account/tokens/1/revocation')
    expect(readTrail(db, { verb: 'person.token-revoked' }, 9)).toHaveLength(1)
    expect(() => db.$client.exec('update api_token set revoked_at = null, revoked_by = null')).toThrow('written once')
    expect(() => db.$client.exec('delete from api_token_scope')).toThrow('append-only')
  })

  it('is the administrator’s as well, and nobody else’s', async () => {
    for (const role of ['donor', 'partner', 'administrator'] as const)
      expect((await visitors[role].post('/account/tokens/1/revocation')).status).toBe(404)
    for (const role of ['manager', 'donor', 'partner'] as const) {
      expect((await visitors[role].get('/people/tokens')).status).toBe(404)
      expect((await visitors[role].post('/people/tokens/1/revocation')).status).toBe(404)
    }
    expect(tokensOf(db, ids.manager)[0]!.revokedAt).toBeNull()
    const list = (await visitors.administrator.get('/people/tokens')).body
    expect(list).toContain('The manager')
    expect(list).toContain('Power BI')
    expect((await visitors.administrator.post('/people/tokens/1/revocation')).status).toBe(303)
    expect((await visitors.administrator.post('/people/tokens/1/revocation')).status).toBe(404)
    expect((await visitors.administrator.post('/people/tokens/99/revocation')).status).toBe(404)
    const [event] = readTrail(db, { verb: 'person.token-revoked' }, 2)
    expect(event).toMatchObject({ by: 'The administrator', subjectId: String(ids.manager), detail: { token: 1 } })
  })

  it('is no matter of one that has expired, nor of one whose person is locked', async () => {
    await visitors.administrator.post(`/people/${ids.manager}/locking`)
    expect((await visitors.administrator.get('/people/tokens')).body).toContain('the account is locked')
    await visitors.administrator.post(`/people/${ids.manager}/unlocking`)
    clock = NOW + 90 * DAY
    await visitors.administrator.become(ids.administrator, 'en')
    const list = (await visitors.administrator.get('/people/tokens')).body
    expect(list).toContain('Expired on 3 Jan 2022')
    expect(list).not.toContain('/people/tokens/1/revocation')
  })
})
