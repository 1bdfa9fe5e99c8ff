import { beforeEach, describe, expect, it } from 'vitest'
import { eachPilot, sentBack, submissionId, versionIn } from '../pilot.ts'

const pilot = eachPilot()

describe('two forms of one submission', () => {
  let id: number
  beforeEach(() => {
    id = submissionId(pilot.db, 'dolisa-nghe-an')
  })
  const version = async () => versionIn((await pilot.partner.get(`/submissions/${id}`)).body)

  it('tells a second tab, shows both values, and loses nothing', async () => {
    const old = await version()
    const first = { version: old, 'v.V13': '7', 'v.V5.sex=male': '70' }
    expect((await pilot.partner.post(`/submissions/${id}/entries`, first)).status).toBe(303)
    const second = { version: old, 'v.V13': '8', 'v.V5.sex=male': '71', 'v.V5.sex=female': 'x9' }
    const told = await sentBack(pilot.partner, `/submissions/${id}/entries`, second)
    expect(told.status).toBe(200)
    expect(told.body).toMatch(/name="c\.v\.V13" value="theirs"> 7/)
    expect(told.body).toMatch(/name="c\.v\.V13" value="mine" checked> 8/)
    expect(told.body).toContain('name="v.V5.sex=female" value="x9"')
    const fresh = versionIn(told.body)
    const chosen = { ...second, version: fresh, 'c.v.V13': 'theirs', 'c.v.V5.sex=male': 'mine' }
    const saved = await sentBack(pilot.partner, `/submissions/${id}/entries`, chosen)
    expect(saved.body).toContain('value="x9"')
    const page = (await pilot.partner.get(`/submissions/${id}`)).body
    expect(page).toMatch(/name="v\.V13" value="7"/)
    expect(page).toMatch(/name="v\.V5\.sex=male" value="71"/)
  })

  it('asks about nothing where each changed something else, and keeps both', async () => {
    const page = (await pilot.partner.get(`/submissions/${id}`)).body
    const old = versionIn(page)
    const seen = /name="v\.V13" value="(\d*)"/.exec(page)![1]!
    await pilot.partner.post(`/submissions/${id}/entries`, { version: old, 'v.V13': '77' })
    const second = { version: old, 'v.V13': seen, 'v.V5.sex=male': '99' }
    const saved = await pilot.partner.post(`/submissions/${id}/entries`, second)
    expect(saved).toMatchObject({ status: 303, location: expect.not.stringContaining('differences') })
    const after = (await pilot.partner.get(`/submissions/${id}`)).body
    expect(after).toMatch(/name="v\.V13" value="77"/)
    expect(after).toMatch(/name="v\.V5\.sex=male" value="99"/)
  })

  it('asks about what both changed alone, and has what only the other changed in the form that is sent with the answer', async () => {
    const page = (await pilot.partner.get(`/submissions/${id}`)).body
    const old = versionIn(page)
    const seen = /name="v\.V13" value="(\d*)"/.exec(page)![1]!
    await pilot.partner.post(`/submissions/${id}/entries`, { version: old, 'v.V13': '77', 'v.V5.sex=male': '70' })
    const second = { version: old, 'v.V13': seen, 'v.V5.sex=male': '71', 'v.V5.sex=female': '72' }
    const told = await sentBack(pilot.partner, `/submissions/${id}/entries`, second)
    expect([...told.body.matchAll(/name="c\.([^"]+)" value="mine"/g)].map(([, field]) => field)).toEqual([
      'v.V5.sex=male',
    ])
    expect(told.body).toContain('name="v.V13" value="77"')
    expect(told.body).toContain('name="v.V5.sex=female" value="72"')
  })

  it('takes an older form that differs in nothing', async () => {
    const old = await version()
    await pilot.partner.post(`/submissions/${id}/entries`, { version: old, 'v.V13': '7' })
    expect((await pilot.partner.post(`/submissions/${id}/entries`, { version: old, 'v.V13': '7' })).status).toBe(303)
  })

  it('begins once when two tabs begin at the same time', async () => {
    const qb = await pilot.as('dolisa.quang-binh')
    const start = { partner: 'dolisa-quang-binh', place: 'quang-binh', quarter: '2021-Q4', version: '0' }
    expect((await qb.post('/submissions', { ...start, 'v.V13': '3' })).status).toBe(303)
    const told = await sentBack(qb, '/submissions', { ...start, 'v.V13': '4' })
    expect(told.body).toMatch(/name="c\.v\.V13" value="theirs"/)
  })
})
