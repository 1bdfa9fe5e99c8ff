import { describe, expect, it } from 'vitest'
import { readTrail } from '../../../src/trail/store.ts'
import { eachPilot, sentBack, stateOf, submissionId, versionIn } from '../pilot.ts'

const pilot = eachPilot()

describe('reviewing', () => {
  it.each(['return', 'reopening'])('%s needs a reason and minds what it says', async (deed) => {
    const id = submissionId(pilot.db, deed === 'return' ? 'dolisa-quang-ninh' : 'dolisa-hai-phong')
    const version = versionIn((await pilot.manager.get(`/submissions/${id}`)).body)
    const before = stateOf(pilot.db, id)
    const blank = await sentBack(pilot.manager, `/submissions/${id}/${deed}`, { version, text: '  ' })
    expect(blank.body).toContain(`id="text-${deed === 'return' ? 'return' : 'reopen'}-wrong"`)
    const telling = await sentBack(pilot.manager, `/submissions/${id}/${deed}`, { version, text: 'nạn nhân Lan' })
    expect(telling.status).toBe(200)
    expect(telling.body).toContain('name="keep"')
    expect(telling.body).toContain('>nạn nhân Lan</textarea>')
    expect((await pilot.manager.post(`/submissions/${id}/${deed}`, { version: '0', text: 'Xem lại.' })).status).toBe(
      409,
    )
    expect(stateOf(pilot.db, id)).toEqual(before)
    expect(
      (await pilot.manager.post(`/submissions/${id}/${deed}`, { version, text: 'nạn nhân Lan', keep: 'yes' })).status,
    ).toBe(303)
    expect(stateOf(pilot.db, id).submission.state).toBe('returned')
    const [event] = readTrail(pilot.db, { subject: ['submission', String(id)] }, 1)
    expect(event!.detail.keptOnWord).toBe(true)
    expect(JSON.stringify(event!.detail)).not.toContain('Lan')
  })

  it('refuses what the state does not allow, with a sentence', async () => {
    const draft = submissionId(pilot.db, 'dolisa-ha-tinh')
    const refused = await pilot.manager.post(`/submissions/${draft}/approval`, { version: '1' })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('chưa được gửi')
    const approved = submissionId(pilot.db, 'dolisa-hai-phong')
    expect(
      (await pilot.manager.post(`/submissions/${approved}/return`, { version: '1', text: 'Xem lại.' })).status,
    ).toBe(409)
  })

  it('refuses an approval of a version that has changed since', async () => {
    const id = submissionId(pilot.db, 'dolisa-quang-ninh')
    expect((await pilot.manager.post(`/submissions/${id}/approval`, { version: '99' })).status).toBe(409)
    expect((await pilot.manager.post(`/submissions/${id}/approval`)).status).toBe(409)
    expect(stateOf(pilot.db, id).submission.state).toBe('submitted')
  })

  it('keeps comments of both sides, about the whole or one indicator', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const url = `/submissions/${id}/comments`
    expect((await sentBack(pilot.partner, url, { text: '' })).body).toContain('id="text-comment-wrong"')
    expect(
      (await pilot.partner.post(`/submissions/${id}/comments`, { text: 'Đã đối chiếu.', indicator: 'V5' })).status,
    ).toBe(303)
    const telling = await sentBack(pilot.manager, url, { text: 'Gọi 0912345678', indicator: 'V6' })
    expect(telling.body).toContain('>Gọi 0912345678</textarea>')
    expect(telling.body).toContain('<option value="V6" selected>')
    // At its own address the page stands as ever.
    expect((await pilot.manager.get(`/submissions/${id}`)).body).not.toContain('0912345678')
    expect(
      (await pilot.manager.post(`/submissions/${id}/comments`, { text: 'Gọi 0912345678', keep: 'yes' })).status,
    ).toBe(303)
    const page = (await pilot.manager.get(`/submissions/${id}`)).body
    expect(page).toContain('Đã đối chiếu.')
    expect(pilot.db.$client.prepare('select confirmed from comment where text like ?').pluck().get('Gọi%')).toBe(1)
  })
})
