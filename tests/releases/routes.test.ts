import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { recoverInterrupted } from '../../src/releases/protection/recover-interrupted.ts'
import { issuedReleases, listReleases } from '../../src/releases/store.ts'
import { readTrail } from '../../src/trail/store.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { heldJobs } from '../support/run/held-jobs.ts'
import { DONOR, MANAGER, type Ordered, SECOND, untilIssued, untilProtected } from './making.ts'
import { programWith, SMALL } from './pilot.ts'

const FORM = {
  title: 'Quarterly',
  from: '2021-Q3',
  to: '2021-Q3',
  language: 'vi',
  audience: 'donor',
  threshold: '',
  asAt: '2022-01-20',
  project: 'quarter',
  province: 'year',
  breakdown: 'none',
  years: 'calendar',
}
const formFor = (db: Db, over: Record<string, string | string[]> = {}) => ({
  ...FORM,
  recipients: [String(personaId(db, DONOR))],
  ...over,
})
const count = (db: Db) => listReleases(db).length
const PUBLIC: Ordered = { ...SMALL, audience: 'public', threshold: 10, recipients: [] }

describe('making a report', () => {
  it('protects it without keeping the page waiting, shows how far it is, and then what is hidden', async () => {
    const { app, db, visit } = await programWith()
    const manager = await visit(MANAGER)
    const letGo = heldJobs(app.context.jobs)
    const made = await manager.post('/releases', formFor(db))
    expect(made.status).toBe(303)
    expect(made.location).toMatch(/^\/releases\/\d+$/)
    const during = await manager.get(made.location)
    expect(during.body).toContain('Small counts are being hidden')
    expect(during.headers.refresh).toBe('3')
    letGo()
    await untilProtected(db, Number(made.location.split('/').at(-1)))
    await app.context.jobs.settled()
    const after = await manager.get(made.location)
    expect(after.headers.refresh).toBeUndefined()
    expect(after.body).toContain('What is hidden')
    expect(after.body).toContain('What you can do')
    expect(after.body).toMatch(/\d+ figures of [\d,]+ are hidden/)
    expect((await (await visit(MANAGER, 'vi')).get(made.location)).body).toContain('Những số liệu bị ẩn')
  })

  it('begins with the fiscal year of the donor, the last quarter that has come in, and nobody ticked', async () => {
    const { clock, visit } = await programWith()
    const manager = await visit(MANAGER)
    const chosenIn = (body: string, name: string) =>
      /<option value="([^"]*)" selected/.exec(body.slice(body.lastIndexOf(`name="${name}"`)))?.[1]
    const { body } = await manager.get('/releases/new')
    // Of the fourth quarter, which is over, too few submissions are approved yet.
    expect(['from', 'to', 'years'].map((name) => chosenIn(body, name))).toEqual(['2019-Q1', '2021-Q3', 'fiscal'])
    expect(body).not.toMatch(/name="recipients"[^>]* checked/)
    clock.now = Date.parse('2019-02-01')
    expect(chosenIn((await manager.get('/releases/new')).body, 'to')).toBe('2019-Q1')
  })

  it('keeps what was typed and says what is wrong beside each field', async () => {
    const { db, visit } = await programWith()
    const manager = await visit(MANAGER)
    const before = count(db)
    const answer = await manager.post(
      '/releases',
      formFor(db, { title: 'My <title>', from: '2021-Q4', to: '2021-Q1', threshold: '4', recipients: [] }),
    )
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('My &lt;title&gt;')
    expect(answer.body).toContain('The last quarter must not come before the first.')
    expect(answer.body).toContain('Counts below 5 must always be hidden, whoever agrees.')
    expect(answer.body).toContain('Choose at least one person')
    expect(answer.body).toContain('href="#threshold"')
    expect(count(db)).toBe(before)
  })

  it('names the first and last quarter of the project when one outside of it is asked for', async () => {
    const { db, visit } = await programWith()
    const over = { from: '2018-Q4', to: '2100-Q4' }
    const { status, body } = await (await visit(MANAGER)).post('/releases', formFor(db, over))
    expect(status).toBe(422)
    const sentence = 'Choose a quarter of the project, from 2019-Q1 to 2021-Q4.'
    expect(body.split(sentence)).toHaveLength(5)
    const vi = await (await visit(MANAGER, 'vi')).post('/releases', formFor(db, over))
    expect(vi.body).toContain('từ 2019-Q1 đến 2021-Q4')
  })

  it.each([
    ['nothing at all', null],
    ['an unknown audience', { audience: 'press' }],
    ['k that is no number', { threshold: 'five' }],
    ['k below 5', { threshold: '4' }],
    ['k of 4.5', { threshold: '4.5' }],
    ['a day that is none', { asAt: '2021-02-31' }],
    ['a day to come', { asAt: '2099-01-01' }],
    ['a quarter before the project', { from: '2001-Q1' }],
    ['a quarter after the project', { to: '2100-Q4' }],
    ['a layout nobody knows', { project: 'day' }],
    ['somebody who is no donor', { recipients: ['1'] }],
    ['a language nobody asked for', { language: 'fr' }],
  ])('refuses %s', async (_, over) => {
    const { db, visit } = await programWith()
    const manager = await visit(MANAGER)
    const before = count(db)
    expect((await manager.post('/releases', over ? formFor(db, over as Record<string, string>) : {})).status).toBe(422)
    expect(count(db)).toBe(before)
  })
})

