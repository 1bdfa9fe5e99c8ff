import { describe, expect, it } from 'vitest'
import { addClosing } from '../../../src/calendar/store.ts'
import { waitingSubmissions } from '../../../src/submissions/waiting/store.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { eachPilot, LAST, NOW, stateOf, submissionId, versionIn } from '../pilot.ts'

const pilot = eachPilot()
const ADDRESS = '/submissions/waiting/approval'

/** What the page would approve, as it is ticked. */
async function ticked(): Promise<string[]> {
  const { body } = await pilot.manager.get(ADDRESS)
  return [...body.matchAll(/name="chosen" value="(\d+:\d+)" checked/g)].map(([, chosen]) => chosen!)
}
const idOf = (chosen: string) => Number(chosen.split(':')[0])
const stateNow = (chosen: string) => stateOf(pilot.db, idOf(chosen)).submission.state

describe('what waits for approval', () => {
  it('is one list, with the reasons why some of it is looked at first', async () => {
    const { status, body } = await pilot.manager.get('/submissions/waiting')
    expect(status).toBe(200)
    const waiting = waitingSubmissions(pilot.db)
    for (const id of waiting) expect(body, String(id)).toContain(`href="/submissions/${id}"`)
    const all = await ticked()
    expect(all.length).toBeGreaterThan(0)
    expect(all.length).toBeLessThan(waiting.length)
    expect(body).toContain(`Phê duyệt ${all.length} báo cáo này`)
    expect(body).toMatch(/nên xem lại: [A-Z]\d/)
    for (const query of ['page=x', 'page=-1', 'page=99']) {
      expect((await pilot.manager.get(`/submissions/waiting?${query}`)).status, query).toBe(200)
    }
  })

  it('is approved together where nothing is doubtful, each with its own line in the trail', async () => {
    const all = await ticked()
    const done = await pilot.manager.post(ADDRESS, { chosen: all })
    expect([done.status, done.location]).toEqual([303, '/submissions/waiting'])
    for (const one of all) {
      expect(stateNow(one)).toBe('approved')
      const subject: ['submission', string] = ['submission', String(idOf(one))]
      expect(readTrail(pilot.db, { verb: 'submission.approved', subject, from: NOW }, 9)).toHaveLength(1)
    }
    expect(await ticked()).toEqual([])
    expect((await pilot.manager.get('/submissions/waiting')).body).not.toContain('href="/submissions/waiting/approval"')
    const again = await pilot.manager.post(ADDRESS, { chosen: all })
    expect(again.status).toBe(409)
    expect(again.body).toContain('Chưa duyệt báo cáo nào')
  })

  it('is left and named where it was changed since, or is doubtful, and nothing else is', async () => {
    const all = await ticked()
    const [first, second] = all as [string, string]
    const doubtful = waitingSubmissions(pilot.db).find((id) => !all.map(idOf).includes(id))!
    const stale = `${idOf(second)}:99`
    const none = { chosen: [stale, `${doubtful}:1`, '9999:1'] }
    const before = [stateOf(pilot.db, idOf(second)), stateOf(pilot.db, doubtful)]
    expect((await pilot.manager.post(ADDRESS, none)).status).toBe(409)
    const some = await pilot.manager.post(ADDRESS, { chosen: [first, ...none.chosen] })
    expect(some.status).toBe(303)
    expect((await pilot.manager.get(some.location)).body).toMatch(
      /Đã phê duyệt 1 báo cáo\. Để lại vì [^<]+Quý IV\/2021/,
    )
    expect(stateNow(first)).toBe('approved')
    expect([stateOf(pilot.db, idOf(second)), stateOf(pilot.db, doubtful)]).toEqual(before)
  })

  it('is not approved by nothing, by nonsense, or by nobody who may', async () => {
    const all = await ticked()
    for (const chosen of [[], ['x'], ['1'], ['1:x']]) {
      const refused = await pilot.manager.post(ADDRESS, { chosen })
      expect(refused.status).toBe(422)
      expect(refused.body).toContain('Chưa chọn báo cáo nào')
    }
    expect((await pilot.partner.post(ADDRESS, { chosen: all })).status).toBe(403)
    expect((await pilot.partner.get('/submissions/waiting')).status).toBe(403)
    const donor = await pilot.as('donor.homeoffice')
    expect((await donor.post(ADDRESS, { chosen: all })).status).toBe(404)
    expect((await donor.get('/submissions/waiting')).status).toBe(404)
    expect((await pilot.manager.post('/submissions/waiting', {})).status).toBe(405)
    for (const one of all) expect(stateNow(one)).toBe('submitted')
  })

  it('may be approved in a quarter that is closed', async () => {
    const [first] = (await ticked()) as [string]
    addClosing(pilot.db, { quarter: LAST, closedAt: NOW, closedBy: 2 })
    expect((await pilot.manager.post(ADDRESS, { chosen: [first] })).status).toBe(303)
    expect(stateNow(first)).toBe('approved')
  })
})

describe('going from one to the next', () => {
  it('says which of how many it is, with the ways on, back and to the list', async () => {
    const [first, second] = waitingSubmissions(pilot.db) as [number, number]
    const { body } = await pilot.manager.get(`/submissions/${second}`)
    expect(body).toMatch(/Báo cáo 2 trên \d+ chờ duyệt/)
    expect(body).toContain(`rel="prev" href="/submissions/${first}"`)
    expect(body).toContain('href="/submissions/waiting"')
    const approved = submissionId(pilot.db, 'dolisa-hai-phong')
    expect((await pilot.manager.get(`/submissions/${approved}`)).body).not.toContain('class="queue"')
    const own = submissionId(pilot.db, 'womens-union-ha-tinh')
    const partner = await pilot.as('womens-union.ha-tinh')
    expect((await partner.get(`/submissions/${own}`)).body).not.toContain('class="queue"')
  })

  it.each([
    ['approval', 'Đã phê duyệt: Quý IV/2021, '],
    ['return', 'Đã trả lại kèm lý do: Quý IV/2021, '],
  ])('%s leads to the one behind it, and from the last to the list', async (noun, said) => {
    for (let left = waitingSubmissions(pilot.db); left.length > 0; left = waitingSubmissions(pilot.db)) {
      const id = left.at(left.length > 2 ? 1 : -1)!
      const next = left[2] ?? left.find((one) => one !== id) ?? 'waiting'
      const version = versionIn((await pilot.manager.get(`/submissions/${id}`)).body)
      const decided = await pilot.manager.post(`/submissions/${id}/${noun}`, { version, text: 'Xem lại.' })
      expect([decided.status, decided.location]).toEqual([303, `/submissions/${next}`])
      if (left.length < 3) expect((await pilot.manager.get(decided.location)).body).toContain(said)
    }
    expect((await pilot.manager.get('/submissions/waiting')).body).toContain('Không có báo cáo nào chờ phê duyệt.')
  })
})
