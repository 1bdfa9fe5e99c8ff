import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readTrail } from '../../../src/trail/store.ts'
import type { Visitor } from '../../support/app.ts'
import { handInWith, NOW, openPilot, type Pilot, sentBack, stateOf, submissionId, versionIn } from '../pilot.ts'

const MINUTE = 60_000
const DUE = { partner: 'dolisa-quang-binh', place: 'quang-binh', quarter: '2021-Q4' }
const BEGUN = { partner: 'dolisa-nghe-an', place: 'nghe-an', quarter: '2021-Q4' }

let now = NOW
let pilot: Pilot
let partner: Visitor
let id: number
beforeAll(async () => {
  pilot = await openPilot(() => now)
  partner = await pilot.as('dolisa.nghe-an', 'vi')
  id = submissionId(pilot.db, 'dolisa-nghe-an')
})
afterAll(() => pilot.app.close())
/** Each test is another sitting, of which nothing of those before is seen. */
beforeEach(() => {
  now += 60 * MINUTE
})

const version = () => String(stateOf(pilot.db, id).submission.version)

/** Sends fields as [what is typed, what stood there before]. */
async function type(
  fields: Record<string, readonly [text: string, before: string]>,
  { by = partner, ...form }: { by?: Visitor } & Record<string, string | Visitor> = {},
) {
  const sent = Object.entries(fields).flatMap(([name, [text, before]]) => [
    [name, text],
    [`b.${name}`, before],
  ])
  const body = { ...BEGUN, version: version(), language: 'vi', ...form, ...Object.fromEntries(sent) }
  const answer = await (by as Visitor).post('/submissions/cells', body as Record<string, string>)
  return {
    ...answer,
    json: answer.headers['content-type']?.toString().includes('json') ? JSON.parse(answer.body) : null,
  }
}