describe('issuing', () => {
  it('freezes it for its recipients alone: the workbook is the same ever after', async () => {
    const { db, release, clock, visit } = await programWith()
    const [manager, donor, other] = await Promise.all([visit(MANAGER), visit(DONOR), visit('donor.second@example.org')])
    expect((await donor.get(`/releases/${release.id}`)).status).toBe(404)
    expect((await donor.get(`/releases/${release.id}/workbook.xlsx`)).status).toBe(404)
    const draft = await manager.get(`/releases/${release.id}/workbook.xlsx`)
    expect(String(draft.headers['content-disposition'])).toContain('-draft.xlsx')
    expect(await textOf(draft.raw)).toContain('DRAFT: not issued. Do not pass on.')

    const issued = await manager.post(`/releases/${release.id}/issue`)
    expect([issued.status, issued.location]).toEqual([303, `/releases/${release.id}`])
    expect(await untilIssued(db, release.id)).toBeNull()
    const list = await donor.get('/releases')
    expect(list.body).toContain(`/releases/${release.id}/workbook.xlsx`)
    const page = await donor.get(`/releases/${release.id}`)
    expect(page.status).toBe(200)
    expect(page.body).not.toMatch(/What is hidden|Alternatives|Made by|Discard/)
    const downloads = () => readTrail(db, { verb: 'release.downloaded' }, 20).length
    const before = downloads()
    expect((await donor.send('HEAD', `/releases/${release.id}/workbook.xlsx`)).status).toBe(200)
    expect(downloads()).toBe(before)
    const first = await donor.get(`/releases/${release.id}/workbook.xlsx`)
    expect(first.status).toBe(200)
    expect(downloads()).toBe(before + 1)
    expect(String(first.headers['content-type'])).toContain('spreadsheetml')
    expect(await textOf(first.raw)).not.toContain('DRAFT')
    clock.now += 3_600_000
    expect(await textOf((await donor.get(`/releases/${release.id}/workbook.xlsx`)).raw)).toBe(await textOf(first.raw))
    expect((await other.get(`/releases/${release.id}`)).status).toBe(404)
    expect((await other.get('/releases')).body).not.toContain(`/releases/${release.id}`)

    expect((await manager.post(`/releases/${release.id}/issue`)).status).toBe(409)
    expect((await manager.post(`/releases/${release.id}/discarding`)).status).toBe(409)
    expect((await manager.post(`/releases/${release.id}/protection`)).status).toBe(409)
    expect(issuedReleases(db).map(({ id }) => id)).toContain(release.id)
  })

  it('to the public needs another manager than its maker', async () => {
    const { db, release, visit } = await programWith(PUBLIC)
    const [maker, second] = await Promise.all([visit(MANAGER), visit(SECOND)])
    const refused = await maker.post(`/releases/${release.id}/issue`)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('A second manager must agree first')
    const own = await maker.post(`/releases/${release.id}/agreement`)
    expect(own.status).toBe(409)
    expect(own.body).toContain('You made this report; another manager has to agree.')
    expect((await maker.post(`/releases/${release.id}/issue`)).status).toBe(409)
    expect((await second.post(`/releases/${release.id}/agreement`)).status).toBe(303)
    expect((await second.post(`/releases/${release.id}/agreement`)).status).toBe(409)
    expect((await maker.post(`/releases/${release.id}/issue`)).status).toBe(303)
    expect(await untilIssued(db, release.id)).toBeNull()
  })

  it('below the usual number for the public needs it too; a donor at 5 does not', async () => {
    const [low, usual] = [await programWith(PUBLIC), await programWith()]
    low.db.$client.exec('update release set threshold = 7')
    const refused = await (await low.visit(MANAGER)).post(`/releases/${low.release.id}/issue`)
    expect(refused.body).toContain('A second manager must agree first')
    expect((await (await usual.visit(MANAGER)).post(`/releases/${usual.release.id}/issue`)).status).toBe(303)
    expect(await untilIssued(usual.db, usual.release.id)).toBeNull()
  })

  it('is refused while it is not protected, and protecting can begin again', async () => {
    const { db, release, visit } = await programWith()
    db.$client.exec(
      `update release set state = 'failed', failure_code = 'out-of-time', plan = null where id = ${release.id}`,
    )
    const manager = await visit(MANAGER)
    const page = await manager.get(`/releases/${release.id}`)
    expect(page.body).toContain('Nothing was released.')
    expect(page.body).toContain('took too long')
    expect((await manager.post(`/releases/${release.id}/issue`)).status).toBe(409)
    expect((await manager.get(`/releases/${release.id}/workbook.xlsx`)).status).toBe(404)
    expect((await manager.post(`/releases/${release.id}/protection`)).status).toBe(303)
    expect((await untilProtected(db, release.id)).state).toBe('protected')
  })

  it('says so when the program was stopped while it protected: found at the start, and never by looking', async () => {
    const { db, release, visit } = await programWith()
    db.$client.exec(`update release set state = 'protecting' where id = ${release.id}`)
    const manager = await visit(MANAGER)
    const written = () =>
      db.$client.prepare('select state, failure_code, (select max(id) from trail) from release').raw().all()
    const before = written()
    expect((await manager.get(`/releases/${release.id}`)).body).toContain('Small counts are being hidden')
    expect(written()).toEqual(before)
    recoverInterrupted(db, DEMO_NOW)
    const { body } = await manager.get(`/releases/${release.id}`)
    expect(body).toContain('The program stopped while the report was being protected.')
    expect(readTrail(db, { subject: ['release', String(release.id)] }, 1)).toMatchObject([
      { verb: 'release.protection-failed', detail: { failure: 'interrupted' } },
    ])
  })

  it('can be thought better of: a draft is discarded and leaves its trail', async () => {
    const { db, release, visit } = await programWith()
    const manager = await visit(MANAGER)
    expect((await manager.post(`/releases/${release.id}/discarding`)).status).toBe(303)
    expect((await manager.get(`/releases/${release.id}`)).status).toBe(404)
    const left = db.$client
      .prepare("select verb from trail where subject_kind = 'release' and subject_id = ? order by id desc")
      .pluck()
    expect(left.get(String(release.id))).toBe('release.discarded')
  })
})

/** Every word of a workbook. */
async function textOf(bytes: Buffer): Promise<string> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as never)
  const words: string[] = []
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => words.push(cell.text)))
  return words.join('\n')
}
