import { beforeEach, describe, expect, it } from 'vitest'
import { eachPilot, handInWith, lastDetail, sentBack, stateOf, submissionId, versionIn } from '../pilot.ts'

const pilot = eachPilot()

describe('saving a draft', () => {
  let id: number
  beforeEach(() => {
    id = submissionId(pilot.db, 'dolisa-nghe-an')
  })
  const version = async () => versionIn((await pilot.partner.get(`/submissions/${id}`)).body)

  it('saves what can be read and gives the rest back as typed', async () => {
    const answer = await sentBack(pilot.partner, `/submissions/${id}/entries`, {
      version: await version(),
      component: 'protection',
      'v.V5.sex=male': '1.234',
      'v.V5.sex=female': 'mười',
      'v.V13': '1,5',
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('value="mười"')
    expect(answer.body).toContain('id="v.V5.sex=female-wrong"')
    expect(answer.body).toContain(`href="#${encodeURIComponent('v.V5.sex=female')}"`)
    expect(answer.body).toContain('Có 2 chỗ cần sửa')
    expect(answer.body).toContain('Đã lưu nháp; 1 ô có thay đổi.')
    // What changes the language comes back to the very page.
    expect(answer.body).toContain(`name="back" value="/submissions/${id}?component=protection"`)
    const page = await pilot.partner.get(`/submissions/${id}`)
    expect(page.body).toMatch(/name="v\.V5\.sex=male" value="1234"/)
    expect(versionIn(answer.body)).toBe(versionIn(page.body))
  })

  it('takes a blank away and tells blank from zero', async () => {
    await pilot.partner.post(`/submissions/${id}/entries`, { version: await version(), 'v.V13': '0' })
    expect((await pilot.partner.get(`/submissions/${id}`)).body).toMatch(/name="v\.V13" value="0"/)
    await pilot.partner.post(`/submissions/${id}/entries`, { version: await version(), 'v.V13': '' })
    expect((await pilot.partner.get(`/submissions/${id}`)).body).toMatch(/name="v\.V13" value=""/)
    expect(lastDetail(pilot.db, id, 'submission.saved').changes).toEqual({ 'v.V13': [0, null] })
  })

  it('escapes what was typed', async () => {
    const answer = await sentBack(pilot.partner, `/submissions/${id}/entries`, {
      version: await version(),
      'v.V13': '"><script>',
    })
    expect(answer.body).not.toContain('"><script>')
    expect(answer.body).toContain('&quot;&gt;&lt;script&gt;')
  })

  it('saves nothing of an empty form, and says so', async () => {
    const before = stateOf(pilot.db, id)
    const answer = await pilot.partner.post(`/submissions/${id}/entries`, { version: await version() })
    expect(answer.status).toBe(303)
    expect(stateOf(pilot.db, id).entries).toEqual(before.entries)
  })

  it('keeps a telling reason out until it is confirmed, and its text out of the trail', async () => {
    const body = { 's.V13': 'not applicable', 'r.V13': 'Hỏi 0912345678', 'v.V13': '' }
    const asked = await sentBack(pilot.partner, `/submissions/${id}/entries`, { version: await version(), ...body })
    expect(asked.body).toContain('name="k.V13"')
    const kept = await pilot.partner.post(`/submissions/${id}/entries`, {
      version: await version(),
      ...body,
      'k.V13': 'yes',
    })
    expect(kept.status).toBe(303)
    const detail = lastDetail(pilot.db, id, 'submission.saved')
    expect(detail.keptOnWord).toEqual(['V13'])
    expect(JSON.stringify(detail)).not.toContain('0912345678')
  })

  it('fills blanks with zero when asked to, without a script', async () => {
    const body = { 'v.V5.sex=male': '', 'v.V5.sex=female': '4', 'v.V5.sex=other': '', 'v.V5.sex=not-recorded': '' }
    const answer = await pilot.partner.post(`/submissions/${id}/entries`, {
      version: await version(),
      ...body,
      fill: 'V5',
    })
    expect(answer).toMatchObject({ status: 303, location: `/submissions/${id}#s.V5` })
    expect((await pilot.partner.get(`/submissions/${id}`)).body).toMatch(/name="v\.V5\.sex=male" value="0"/)
  })
})

describe('handing in', () => {
  it('lists what is not whole at an address that can be opened again, and changes nothing', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const before = versionIn((await pilot.partner.get(`/submissions/${id}`)).body)
    const url = `/submissions/${id}/handing-in`
    const answer = await pilot.partner.post(url, {
      version: before,
      component: 'protection',
      'v.V5.sex=male': '',
      'v.V12.sex=male': '500',
    })
    expect(answer).toMatchObject({ status: 303, location: url })
    const listed = await pilot.partner.get(url)
    expect(listed.status).toBe(200)
    expect(listed.body).toContain('Còn 1 ô trống')
    expect(listed.body).toMatch(/Các dòng cộng lại là \d+, khác với tổng 5\d\d ở trên/)
    expect(stateOf(pilot.db, id).submission.state).toBe('returned')
    expect(versionIn(listed.body)).toBe(versionIn((await pilot.partner.get(`/submissions/${id}`)).body))
  })

  it('lists what could not be read and what is missing together, and leads to the page from there', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const version = versionIn((await pilot.partner.get(`/submissions/${id}`)).body)
    const answer = await sentBack(pilot.partner, `/submissions/${id}/handing-in`, {
      version,
      component: 'protection',
      'v.V13': '12a',
      'v.V5.sex=male': '',
      'v.V12.sex=male': '500',
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('value="12a"')
    expect(answer.body).toContain('Còn 1 ô trống')
    expect(answer.body).toMatch(/Các dòng cộng lại là \d+, khác với tổng 5\d\d ở trên/)
    expect(answer.body).toContain(`name="back" value="/submissions/${id}/handing-in"`)
  })

  it('asks once about what is unusual, at an address that can be opened again', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const url = `/submissions/${id}/handing-in`
    expect(await pilot.partner.get(url)).toMatchObject({ status: 200 })
    const version = versionIn((await pilot.partner.get(`/submissions/${id}`)).body)
    expect(await pilot.partner.post(url, { version, 'v.V13': '900' })).toMatchObject({ status: 303, location: url })
    const asked = await pilot.partner.get(url)
    expect(asked.body).toContain('gấp hơn 3 lần')
    expect(stateOf(pilot.db, id).submission.state).toBe('returned')
    const blind = await pilot.partner.post(url, { version: versionIn(asked.body), confirmed: 'something else' })
    expect(blind).toMatchObject({ status: 303, location: url })
    await handInWith(pilot.db, pilot.partner, id)
    expect(stateOf(pilot.db, id).submission.state).toBe('submitted')
    expect((await pilot.manager.get(`/submissions/${id}`)).body).toContain('gấp hơn 3 lần')
    // Once it has been handed in there is nothing left to ask.
    expect(await pilot.partner.get(url)).toMatchObject({ status: 303, location: `/submissions/${id}` })
  })

  it('takes a note on each doubt, gives back what was typed where one is missing, and shows them to the reviewer', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const url = `/submissions/${id}/handing-in`
    const version = versionIn((await pilot.partner.get(`/submissions/${id}`)).body)
    await pilot.partner.post(url, { version, 'v.V13': '900' })
    const asked = (await pilot.partner.get(url)).body
    const confirmed = [...asked.matchAll(/name="confirmed" value="([^"]+)"/g)].map(([, one]) => one!)
    expect(confirmed.length).toBeGreaterThan(1)
    const send = (note: string[], keep = '') =>
      pilot.partner.post(url, { version: versionIn(asked), confirmed, note, keep })
    const seen = async () => (await pilot.partner.get(url)).body
    const typed = confirmed.map((_, nth) => (nth === 0 ? '' : `Đợt kiểm tra số ${nth}`))
    expect(await send(typed)).toMatchObject({ status: 303, location: url })
    for (const body of [await seen(), await seen()]) {
      expect(body).toContain('Vui lòng ghi ngắn gọn vì sao số này đúng')
      expect(body).toContain('value="Đợt kiểm tra số 1"')
    }
    const telling = typed.map((note) => note || 'Hỏi chị Lan 0912 345 678')
    expect((await send(telling)).status).toBe(303)
    expect(await seen()).toContain('chỉ giữ khi đã chắc chắn')
    expect(stateOf(pilot.db, id).submission.state).toBe('returned')
    expect((await send(telling, 'yes')).status).toBe(303)
    const notes = pilot.db.$client.prepare('select note, confirmed from doubt_note').raw().all()
    expect(notes).toHaveLength(confirmed.length)
    expect(notes).toContainEqual(['Hỏi chị Lan 0912 345 678', 1])
    const review = (await pilot.manager.get(`/submissions/${id}`)).body
    expect(review).toContain('Đơn vị giải thích: Đợt kiểm tra số 1')
    expect(JSON.stringify(lastDetail(pilot.db, id, 'submission.submitted'))).not.toContain('Lan')
  })

  it('is refused with an older version', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    expect((await pilot.partner.post(`/submissions/${id}/handing-in`, { version: '0' })).status).toBe(409)
    expect((await pilot.partner.post(`/submissions/${id}/handing-in`)).status).toBe(409)
  })
})

