import { describe, expect, it } from 'vitest'
import { openQuestions } from '../../../src/submissions/talk/store.ts'
import { eachPilot, sentBack, submissionId } from '../pilot.ts'

const pilot = eachPilot()

describe('talk about a report', () => {
  it('is kept of both sides, about the whole or one indicator', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const url = `/submissions/${id}/comments`
    expect((await sentBack(pilot.partner, url, { text: '' })).body).toContain('id="text-wrong"')
    const told = await pilot.partner.post(url, { text: 'Đã đối chiếu.', indicator: 'V5' })
    expect([told.status, told.location]).toEqual([303, `/submissions/${id}?component=protection&talk=V5#talk.V5`])
    const telling = await sentBack(pilot.manager, url, { text: 'Gọi 0912345678', indicator: 'V6' })
    expect(telling.body).toContain('>Gọi 0912345678</textarea>')
    expect(telling.body).toContain('id="text.V6-wrong"')
    // At its own address the page stands as ever.
    expect((await pilot.manager.get(`/submissions/${id}`)).body).not.toContain('0912345678')
    expect((await pilot.manager.post(url, { text: 'Gọi 0912345678', indicator: 'V6', keep: 'yes' })).status).toBe(303)
    const page = (await pilot.manager.get(`/submissions/${id}?talk=V5`)).body
    expect(page).toContain('Đã đối chiếu.')
    expect(page).toContain('<details class="talk" id="talk.V5" open>')
    expect(page).toContain('<details class="talk" id="talk.V6">')
    expect(pilot.db.$client.prepare('select confirmed from comment where text like ?').pluck().get('Gọi%')).toBe(1)
    expect((await pilot.stranger.post(url, { text: 'x' })).status).toBe(404)
    expect((await pilot.manager.get(url)).status).toBe(405)
  })

  it('says for whose answer it waits: at the row, on the board, among those that wait for approval', async () => {
    const id = submissionId(pilot.db, 'dolisa-quang-ninh')
    const partner = await pilot.as('dolisa.quang-ninh')
    const url = `/submissions/${id}/comments`
    const said = async () => {
      const [page, board] = [await pilot.manager.get(`/submissions/${id}`), await pilot.manager.get('/submissions')]
      return [page.body, board.body].map((body) => /Chờ (đơn vị|cán bộ dự án) trả lời/.exec(body)?.[1] ?? null)
    }
    expect(await said()).toEqual([null, null])
    await partner.post(url, { indicator: 'V5', text: 'Có tính người học lại không?', asks: 'yes' })
    expect(openQuestions(pilot.db)).toEqual(new Map([[id, ['manager']]]))
    expect(await said()).toEqual(['cán bộ dự án', 'cán bộ dự án'])
    expect((await pilot.manager.get('/submissions/waiting')).body).toContain('Có câu hỏi chưa được trả lời: V5')
    await pilot.manager.post(url, { indicator: 'V5', text: 'Có. Vì sao V5 tăng?', asks: 'yes' })
    expect(await said()).toEqual(['đơn vị', 'đơn vị'])
    await partner.post(url, { indicator: 'V6', text: 'Đã rõ.' })
    expect(await said()).toEqual(['đơn vị', 'đơn vị'])
    await partner.post(url, { indicator: 'V5', text: 'Mở thêm lớp.' })
    expect(await said()).toEqual([null, null])
  })
})
