import { describe, expect, it } from 'vitest'
import { closeQuarter } from '../periods/closing.ts'
import { eachPilot, stateOf, submissionId, versionIn } from './pilot.ts'

const pilot = eachPilot()

describe('who may do what', () => {
  const actions = ['entries', 'handing-in', 'withdrawal', 'return', 'approval', 'reopening', 'comments']

  it('hides what is not theirs', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const before = stateOf(pilot.db, id)
    expect((await pilot.stranger.get(`/submissions/${id}`)).status).toBe(404)
    for (const action of ['entries', 'handing-in', 'withdrawal', 'comments']) {
      expect(
        (await pilot.stranger.post(`/submissions/${id}/${action}`, { version: '1', text: 'x' })).status,
        action,
      ).toBe(404)
    }
    const start = 'partner=dolisa-quang-binh&place=quang-binh&quarter=2021-Q4'
    expect((await pilot.stranger.get(`/submissions/start?${start}`)).status).toBe(404)
    expect((await pilot.stranger.post('/submissions', Object.fromEntries(new URLSearchParams(start)))).status).toBe(404)
    expect(stateOf(pilot.db, id)).toEqual(before)
  })

  it('lets managers read and not enter, partners enter and not review', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    for (const action of ['entries', 'handing-in', 'withdrawal']) {
      expect((await pilot.manager.post(`/submissions/${id}/${action}`, { version: '1' })).status, action).toBe(403)
    }
    expect((await pilot.manager.get('/submissions/start?partner=dolisa-quang-binh')).status).toBe(403)
    for (const action of ['return', 'approval', 'reopening']) {
      expect(
        (await pilot.partner.post(`/submissions/${id}/${action}`, { version: '1', text: 'x' })).status,
        action,
      ).toBe(403)
    }
  })

  it('is no room for donors and administrators', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    for (const email of ['donor.homeoffice', 'admin']) {
      const visitor = await pilot.as(email)
      for (const url of ['/submissions', `/submissions/${id}`, '/submissions/start']) {
        expect((await visitor.get(url)).status, `${email} ${url}`).toBe(404)
      }
      for (const action of actions) expect((await visitor.post(`/submissions/${id}/${action}`)).status).toBe(404)
    }
  })

  it('knows no other addresses and verbs', async () => {
    for (const url of [
      '/submissions/0',
      '/submissions/999999',
      '/submissions/abc',
      '/submissions/1.5',
      '/submissions/1e3',
      '/submissions/9007199254740993',
    ]) {
      expect((await pilot.manager.get(url)).status, url).toBe(404)
    }
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    // What stands in the way of handing in is a page of its partner's.
    // What is to be corrected already has no page of reasons: it leads back to the report.
    const pages: Record<string, number> = { 'handing-in': 403, return: 303, reopening: 303 }
    for (const action of actions)
      expect((await pilot.manager.get(`/submissions/${id}/${action}`)).status, action).toBe(pages[action] ?? 405)
    expect((await pilot.manager.post(`/submissions/${id}`)).status).toBe(405)
    const none = [
      '',
      '?partner=dolisa-nghe-an',
      '?partner=dolisa-nghe-an&place=nghe-an&quarter=2021',
      '?partner=dolisa-nghe-an&place=hai-phong&quarter=2021-Q4',
      '?partner=dolisa-nghe-an&place=nghe-an&quarter=2018-Q4',
    ]
    for (const query of none) expect((await pilot.partner.get(`/submissions/start${query}`)).status, query).toBe(404)
  })

  it('asks whoever is signed out to sign in first', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const { Visitor: Nobody } = await import('../support/app.ts')
    const nobody = new Nobody(pilot.app)
    expect((await nobody.get(`/submissions/${id}`)).location).toContain('/sign-in?next=')
    expect((await nobody.post(`/submissions/${id}/entries`, { 'v.V13': '1' })).status).toBe(401)
  })
})

describe('a closed quarter', () => {
  it('refuses saves, hand-ins, returns and re-openings with a sentence, and still takes an approval', async () => {
    const own = submissionId(pilot.db, 'dolisa-nghe-an')
    const waiting = submissionId(pilot.db, 'dolisa-quang-ninh')
    const approved = submissionId(pilot.db, 'dolisa-hai-phong')
    expect((await closeQuarter(pilot.manager, '2021-Q4')).status).toBe(303)
    const page = await pilot.partner.get(`/submissions/${own}`)
    expect(page.body).toContain('Kỳ báo cáo này đã đóng')
    expect(page.body).not.toContain('name="v.V13"')
    const typed = await pilot.partner.post(`/submissions/${own}/entries`, { version: '1', 'v.V13': '5' })
    expect(typed.status).toBe(409)
    expect(typed.body).toContain('Kỳ báo cáo này đã đóng')
    expect((await pilot.partner.post(`/submissions/${own}/handing-in`, { version: '1' })).status).toBe(409)
    const version = versionIn((await pilot.manager.get(`/submissions/${waiting}`)).body)
    expect((await pilot.manager.post(`/submissions/${waiting}/return`, { version, text: 'Xem lại.' })).status).toBe(409)
    expect((await pilot.manager.post(`/submissions/${approved}/reopening`, { version, text: 'Xem lại.' })).status).toBe(
      409,
    )
    expect((await pilot.manager.post(`/submissions/${waiting}/approval`, { version })).status).toBe(303)
  })
})
