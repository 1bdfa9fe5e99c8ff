import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { personaId } from '../../support/demo.ts'
import { NOW_2026, pilot2026 } from '../../support/pilot-2026.ts'
import { chartOf, tableOf, plain as textOf, withTables } from '../visit.ts'

let db: Db
let app: App
let en: Visitor
let vi: Visitor

beforeAll(async () => {
  db = pilot2026()
  app = await testApp(db, () => NOW_2026)
  en = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
  vi = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'vi')
})
afterAll(() => app.close())

const Y2025 = 'from=2025-Q1&to=2025-Q4'
const plain = (body: string) => textOf(body).replaceAll('&#39;', "'")
const TO_2025 = 'from=2019-Q1&to=2025-Q4'

describe('a stock in the year in which provinces merged', () => {
  it('is 18 in table, picture, CSV and origin, and 42 to date', async () => {
    const body = await withTables(en, `/indicators/P13?${Y2025}&grain=year`)
    expect([...tableOf(body, 'trend').values()]).toEqual([[18]])
    expect(chartOf(body, 'trend').data.datasets[0]?.data).toEqual([18])
    const csv = await en.get(`/indicators/P13/table.csv?${Y2025}&grain=year&table=trend`)
    expect(csv.body.trimEnd().split('\r\n').at(-1)).toMatch(/,18,reported,/)
    const origin = await en.get(`/figures/origin?indicator=P13&group=project&${Y2025}`)
    expect(origin.body).toContain('<p class="big"><data value="18">')
    const foot = origin.body.slice(origin.body.indexOf('<tfoot>'), origin.body.indexOf('</tfoot>'))
    expect(foot).toContain('<data value="18">')
    const toDate = await en.get(`/figures/origin?indicator=P13&group=project&${TO_2025}`)
    expect(toDate.body).toContain('<p class="big"><data value="42">')
  })

  it('is 18 on the page of its component, and 42 of 50 planned, 82.6 % and amber, on the overview, in both languages', async () => {
    const component = await en.get(`/components/prevention?${Y2025}&grain=year&view=table`)
    expect([...tableOf(component.body, 'P13-trend').values()]).toEqual([[18]])
    const rowIn = async (visitor: Visitor, address: string, code: string) => {
      const { body } = await visitor.get(address)
      const at = body.indexOf(code)
      return body.slice(body.lastIndexOf('<tr', at), body.indexOf('</tr>', at))
    }
    const inTable = async (visitor: Visitor) =>
      textOf(await rowIn(visitor, '/overview?quarter=2025-Q4&view=table', '>P13</a>'))
    expect(await inTable(en)).toMatch(/ 42 .* 50 .*Somewhat behind.* 82\.6%/)
    expect(await inTable(vi)).toMatch(/ 42 .* 50 .*Hơi chậm.* 82,6%/)
    const inScorecard = (visitor: Visitor) => rowIn(visitor, '/overview?quarter=2025-Q4', '<b>P13</b> ')
    expect(await inScorecard(en)).toMatch(
      / title="42 to date; planned by now 50; .*<data value="42">42<.*Somewhat behind 82\.6%/s,
    )
    expect(await inScorecard(vi)).toMatch(
      / title="đến nay 42; kế hoạch đến nay 50; .*<data value="42">42<.*Hơi chậm 82,6%/s,
    )
  })

  it("is on the page of a province that province's: 4 in Hà Tĩnh, not 8, in table, picture and CSV", async () => {
    const { body } = await en.get('/provinces/ha-tinh?from=2019-Q1&to=2022-Q1&grain=to-date&view=table')
    const last = [...tableOf(body, 'P13-trend-ha-tinh').values()].at(-1)
    expect(last).toEqual([4])
    const pictures = (await en.get('/indicators/P13?from=2019-Q1&to=2022-Q1&grain=to-date&province=ha-tinh')).body
    expect(chartOf(pictures, 'trend-ha-tinh').data.datasets[0]?.data.at(-1)).toBe(4)
    const csv = await en.get('/indicators/P13/table.csv?from=2019-Q1&to=2022-Q1&grain=to-date&table=over-time')
    expect(csv.body).toMatch(/2022-Q1|Q1 2022/)
    const row = csv.body
      .split('\r\n')
      .filter((line) => line.includes('Hà Tĩnh'))
      .at(-1)!
    expect(row).toMatch(/,4,reported,/)
  })

  it('stands in each quarter as it was reported', async () => {
    const body = await withTables(en, `/indicators/P13?${Y2025}&grain=quarter`)
    expect([...tableOf(body, 'trend').values()]).toEqual([[null], [15], [18], [null]])
  })

  it("is that of the new provinces on today's map, and of the old ones as they were reported", async () => {
    const today = { body: await withTables(en, `/indicators/P13?${Y2025}&grain=year&map=today`) }
    const values = [...tableOf(today.body, 'over-time').values()].flat()
    expect(values).toContain(12)
    expect(values).not.toContain(22)
    const place = async (slug: string, map = '') => {
      const { body } = await en.get(`/figures/origin?indicator=P13&group=${slug}&${Y2025}${map}`)
      return Number(/<p class="big"><data value="([^"]+)"/.exec(body)?.[1])
    }
    expect(await place('hai-phong-2025', '&map=today')).toBe(12)
    expect(await place('quang-tri-2025', '&map=today')).toBe(6)
    expect([await place('hai-phong'), await place('hai-phong-2025'), await place('quang-binh')]).toEqual([10, 12, 5])
  })

  it('a hand-over in Hà Tĩnh is 4, not 8, and the page of its origin names both', async () => {
    const { body } = await en.get('/figures/origin?indicator=P13&group=ha-tinh&from=2019-Q1&to=2022-Q1')
    expect(body).toContain('<p class="big"><data value="4">')
    expect(plain(body)).toMatch(/\(IOM\) \(Hà Tĩnh\) took over from Women's Union of Hà Tĩnh \(Hà Tĩnh\)/)
    const said = await vi.get('/figures/origin?indicator=P13&group=ha-tinh&from=2019-Q1&to=2022-Q1')
    expect(plain(said.body)).toMatch(/IOM.*\(Hà Tĩnh\) đã tiếp nhận nhiệm vụ của .*\(Hà Tĩnh\)/)
  })

  it('is the same a second time, figure by figure', () => {
    const audit = auditFigures(db, NOW_2026)
    expect(audit.differences.map(String)).toEqual([])
    expect(audit.compared).toBeGreaterThan(500)
  })
})

