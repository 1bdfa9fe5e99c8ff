import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heirsByIndicator } from '../../../src/assignments/store.ts'
import type { App } from '../../../src/web/context.ts'
import { plain } from '../../dashboards/visit.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { demoDb, personaId } from '../../support/demo.ts'

const NOW = Date.parse('2021-10-25T09:00:00+07:00')
const OF = 'womens-union-ha-tinh.ha-tinh'
const FORM = { of: OF, indicators: ['P13'], heir: 'iom', place: 'ha-tinh', from: '2021-Q4', assigns: 'yes' }

const db = demoDb(undefined, NOW - 5000)
let app: App
const become = (email: string, language: 'vi' | 'en' = 'en') =>
  new Visitor(app).become(personaId(db, `${email}@example.org`), language)
beforeAll(async () => {
  app = await testApp(db, () => NOW)
})
afterAll(() => app.close())

const text = (body: string) => plain(body).replaceAll('&#39;', "'")
const rows = () => db.$client.prepare('select count(*) from handover').pluck().get()

describe('the page of hand-overs', () => {
  it('asks first whose duty passes, and then for what that one is asked for', async () => {
    const manager = await become('iom.manager')
    const first = await manager.get('/handovers')
    expect([first.status, first.body.includes('name="heir"')]).toEqual([200, false])
    expect(first.body).toContain(`<option value="${OF}">Women&#39;s Union of Hà Tĩnh (Hà Tĩnh)</option>`)
    const form = await manager.get(`/handovers?of=${OF}`)
    expect([...form.body.matchAll(/<option value="([A-Z]\d+)"/g)].map(([, code]) => code)).toEqual([
      'P1',
      'P2',
      'P12',
      'P13',
    ])
    expect((await manager.get('/handovers?of=nobody.nowhere')).body).not.toContain('name="heir"')
    expect((await manager.get('/periods')).body).toContain('href="/handovers"')
  })

  it.each([
    [
      'to itself',
      { heir: 'womens-union-ha-tinh' },
      409,
      /Women's Union of Hà Tĩnh \(Hà Tĩnh\) can't take over from itself/,
    ],
    [
      'to a partner not assigned',
      { assigns: 'no' },
      409,
      /International Organization for Migration \(IOM\) \(Hà Tĩnh\) is not asked for P13 in Q4 2021/,
    ],
    ['while values stand', { from: '2021-Q2' }, 409, /has already given a value of P13 for Q2 2021/],
    ['to a place that is not there then', { place: 'quang-tri-2025' }, 409, /does not exist in Q4 2021/],
    ['without an indicator', { indicators: [] }, 422, /Choose at least one indicator/],
    ['to nobody', { heir: '' }, 422, /Choose the partner that takes over/],
    ['from a quarter that is none', { from: '1990-Q1' }, 422, /Choose a quarter of the list/],
  ] as const)('refuses one %s with a sentence beside its field, as it was typed', async (_, typed, status, said) => {
    const manager = await become('iom.manager')
    await manager.get(`/handovers?of=${OF}`)
    const before = rows()
    const answer = await manager.post('/handovers', { ...FORM, ...typed } as never)
    expect(answer.status).toBe(status)
    expect(text(answer.body)).toMatch(said)
    expect(answer.body).toContain('id="problems"')
    if ('from' in typed) return
    expect(answer.body).toContain('<option value="2021-Q4" selected>')
    expect(rows()).toBe(before)
  })

  it('records one, says so, and lists it', async () => {
    const manager = await become('bc.manager')
    await manager.get(`/handovers?of=${OF}`)
    const answer = await manager.post('/handovers', FORM)
    expect([answer.status, answer.location]).toEqual([303, '/handovers'])
    const page = text((await manager.get('/handovers')).body)
    expect(page).toMatch(
      /Recorded: from Q4 2021 on, .*\(IOM\) \(Hà Tĩnh\) reports P13 in place of Women's Union of Hà Tĩnh/,
    )
    expect(page).toMatch(/1 Oct 2021 .*\(IOM\) \(Hà Tĩnh\) Women's Union of Hà Tĩnh \(Hà Tĩnh\) P13/)
    expect(heirsByIndicator(db).size).toBeGreaterThan(0)
    const again = await manager.post('/handovers', FORM)
    expect([again.status, text(again.body)]).toEqual([409, expect.stringMatching(/has already taken P13 over from/)])
  })

  it('refuses one that leads back, and one before its predecessor began, in both languages', async () => {
    const back = {
      of: 'iom.ha-tinh',
      indicators: ['P13'],
      heir: 'womens-union-ha-tinh',
      place: 'ha-tinh',
      assigns: 'yes',
    }
    for (const [language, circle, early] of [
      [
        'en',
        /has taken this duty over from Women's Union of Hà Tĩnh .* can't lead back/,
        /in Q2 2021, before .*\(IOM\) .* began/,
      ],
      ['vi', /không thể quay/, /quý II\/2021.* trước khi/i],
    ] as const) {
      const manager = await become('iom.manager', language)
      await manager.get('/handovers?of=iom.ha-tinh')
      const refused = await manager.post('/handovers', { ...back, from: '2021-Q4' })
      expect([refused.status, text(refused.body)]).toEqual([409, expect.stringMatching(circle)])
      const before = await manager.post('/handovers', { ...back, heir: 'british-council', from: '2021-Q2' })
      expect([before.status, text(before.body)]).toEqual([409, expect.stringMatching(early)])
    }
  })

  it('withdraws one, says so, and lists it no more; of one that is not there there is none', async () => {
    const manager = await become('bc.manager')
    const page = await manager.get('/handovers')
    expect(text(page.body)).toContain('Withdraw')
    const one = { of: OF, heir: 'iom.ha-tinh', since: '2021-Q4' }
    const answer = await manager.post('/handovers/withdrawals', one)
    expect([answer.status, answer.location]).toEqual([303, '/handovers'])
    const after = text((await manager.get('/handovers')).body)
    expect(after).toMatch(/Withdrawn: Women's Union of Hà Tĩnh \(Hà Tĩnh\) reports P13 as before, and .* Q4 2021/)
    expect(after).toContain('Nothing has been handed over yet')
    expect((await manager.post('/handovers/withdrawals', one)).status).toBe(404)
    const partner = await become('womens-union.ha-tinh')
    await partner.get('/')
    expect((await partner.post('/handovers/withdrawals', one)).status).toBe(404)
  })

  it('is for managers and administrators, in Vietnamese too', async () => {
    for (const [email, status] of [
      ['iom.manager', 200],
      ['admin', 200],
      ['womens-union.ha-tinh', 404],
      ['donor.homeoffice', 404],
    ] as const)
      expect([email, (await (await become(email)).get('/handovers')).status]).toEqual([email, status])
    expect(text((await (await become('admin', 'vi')).get('/handovers')).body)).toContain('Bàn giao nhiệm vụ báo cáo')
  })

  it('of somebody who is asked for nothing there is none', async () => {
    const manager = await become('iom.manager')
    await manager.get('/handovers')
    expect((await manager.post('/handovers', { ...FORM, of: 'nobody.nowhere' })).status).toBe(404)
  })
})
