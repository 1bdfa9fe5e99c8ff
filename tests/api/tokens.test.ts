import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../src/access/token-store.ts'
import type { EndpointName } from '../../src/api/endpoints.ts'
import { lockPerson, unlockPerson } from '../../src/people/lock-person.ts'
import { revokeToken } from '../../src/people/tokens/revoke-token.ts'
import type { Release } from '../../src/releases/release.ts'
import { MANAGER, persona } from '../releases/making.ts'
import { Visitor } from '../support/app.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { addressOf, ENDPOINT_NAMES, PARTNER, type Program, programForAll, read, tokenFor } from './program.ts'

const program = programForAll()
const get = (url: string, headers?: Record<string, string>, token?: string | null) => read(program, url, headers, token)
const DAY = 86_400_000

describe('who reads', () => {
  /** One line an address, one column a role. */
  const MAY: Record<EndpointName, Record<keyof Program['tokens'], number>> = {
    releases: { manager: 200, donor: 200, partner: 403 },
    release: { manager: 200, donor: 200, partner: 403 },
    figures: { manager: 200, donor: 403, partner: 403 },
    indicators: { manager: 200, donor: 403, partner: 200 },
    submissions: { manager: 200, donor: 403, partner: 200 },
    submission: { manager: 200, donor: 403, partner: 200 },
  }
  it.each(ENDPOINT_NAMES)('%s: what the table says, and nobody without a token', async (name) => {
    for (const [role, token] of Object.entries(program.tokens) as [keyof Program['tokens'], string][])
      expect([role, (await get(addressOf(program, name), {}, token)).status]).toEqual([role, MAY[name][role]])
    const nobody = await get(addressOf(program, name), {}, null)
    expect([nobody.status, nobody.headers['www-authenticate']]).toEqual([401, 'Bearer realm="3P Tracker"'])
    const { cookie } = await new Visitor(program.app).become(personaId(program.db, MANAGER), 'en')
    expect((await get(addressOf(program, name), { cookie }, null)).status).toBe(401)
  })

  it('nobody reads what the token was not made for, nor opens a page with one', async () => {
    const token = tokenFor(program.db, MANAGER, ['indicators'])
    const answer = await get('/api/v1/figures', {}, token)
    expect(answer.status).toBe(403)
    expect(answer.headers['www-authenticate']).toContain('error="insufficient_scope", scope="figures"')
    expect((await get('/api/v1/indicators', {}, token)).status).toBe(200)
    for (const url of ['/', '/overview', '/releases/1/workbook.xlsx', '/account', '/api/docs'])
      expect([url, (await get(url)).status]).toEqual([url, 303])
  })

  it('a token that expired, was revoked, or whose person is locked reads nothing; another role narrows it at once', async () => {
    const token = tokenFor(program.db, OTHER.email)
    const person = persona(program.db, OTHER.email)
    const status = async () => (await get('/api/v1/figures?to=2019-Q1', {}, token)).status
    expect(await status()).toBe(200)
    lockPerson(program.db, person, person.id, DEMO_NOW)
    expect(await status()).toBe(401)
    unlockPerson(program.db, person, person.id, DEMO_NOW)
    expect(await status()).toBe(200)
    program.db.$client.prepare("update person set role = 'donor' where id = ?").run(person.id)
    expect(await status()).toBe(403)
    expect((await get('/api/v1/releases', {}, token)).json).toEqual({ releases: [] })
    program.db.$client.prepare("update person set role = 'manager' where id = ?").run(person.id)
    program.clock.now = DEMO_NOW + 30 * DAY
    expect(await status()).toBe(401)
    program.clock.now = DEMO_NOW
    revokeToken(program.db, person, tokensOf(program.db, person.id)[0]!, DEMO_NOW)
    const gone = await get('/api/v1/figures', {}, token)
    expect([gone.status, gone.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="3P Tracker", error="invalid_token"',
    ])
  })

  it('wrong tokens make their address wait, and never one that works', async () => {
    const wrong = () => get('/api/v1/releases', {}, `3pt_${'f'.repeat(40)}`)
    const later = DEMO_NOW + DAY
    program.clock.now = later
    for (let nth = 0; nth < 100; nth++) expect((await wrong()).status).toBe(401)
    const waits = await wrong()
    expect([waits.status, waits.headers['retry-after'], waits.json.status]).toEqual([429, '300', 429])
    expect((await get('/api/v1/releases')).status).toBe(200)
    program.clock.now = later + 301_000
    expect((await wrong()).status).toBe(401)
    program.clock.now = DEMO_NOW
  })
})

