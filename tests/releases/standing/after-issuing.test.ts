import { describe, expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { loadSource } from '../../../src/releases/content/source-load.ts'
import { discardRelease } from '../../../src/releases/discard.ts'
import { draftRelease } from '../../../src/releases/drafts/draft-release.ts'
import { withdrawnBefore } from '../../../src/releases/standing/standing-store.ts'
import { withdrawRelease } from '../../../src/releases/standing/withdraw.ts'
import { releaseById, setIssued } from '../../../src/releases/store.ts'
import { verifyRelease } from '../../../src/releases/verifying/verify-load.ts'
import { readTrail, record } from '../../../src/trail/store.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, personaId } from '../../support/demo.ts'
import { DONOR, MANAGER, ordered, persona, SECOND } from '../making.ts'
import { pilotWith, SMALL } from '../pilot.ts'

const OTHER = 'donor.second@example.org'
const REASON = { text: 'A province was left out.', keptOnWord: false }
const HOUR = 3_600_000

async function issued() {
  const { db, release } = await pilotWith('issued', SMALL)
  const app = await testApp(db, () => DEMO_NOW + HOUR)
  onTestFinished(() => app.close())
  const visit = (email: string, language: 'vi' | 'en' = 'en') => new Visitor(app).become(personaId(db, email), language)
  return { db, release, visit }
}

const verbs = (db: Db) => readTrail(db, { subject: ['release', '1'] }, 20).map(({ verb }) => verb)

/** Another report of the same quarter, drafted; issued in the database alone where that is asked for. */
function another(db: Db, over: object, at?: number): number {
  const id = draftRelease(db, persona(db, MANAGER), ordered(db, { ...SMALL, ...over }), DEMO_NOW)
  if (at === undefined) return id
  db.$client.prepare("update release set state = 'protected' where id = ?").run(id)
  setIssued(db, id, { issuedAt: at, issuedBy: personaId(db, MANAGER), preview: '{}' })
  record(db, { at, by: persona(db, MANAGER), verb: 'release.issued', subject: ['release', id], detail: {} })
  return id
}

describe('a recipient', () => {
  it('says once that a report has come, and its managers see when', async () => {
    const { db, visit } = await issued()
    const [donor, manager] = [await visit(DONOR), await visit(MANAGER)]
    expect((await manager.get('/releases/1')).body).toContain('not confirmed yet')
    expect((await donor.get('/releases/1')).body).toContain('I have received this report')
    expect((await donor.post('/releases/1/acknowledgement')).status).toBe(303)
    const page = (await donor.get('/releases/1')).body
    expect(page).toContain('You confirmed on 20 Jan 2022')
    expect(page).not.toContain('I have received this report')
    const again = await donor.post('/releases/1/acknowledgement')
    expect([again.status, again.body.includes('You have confirmed this report already.')]).toEqual([409, true])
    expect((await manager.get('/releases/1')).body).toMatch(/confirmed on 20 Jan 2022/)
    expect(verbs(db).filter((verb) => verb === 'release.acknowledged')).toHaveLength(1)
    expect(() => db.$client.exec('delete from release_acknowledgement')).toThrow('append-only')
  })

  it('says nothing about a report that was issued to others', async () => {
    const { db, visit } = await issued()
    expect((await (await visit(OTHER)).post('/releases/1/acknowledgement')).status).toBe(404)
    expect((await (await visit(MANAGER)).post('/releases/1/acknowledgement')).status).toBe(403)
    expect(verbs(db)).not.toContain('release.acknowledged')
  })
})

describe('a report that is withdrawn', () => {
  it('says so to all who have it, in the list and on its page, with the reason; its file stays what it was', async () => {
    const { db, visit } = await issued()
    const [manager, donor] = [await visit(MANAGER), await visit(DONOR, 'vi')]
    const before = (await donor.get('/releases/1/workbook.xlsx')).raw
    expect((await manager.post('/releases/1/withdrawal', { text: REASON.text })).status).toBe(303)
    for (const address of ['/releases', '/releases/1'])
      for (const [who, said] of [
        [manager, 'Withdrawn on 20 Jan 2022'],
        [donor, 'Đã rút lúc 20/01/2022'],
      ] as const) {
        const { body } = await who.get(address)
        expect(body).toContain(said)
        expect(body).toContain(REASON.text)
      }
    expect((await donor.get('/releases/1/workbook.xlsx')).raw.equals(before)).toBe(true)
    expect(verifyRelease(db, 1)).toMatchObject({ differences: [] })
    const twice = await manager.post('/releases/1/withdrawal', { text: 'Again' })
    expect([twice.status, twice.body.includes('The report has been withdrawn already.')]).toEqual([409, true])
    expect(() => db.$client.exec("update release_withdrawal set reason = 'Another'")).toThrow('append-only')
  })

  it.each([
    ['without a reason', '', 'Write why the report is withdrawn.'],
    ['with one that is too long', 'y'.repeat(501), 'shorten it to 500 characters'],
    ['with one that may name somebody', 'Ask chị Lan on 0912 345 678', 'recipients read it'],
  ])('is not so %s: the form comes back as typed', async (_, text, said) => {
    const { db, visit } = await issued()
    const manager = await visit(MANAGER)
    const { status, body } = await manager.post('/releases/1/withdrawal', { text })
    expect([status, body.includes(said), body.includes(text)]).toEqual([422, true, true])
    expect(verbs(db)).not.toContain('release.withdrawn')
    if (!text.includes('Lan')) return
    expect((await manager.post('/releases/1/withdrawal', { text, keep: 'yes' })).status).toBe(303)
    expect(readTrail(db, { verb: 'release.withdrawn' }, 1)[0]!.detail).toEqual({ keptOnWord: true })
  })

  it('is told of by the next one to its readers, and by no other', async () => {
    const { db } = await issued()
    const withdrawnIn = (id: number) => withdrawnBefore(db, releaseById(db, id)!).map((one) => one.id)
    const before = another(db, {}, DEMO_NOW)
    withdrawRelease(db, persona(db, SECOND), 1, REASON, DEMO_NOW + HOUR)
    expect(withdrawnIn(before)).toEqual([])
    expect(withdrawnIn(another(db, {}))).toEqual([1])
    expect(withdrawnIn(another(db, { recipients: [personaId(db, OTHER)] }))).toEqual([])
    expect(withdrawnIn(another(db, { audience: 'public', threshold: 10, recipients: [] }))).toEqual([])
    // The trail says what came first, whatever the clock said.
    expect(withdrawnIn(another(db, {}, DEMO_NOW - HOUR))).toEqual([1])
  })
})

describe('a report that takes the place of another', () => {
  it('is told of once it is issued, and leads its own readers there alone', async () => {
    const { db, visit } = await issued()
    const both = [personaId(db, DONOR), personaId(db, OTHER)]
    const draft = another(db, { supersedes: 1, recipients: both })
    const [manager, donor] = [await visit(MANAGER), await visit(DONOR)]
    expect((await manager.get(`/releases/${draft}`)).body).toContain('Once issued it replaces report No. 1.')
    expect((await donor.get('/releases/1')).body).not.toContain('Replaced by')
    expect(loadSource(db, releaseById(db, draft)!, DEMO_NOW).supersedes).toMatchObject({ id: 1 })
    another(db, { supersedes: 1, recipients: [personaId(db, OTHER)] }, DEMO_NOW + HOUR)
    expect((await donor.get('/releases')).body).toContain('Replaced by report No. 3')
    const page = (await donor.get('/releases/1')).body
    expect(page).toContain('Replaced by report No. 3')
    expect(page).not.toContain('href="/releases/3"')
    expect((await manager.get('/releases/1')).body).toContain('href="/releases/3"')
    expect((await (await visit(OTHER)).get('/releases/3')).body).toContain('Replaces report No. 1.')
    expect(discardRelease(db, persona(db, MANAGER), draft, DEMO_NOW)).toBe(true)
  })

  it('is the last of the same period unless its maker says otherwise, and never one that others have had', async () => {
    const { db, visit } = await issued()
    const manager = await visit(MANAGER)
    const form = {
      ...{ title: '', from: '2021-Q3', to: '2021-Q3', language: 'en', audience: 'donor', threshold: '' },
      ...{ asAt: '2022-01-20', project: 'quarter', province: 'none', breakdown: 'none', years: 'calendar' },
      recipients: [String(personaId(db, DONOR))],
    }
    const made = async (over: object) => {
      const answer = await manager.post('/releases', { ...form, ...over })
      const id = /\/releases\/(\d+)$/.exec(answer.location)?.[1]
      const to = db.$client.prepare('select superseded_id from release_supersession where release_id = ?').pluck()
      return [answer.status, id === undefined ? undefined : (to.get(id) ?? null)]
    }
    expect((await manager.get('/releases/new')).body).toContain('No. 1: Báo cáo')
    expect(await made({})).toEqual([303, 1])
    expect(await made({ supersedes: 'none' })).toEqual([303, null])
    expect(await made({ language: 'vi' })).toEqual([303, null])
    expect(await made({ language: 'vi', supersedes: '1' })).toEqual([303, 1])
    expect(await made({ supersedes: '1', recipients: [String(personaId(db, OTHER))] })).toEqual([422, undefined])
    expect(await made({ supersedes: '99' })).toEqual([422, undefined])
    expect(await made({ supersedes: '2' })).toEqual([422, undefined])
  })
})