describe('withdrawing', () => {
  it('makes a draft of what nobody has decided on, with all its values, until it is submitted again', async () => {
    const id = submissionId(pilot.db, 'dolisa-quang-ninh')
    const url = `/submissions/${id}`
    const partner = await pilot.as('dolisa.quang-ninh')
    const page = await partner.get(url)
    expect(page.body).toContain(`action="${url}/withdrawal"`)
    expect((await pilot.manager.get(url)).body).not.toContain('/withdrawal"')
    const before = stateOf(pilot.db, id)
    expect((await partner.post(`${url}/withdrawal`, { version: '99' })).status).toBe(409)
    const version = versionIn(page.body)
    expect(await partner.post(`${url}/withdrawal`, { version })).toMatchObject({ status: 303, location: url })
    const after = stateOf(pilot.db, id)
    expect(after.submission).toEqual({ ...before.submission, state: 'draft' })
    expect([after.entries, after.facts - before.facts, after.trail - before.trail]).toEqual([before.entries, 1, 1])
    expect(lastDetail(pilot.db, id, 'submission.withdrawn')).toEqual({ version: Number(version) })
    const draft = (await partner.get(url)).body
    expect(draft).toMatch(/id="entry"[\s\S]*<strong>Rút lại để sửa<\/strong>/)
    expect((await partner.post(`${url}/withdrawal`, { version })).status).toBe(409)
    expect((await pilot.manager.post(`${url}/approval`, { version })).status).toBe(409)
    await handInWith(pilot.db, partner, id)
    expect(stateOf(pilot.db, id).submission.state).toBe('submitted')
  })

  it('goes on saying why it was returned', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const url = `/submissions/${id}`
    const [reason] = /đã trả lại báo cáo lúc/.exec((await pilot.partner.get(url)).body)!
    await handInWith(pilot.db, pilot.partner, id)
    const submitted = (await pilot.partner.get(url)).body
    expect(submitted).not.toContain(reason)
    await pilot.partner.post(`${url}/withdrawal`, { version: versionIn(submitted) })
    expect((await pilot.partner.get(url)).body).toContain(reason)
  })
})