describe('what a merged province became', () => {
  it('has no target of its own, and says since when', async () => {
    for (const map of ['', '&map=today']) {
      const address = `/provinces/quang-tri-2025?from=2025-Q3&to=2025-Q4&grain=quarter&view=table${map}`
      expect(plain((await en.get(address)).body)).toContain('no target since the merger')
      expect(plain((await vi.get(address)).body)).toContain('không có chỉ tiêu từ khi sáp nhập')
    }
    expect(plain((await en.get('/provinces/nghe-an?from=2025-Q3&to=2025-Q4&view=table')).body)).not.toContain(
      'since the merger',
    )
  })
})

describe("a province that was merged away, on today's map", () => {
  it('is answered by its successor, with what else was chosen', async () => {
    const answer = await en.get(`/provinces/quang-binh?${TO_2025}&map=today`)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/provinces/quang-tri-2025?from=2019-Q1&to=2025-Q4&map=today')
    expect((await en.get(String(answer.headers.location))).status).toBe(200)
    expect((await en.get(`/provinces/quang-binh?${TO_2025}`)).status).toBe(200)
    expect((await en.get(`/provinces/nghe-an?${TO_2025}&map=today`)).status).toBe(200)
  })

  it('is refused by name where a figure of its own is asked for, in both languages', async () => {
    const url = `/figures/origin?indicator=P13&group=quang-binh&${TO_2025}&map=today`
    const refused = await en.get(url)
    expect([refused.status, refused.body.includes('data-refused="merged-away"')]).toEqual([422, true])
    expect(plain(refused.body)).toMatch(/On today's map “Quảng Bình” is part of: Quảng Trị/)
    expect(plain((await vi.get(url)).body)).toMatch(/Trên bản đồ hiện nay, “Quảng Bình” thuộc về: Quảng Trị/)
  })
})

describe('the list of provinces after the merger', () => {
  it('has those that ended apart, each with its last day and the way to what it became', async () => {
    const { body } = await en.get('/provinces?quarter=2025-Q4')
    const [there, ended] = body.split('<h2 id="ended">') as [string, string]
    expect(there).toContain('>Quảng Trị (from 1 July 2025)</a></th>')
    expect(there).not.toContain('>Quảng Bình</a></th>')
    expect(plain(ended)).toMatch(/Quảng Bình until 30 Jun 2025 · became Quảng Trị/)
  })
})