const shown = async (name: string) =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}" value="([^"]*)"`).exec(
    (await partner.get(`/submissions/${id}`)).body,
  )?.[1]

describe('what is typed', () => {
  it('is saved as the form writes numbers, and says so', async () => {
    const before = (await shown('v.V13'))!
    const { status, json, headers } = await type({ 'v.V13': ['1.234', before] })
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(json).toMatchObject({ id, kept: ['v.V13'], refused: [], conflicts: [], newer: {} })
    expect(json.version).toBe(Number(version()))
    expect(await shown('v.V13')).toBe('1234')
  })

  it('does nothing when it is sent twice', async () => {
    await type({ 'v.V13': ['77', (await shown('v.V13'))!] })
    const saved = stateOf(pilot.db, id)
    expect((await type({ 'v.V13': ['77', '1234'] })).json).toMatchObject({ kept: ['v.V13'], conflicts: [] })
    expect(stateOf(pilot.db, id)).toEqual(saved)
  })

  it('is given back with its sentence where it can’t be read, beside what is saved', async () => {
    const before = (await shown('v.V5.sex=female'))!
    const { json } = await type({
      'v.V5.sex=male': ['5', (await shown('v.V5.sex=male'))!],
      'v.V5.sex=female': ['1,5', before],
    })
    expect(json.kept).toEqual(['v.V5.sex=male'])
    expect(json.refused).toMatchObject([{ name: 'v.V5.sex=female', where: 'V5, Nữ' }])
    expect(json.refused[0].sentence).toContain('số nguyên')
    expect(await shown('v.V5.sex=female')).toBe(before)
  })

  it('is asked about where somebody else has changed the same, with both values, who and when; nothing else is', async () => {
    const seen = [(await shown('v.V13'))!, (await shown('v.V5.sex=male'))!, (await shown('v.V5.sex=other'))!] as const
    const old = version()
    const other = await pilot.as('dolisa.nghe-an', 'vi')
    await other.post(`/submissions/${id}/entries`, { version: old, 'v.V13': '501', 'v.V5.sex=other': '9' })
    const { json } = await type({ 'v.V13': ['502', seen[0]], 'v.V5.sex=male': ['503', seen[1]] }, { version: old })
    expect(json.kept).toEqual(['v.V5.sex=male'])
    expect(json.conflicts).toMatchObject([
      { name: 'v.V13', where: 'V13', theirs: '501', theirsSaid: '501', mineSaid: '502' },
    ])
    expect(json.conflicts[0].saved).toMatch(/^\S.*, lúc \S/)
    expect(json.newer).toEqual({ 'v.V5.sex=other': '9' })
    expect(await shown('v.V13')).toBe('501')
    // Chosen: mine, having seen theirs.
    expect((await type({ 'v.V13': ['502', '501'] })).json.kept).toEqual(['v.V13'])
    expect(await shown('v.V13')).toBe('502')
  })

  it('takes the place of what was sent before and could not be read', async () => {
    await partner.post(`/submissions/${id}/entries`, { version: version(), 'v.V5.sex=female': '1,000', 'v.V13': 'x' })
    expect(await shown('v.V5.sex=female')).toBe('1,000')
    const seen = /name="v\.V5\.sex=female"[^>]* data-saved="(\d+)"/.exec(
      (await partner.get(`/submissions/${id}`)).body,
    )![1]!
    await type({ 'v.V5.sex=female': ['1000', seen] })
    expect(await shown('v.V5.sex=female')).toBe('1000')
    expect(await shown('v.V13')).toBe('x')
    await type({
      'v.V13': ['5', /name="v\.V13"[^>]* data-saved="(\d+)"/.exec((await partner.get(`/submissions/${id}`)).body)![1]!],
    })
  })

  it('is read in the language it was typed in, whatever its person reads now', async () => {
    const before = (await shown('v.V13'))!
    await type({ 'v.V13': ['1.235', before] }, { by: await pilot.as('dolisa.nghe-an', 'en') })
    expect(await shown('v.V13')).toBe('1235')
    const { json } = await type({ 'v.V13': ['1,236', '1,235'] }, { language: 'en' })
    expect(json.kept).toEqual(['v.V13'])
    expect(await shown('v.V13')).toBe('1236')
  })

  it('takes the place of numbers only where they are taken away with it', async () => {
    const before = (await shown('v.V13'))!
    const alone = await type({ 's.V13': ['not reported', 'reported'] })
    expect(alone.json.refused).toMatchObject([{ name: 's.V13' }])
    const both = await type({ 's.V13': ['not reported', 'reported'], 'v.V13': ['', before] })
    expect(both.json.kept).toEqual(['s.V13', 'v.V13'])
    const why = await type({ 's.V13': ['not applicable', 'not reported'], 'r.V13': ['Không có cơ sở', ''] })
    expect(why.json.kept).toEqual(['s.V13', 'r.V13'])
    const back = await type({ 's.V13': ['reported', 'not applicable'], 'v.V13': ['4', ''] })
    expect(back.json).toMatchObject({ kept: ['s.V13', 'v.V13'], newer: {} })
  })

  it('is a remark as well as a number, and its own even where somebody else has another', async () => {
    const [text, before] = ['2 học viên chưa liên lạc được', (await shown('r.V13'))!]
    expect(before).toBe('Không có cơ sở')
    expect((await type({ 'r.V13': [text, before] })).json.kept).toEqual(['r.V13'])
    expect(await shown('r.V13')).toBe(text)
    const other = await type({ 'r.V13': ['khác', before] })
    expect(other.json.conflicts).toMatchObject([
      { theirs: text, saved: expect.stringMatching(/^Nguyễn Thí Dụ, lúc 10/) },
    ])
    expect((await type({ 'r.V13': ['', text] })).json.kept).toEqual(['r.V13'])
    expect(await shown('r.V13')).toBe('')
  })

  it('names nobody: a telling reason is not saved before its person has looked at it again', async () => {
    const { json } = await type({
      's.V13': ['not applicable', 'reported'],
      'v.V13': ['', (await shown('v.V13'))!],
      'r.V13': ['Hỏi 0912345678', ''],
      'k.V13': ['yes', ''],
    })
    expect(json.kept).toEqual([])
    expect(json.refused.at(-1)).toMatchObject({ name: 'r.V13' })
  })

  it('is not taken into what the form does not ask for', async () => {
    const { json } = await type({
      'v.V99': ['4', ''],
      'v.V13.sex=male': ['4', ''],
      'v.V13': ['not sent with what it was', ''],
    })
    expect(json.kept).toEqual([])
  })
})

describe('the trail and the history', () => {
  const events = () =>
    readTrail(pilot.db, { subject: ['submission', String(id)] }, 50).filter(({ at }) => at >= now - 40 * MINUTE)
  const history = async () => (await partner.get(`/submissions/${id}`)).body

  it('have one line for a sitting, with what it changed in all', async () => {
    const texts = [(await shown('v.V13'))!, '11', '12', '13']
    for (const [nth, text] of texts.slice(1).entries()) {
      await type({ 'v.V13': [text, texts[nth]!] })
      now += MINUTE
    }
    expect(events()).toMatchObject([{ verb: 'submission.saved', detail: { asTyped: true } }])
    expect(await history()).toContain(`<li>V13: ${texts[0]} → 13</li>`)
    now += 31 * MINUTE
    await type({ 'v.V13': ['14', '13'] })
    expect(events()).toHaveLength(2)
  })

  it('have another one after a save by button, and none for a button that finds everything saved', async () => {
    const before = (await shown('v.V13'))!
    await type({ 'v.V13': ['21', before] })
    const saved = stateOf(pilot.db, id)
    const sent = { version: version(), 'v.V13': '21' }
    expect((await partner.post(`/submissions/${id}/entries`, sent)).status).toBe(303)
    expect(stateOf(pilot.db, id)).toEqual(saved)
    await partner.post(`/submissions/${id}/entries`, { ...sent, 'v.V13': '22' })
    await type({ 'v.V13': ['23', '22'] })
    expect(events()).toHaveLength(3)
  })

  it('keep every version, so that an older form is told what was typed since', async () => {
    const before = (await shown('v.V13'))!
    await type({ 'v.V13': ['31', before] })
    const old = version()
    await type({ 'v.V13': ['32', '31'] })
    const told = await sentBack(partner, `/submissions/${id}/entries`, { version: old, 'v.V13': '33' })
    expect(told.body).toMatch(/name="c\.v\.V13" value="theirs"> 32/)
  })
})

describe('a submission that is due', () => {
  it('is begun with the first value that can be read, once, by whichever tab', async () => {
    const by = await pilot.as('dolisa.quang-binh', 'vi')
    const due = { by, ...DUE, version: '0' }
    expect((await type({ 'v.V13': ['x', ''] }, due)).json).toMatchObject({ id: null, version: 0, kept: [] })
    const first = (await type({ 'v.V13': ['3', ''] }, due)).json
    expect(first).toMatchObject({ version: 1, kept: ['v.V13'] })
    const second = (await type({ 'v.V13': ['4', ''], 'v.V5.sex=male': ['5', ''] }, due)).json
    expect(second).toMatchObject({ id: first.id, version: 2, kept: ['v.V5.sex=male'] })
    expect(second.conflicts).toMatchObject([{ name: 'v.V13', theirs: '3', mineSaid: '4' }])
  })
})

describe('nothing is saved', () => {
  it('by strangers, managers or nobody, without a token, or of what is not there', async () => {
    const saved = stateOf(pilot.db, id)
    const fields = { 'v.V13': ['9', (await shown('v.V13'))!] } as const
    expect((await type(fields, { by: await pilot.as('police.nghe-an') })).status).toBe(404)
    expect((await type(fields, { by: await pilot.as('iom.manager') })).status).toBe(403)
    expect((await type(fields, { _csrf: 'x' })).status).toBe(403)
    expect((await type(fields, { partner: 'nobody' })).status).toBe(404)
    expect((await type(fields, { quarter: '1999-Q1' })).status).toBe(409)
    const cookieless = await pilot.app.inject({ method: 'POST', url: '/submissions/cells', payload: {} })
    expect(cookieless.statusCode).toBeGreaterThanOrEqual(400)
    expect(stateOf(pilot.db, id)).toEqual(saved)
  })

  it('of what was handed in, and the page says why', async () => {
    const by = await pilot.as('dolisa.nghe-an', 'vi')
    const before = (await shown('v.V13'))!
    await partner.post(`/submissions/${id}/entries`, { version: version(), 's.V13': 'reported', 'v.V13': '8' })
    await handInWith(pilot.db, by, id)
    const { status, json } = await type(
      { 'v.V13': ['9', before] },
      { version: versionIn((await by.get(`/submissions/${id}`)).body) },
    )
    expect(status).toBe(409)
    expect(json).toEqual({ locked: expect.stringContaining('đang chờ duyệt') })
  })
})
