import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { changedPilot, NOW_2022 } from '../support/demo/changed-pilot.ts'
import { personaId } from '../support/demo.ts'
import { plain } from './visit.ts'

let app: App
let en: Visitor
let vi: Visitor
beforeAll(async () => {
  const db = changedPilot()
  app = await testApp(db, () => NOW_2022)
  en = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
  vi = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'vi')
})
afterAll(() => app.close())

const RETIRED = 'Retired since 1 Jan 2022 (last asked for Q4 2021).'
const UNASSIGNED = 'Nobody has been asked for it since 1 Jan 2022 (last asked for Q4 2021).'

/** Codes of the indicators that the tables of an overview list, and those that it lists apart. */
function listed(body: string): { asked: string[]; former: string[] } {
  const former = [...body.matchAll(/<details class="former">.*?<\/details>/gs)].map(([part]) => part)
  const asked = former.reduce((rest, part) => rest.replace(part, ''), body)
  const codes = (html: string) =>
    [...html.matchAll(/<th scope="row"><a href="\/indicators\/[^"]*">([A-Z]\d+)<\/a>/g)].map(([, code]) => code!)
  return { asked: [...new Set(codes(asked))], former: codes(former.join('')) }
}

describe('an indicator that is retired, and one that nobody is asked for any more', () => {
  it.each([
    ['P14', RETIRED],
    ['J9', UNASSIGNED],
  ])('%s says so on its page, in its quarters and after, and stays readable', async (code, said) => {
    for (const span of ['from=2019-Q1&to=2021-Q4', 'from=2022-Q1&to=2022-Q3', 'to=2022-Q4']) {
      const { status, body } = await en.get(`/indicators/${code}?${span}`)
      expect(status).toBe(200)
      expect(body).toContain(`<p class="notice end-of-use">${said}</p>`)
    }
    const { body } = await en.get(`/indicators/${code}?from=2019-Q1&to=2021-Q4`)
    expect(body).toContain('<data value=')
    expect((await vi.get(`/indicators/${code}`)).body).toMatch(
      /(Ngừng sử dụng|Không còn đơn vị nào phải báo cáo) từ 01\/01\/2022/,
    )
  })

  it('are listed apart from those that are asked for', async () => {
    const { body } = await en.get('/indicators?quarter=2022-Q1')
    const [asked, former] = body.split('<h2 id="former">') as [string, string]
    expect(asked).toContain('<b>P13</b>')
    expect(asked).not.toMatch(/<b>(P14|J9)<\/b>/)
    expect(plain(former)).toContain(`${RETIRED} `)
    expect(plain(former)).toContain(UNASSIGNED)
  })

  it('are told on the overview apart, with what they came to, and are not listed as not due', async () => {
    const before = listed((await en.get('/overview?quarter=2021-Q4&view=table')).body)
    const { body } = await en.get('/overview?quarter=2022-Q1&view=table')
    const after = listed(body)
    expect(before.former).toEqual([])
    expect(before.asked).toEqual(expect.arrayContaining(['P14', 'J9']))
    expect(after.former).toEqual(['P14', 'J9'])
    expect([...after.asked, ...after.former].sort()).toEqual(before.asked.sort())
    expect(body).toContain('1 indicator that is not asked for any more')
    expect(plain(body)).toContain(`${RETIRED} `)
    expect(plain(body)).toContain(`${UNASSIGNED} `)
    const scorecard = (await en.get('/overview?quarter=2022-Q1')).body
    const rows = [...scorecard.matchAll(/<b>([A-Z]\d+)<\/b> [^<]*<\/a><\/th>/g)].map(([, code]) => code!)
    expect(rows.sort()).toEqual(after.asked.sort())
    const [, former] = scorecard.split('<p class="former">')
    expect(plain(former!)).toContain(`P14 `)
    expect(plain(former!)).toContain(`(${RETIRED})`)
    expect(plain(former!)).toContain(`(${UNASSIGNED})`)
  })

  it.each([
    ['/components/prevention', 'P14', RETIRED],
    ['/components/prosecution', 'J9', UNASSIGNED],
    ['/provinces/nghe-an', 'P14', RETIRED],
    ['/provinces/nghe-an', 'J9', UNASSIGNED],
  ])('%s lists %s in a span that reaches its quarters, with its end, and in none after', async (path, code, said) => {
    const heading = `<h3><a href="/indicators/${code}`
    const reaching = (await en.get(`${path}?from=2021-Q4&to=2022-Q2`)).body
    const nth = reaching.indexOf(heading)
    if (path.startsWith('/provinces') && nth < 0) return
    expect(nth).toBeGreaterThan(0)
    expect(reaching.slice(nth, nth + 600)).toContain(said)
    expect((await en.get(`${path}?from=2022-Q1&to=2022-Q2`)).body).not.toContain(heading)
  })

  it('is asked for on no form after, and is not behind plan', async () => {
    expect((await en.get('/')).body).not.toMatch(/<strong>(P14|J9)<\/strong>/)
  })

  it('tells every definition with its quarters, since when it is known and what changed', async () => {
    const { body } = await en.get('/indicators/P10')
    const history = plain(/<section class="history">.*?<ol>(.*?)<\/ol>/s.exec(body)![1]!)
    expect(history).toMatch(
      /^1 Jan 2019 – 31 Dec 2021 known since 1 Jan 2019 from 1 Jan 2022 known since 10 Feb 2022 How it adds up: was “/,
    )
    expect((await en.get('/indicators/P3')).body).not.toContain('class="history"')
    expect(plain((await vi.get('/indicators/J1')).body)).toContain('Giới tính: thêm nhóm “Liên giới tính”.')
  })
})
