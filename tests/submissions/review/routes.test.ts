import { describe, expect, it } from 'vitest'
import { readTrail } from '../../../src/trail/store.ts'
import { eachPilot, sentBack, stateOf, submissionId, versionIn } from '../pilot.ts'

const pilot = eachPilot()
const seen = async (url: string) => (await pilot.manager.get(url)).body

describe('reviewing', () => {
  it.each(['return', 'reopening'])(
    '%s needs a reason and minds what it says, at each indicator too',
    async (action) => {
      const id = submissionId(pilot.db, action === 'return' ? 'dolisa-quang-ninh' : 'dolisa-hai-phong')
      const url = `/submissions/${id}/${action}`
      const version = versionIn(await seen(url))
      const before = stateOf(pilot.db, id)
      const blank = await sentBack(pilot.manager, url, { version, text: '  ', 'reason.V5': 'Cao hơn sổ gốc.' })
      expect(blank.body).toContain('id="text-wrong"')
      expect(blank.body).toContain('>Cao hơn sổ gốc.</textarea>')
      const telling = await sentBack(pilot.manager, url, { version, text: 'Xem V5.', 'reason.V5': 'nạn nhân Lan' })
      expect(telling.status).toBe(200)
      expect(telling.body).toContain('name="keep"')
      expect(telling.body).toContain('href="#reason.V5"')
      expect(telling.body).toContain('>nạn nhân Lan</textarea>')
      const stale = await pilot.manager.post(url, { version: '0', text: 'Xem lại.', 'reason.V5': 'Cao hơn sổ gốc.' })
      expect(stale.status).toBe(409)
      expect(stale.body).toContain('>Cao hơn sổ gốc.</textarea>')
      expect(stateOf(pilot.db, id)).toEqual(before)
      const sent = { version, text: 'nạn nhân Lan', 'reason.V5': 'nạn nhân Lan', keep: 'yes' }
      expect((await pilot.manager.post(url, sent)).status).toBe(303)
      expect(stateOf(pilot.db, id).submission.state).toBe('returned')
      const [event] = readTrail(pilot.db, { subject: ['submission', String(id)] }, 1)
      expect(event!.detail).toMatchObject({ keptOnWord: true, indicators: ['V5'] })
      expect(JSON.stringify(event!.detail)).not.toContain('Lan')
      const kept = pilot.db.$client.prepare('select version, reason, confirmed from row_reason').raw().all()
      expect(kept).toEqual([[Number(version), 'nạn nhân Lan', 1]])
    },
  )

  it('shows a reason at its indicator, with what is done about it, to both sides', async () => {
    const id = submissionId(pilot.db, 'dolisa-quang-ninh')
    const partner = await pilot.as('dolisa.quang-ninh')
    const version = versionIn(await seen(`/submissions/${id}/return`))
    expect(await seen(`/submissions/${id}`)).toContain(`href="/submissions/${id}/return?row=V5#row.V5"`)
    expect(await seen(`/submissions/${id}/return?row=V5`)).toMatch(/<details open><summary>[^<]*V5/)
    const reasons = { 'reason.V5': 'Cao hơn sổ gốc.', 'reason.V13': 'Thiếu một lớp.' }
    await pilot.manager.post(`/submissions/${id}/return`, { version, text: 'Xin xem hai chỉ số.', ...reasons })
    const form = async () => (await partner.get(`/submissions/${id}`)).body
    const returned = await form()
    expect(returned).toContain('0 trên 2 chỉ số')
    expect(returned).toContain('id="asked.V5"')
    expect(returned.match(/Cao hơn sổ gốc\./g)).toHaveLength(3)
    await partner.post(`/submissions/${id}/entries`, { version, language: 'vi', 'v.V13': '77' })
    await partner.post(`/submissions/${id}/comments`, { indicator: 'V5', text: 'Đã đối chiếu, số đúng.' })
    const answered = await form()
    expect(answered).toContain('2 trên 2 chỉ số')
    expect(answered).toContain('→ <strong>77</strong>')
    expect(await seen(`/submissions/${id}`)).toContain('→ <strong>77</strong>')
    // The sheet to be signed says nothing of it.
    expect((await partner.get(`/submissions/${id}/print`)).body).not.toContain('Thiếu một lớp.')
    expect((await partner.get(`/submissions/${id}/history`)).body).toContain('Thiếu một lớp.')
  })

  it('refuses what the state does not allow, with a sentence, and keeps what was written', async () => {
    const draft = submissionId(pilot.db, 'dolisa-ha-tinh')
    const refused = await pilot.manager.post(`/submissions/${draft}/approval`, { version: '1' })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('chưa được gửi')
    const approved = submissionId(pilot.db, 'dolisa-hai-phong')
    expect((await pilot.manager.get(`/submissions/${approved}/return`)).location).toBe(`/submissions/${approved}`)
    const late = await pilot.manager.post(`/submissions/${approved}/return`, { version: '1', text: 'Xem lại.' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('>Xem lại.</textarea>')
    expect((await pilot.manager.get(`/submissions/${approved}/return`)).body).toContain('>Xem lại.</textarea>')
  })

  it('is for managers: partners are told that they may not, strangers find nothing', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    for (const noun of ['return', 'reopening']) {
      expect((await pilot.partner.get(`/submissions/${id}/${noun}`)).status).toBe(403)
      expect((await pilot.partner.post(`/submissions/${id}/${noun}`, { text: 'x' })).status).toBe(403)
      expect((await (await pilot.as('donor.homeoffice')).get(`/submissions/${id}/${noun}`)).status).toBe(404)
    }
    expect((await pilot.manager.get('/submissions/99999/return')).status).toBe(404)
  })

  it('refuses an approval of a version that has changed since', async () => {
    const id = submissionId(pilot.db, 'dolisa-quang-ninh')
    expect((await pilot.manager.post(`/submissions/${id}/approval`, { version: '99' })).status).toBe(409)
    expect((await pilot.manager.post(`/submissions/${id}/approval`)).status).toBe(409)
    expect(stateOf(pilot.db, id).submission.state).toBe('submitted')
  })
})