const OTHER = { email: 'bc.manager@example.org' }

describe('what is whose', () => {
  it('a donor’s token reaches the reports issued to the donor and no other', async () => {
    expect(
      (await get('/api/v1/releases', {}, program.tokens.donor)).json.releases.map(({ id }: Release) => id),
    ).toEqual([1])
    const other = tokenFor(program.db, 'donor.second@example.org')
    expect((await get('/api/v1/releases', {}, other)).json).toEqual({ releases: [] })
    const [theirs, none] = [await get('/api/v1/releases/1', {}, other), await get('/api/v1/releases/99', {}, other)]
    expect(theirs.status).toBe(404)
    expect({ ...theirs.json, instance: '' }).toEqual({ ...none.json, instance: '' })
  })

  it('a partner’s token reaches its own submissions and no other', async () => {
    const { partnerIds } = persona(program.db, PARTNER)
    const slugs = program.db.$client
      .prepare(`select slug from partner where id in (${partnerIds.join()})`)
      .pluck()
      .all()
    const { submissions } = (await get('/api/v1/submissions?limit=1000', {}, program.tokens.partner)).json
    expect(new Set(submissions.map((one: { partner: { code: string } }) => one.partner.code))).toEqual(new Set(slugs))
    const others = program.db.$client
      .prepare(`select id from submission where partner_id not in (${partnerIds.join()}) limit 3`)
      .pluck()
      .all() as number[]
    for (const id of others)
      expect((await get(`/api/v1/submissions/${id}`, {}, program.tokens.partner)).status).toBe(404)
    const all = (await get('/api/v1/submissions?limit=1000')).json.submissions
    expect(all.length).toBeGreaterThan(submissions.length)
  })
})

describe('the way it is asked', () => {
  it('a wrong verb is told what is right, whatever was sent with it', async () => {
    for (const [method, type] of [
      ['POST', 'application/json'],
      ['PUT', 'text/plain'],
      ['DELETE', undefined],
    ] as const) {
      const answer = await program.app.inject({
        method,
        url: '/api/v1/releases',
        headers: type ? { 'content-type': type } : {},
        ...(type ? { payload: '{}' } : {}),
      })
      expect([method, answer.statusCode, answer.headers.allow]).toEqual([method, 405, 'GET'])
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    }
  })

  it('an unknown address, a bad one and a form that there is not are problems too, in the language asked for', async () => {
    const vi = { 'accept-language': 'vi' }
    expect((await get('/api/v1/nothing', vi)).json).toMatchObject({ status: 404, title: 'Không tìm thấy' })
    expect((await get('/api/v1/%E0%A4', vi)).json).toMatchObject({ status: 400, title: 'Yêu cầu chưa đúng' })
    expect((await get('/api/v1/submissions/x')).json).toMatchObject({ status: 404 })
    expect((await get('/api/v1/releases', { accept: 'image/png' })).json).toMatchObject({ status: 406 })
    expect((await get('/api/v1/releases', { accept: 'text/csv;q=0.5, application/json;q=0.4' })).body).toMatch(/^id,/)
    expect((await get('/api/v1/releases?format=json', { accept: 'text/csv' })).json).toHaveProperty('releases')
  })

  it('an answer that has not changed is not sent again, to whoever had it', async () => {
    const first = await get('/api/v1/indicators')
    const tag = { 'if-none-match': String(first.headers.etag) }
    expect((await get('/api/v1/indicators', tag)).status).toBe(304)
    expect((await get('/api/v1/indicators', { ...tag, accept: 'text/csv' })).status).toBe(200)
    expect((await get('/api/v1/indicators', tag, program.tokens.partner)).status).toBe(200)
    expect(first.headers['cache-control']).toBe('private, no-cache')
  })

  it('reading writes nothing, and the day of the last use is stored beside', async () => {
    const token = tokenFor(program.db, MANAGER)
    const changes = () => program.db.$client.prepare('select total_changes()').pluck().get()
    const used = () => tokensOf(program.db, personaId(program.db, MANAGER))[0]!.usedAt
    const before = changes()
    for (const url of ['/api/v1/releases', '/api/v1/indicators', '/api/v1/submissions']) await get(url, {}, token)
    expect([changes(), used()]).toEqual([before, null])
    program.app.tokens.storeUsed()
    expect(used()).toBe(DEMO_NOW)
    const stored = changes()
    await get('/api/v1/releases', {}, token)
    program.app.tokens.storeUsed()
    expect(changes()).toBe(stored)
  })
})
