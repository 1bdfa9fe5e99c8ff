import { beforeAll, describe, expect, it } from 'vitest'
import { testApp, Visitor } from '../support/app.ts'
import { demoDb, personaId } from '../support/demo.ts'
import { chartOf, plain, type Readers, readers, SPAN, tableOf, withTables } from './visit.ts'

let vi: Readers['vi']
let en: Readers['en']

beforeAll(async () => {
  ;({ vi, en } = await readers())
})

describe('what the pages say', () => {
  it.each([
    ['/overview', 'Overview', 'Tổng quan'],
    ['/components/prevention', 'Prevention', 'Phòng ngừa'],
    ['/components/prosecution', 'Prosecution', 'Truy tố'],
    ['/components/protection', 'Protection', 'Bảo vệ'],
    ['/provinces/ha-tinh', 'Hà Tĩnh', 'Hà Tĩnh'],
    ['/indicators/J11', 'J11.', 'J11.'],
    ['/indicators/V11', 'V11.', 'V11.'],
    ['/indicators/P3', 'P3.', 'P3.'],
    ['/indicators/I1', 'I1.', 'I1.'],
    ['/figures/origin?indicator=J11&group=project&from=2021-Q1&to=2021-Q3', 'Where does', 'từ đâu ra'],
    ['/figures/origin?indicator=V9&group=ha-tinh&from=2021-Q1&to=2021-Q4', 'Where does', 'từ đâu ra'],
  ])('%s in both languages, with no key left over', async (url, inEnglish, inVietnamese) => {
    for (const [visitor, words] of [[en, inEnglish] as const, [vi, inVietnamese] as const]) {
      const { status, body } = await visitor.get(url)
      expect(status).toBe(200)
      expect(/<h1>(.*?)<\/h1>/s.exec(body)?.[1]).toContain(words)
      expect(plain(body.slice(body.indexOf('<main')))).not.toMatch(
        /\b(charts|figures|indicators):|\bundefined\b(?!:)|\{\{|NaN|\[object/,
      )
    }
  })

  it('partial in words: 4 of 5 provinces, then 5 of 5', async () => {
    for (const url of ['/overview?quarter=2021-Q3', '/indicators/V12?to=2021-Q3', '/indicators/V3?to=2021-Q3']) {
      const before = plain((await en.get(`${url}&asAt=2021-10-17`)).body)
      expect(before).toMatch(/Q3 2021: \d of 5 provinces have reported everything expected; the figures are partial\./)
    }
    const before = plain(await withTables(vi, '/indicators/V12?to=2021-Q3&asAt=2021-10-17'))
    expect(before).toContain('Quý III/2021: 4/5 tỉnh đã báo cáo đủ nên số liệu chưa đầy đủ. Còn thiếu: Nghệ An.')
    expect(before).toContain('chưa đủ: 4/5 báo cáo')
    const after = plain(await withTables(vi, '/indicators/V12?to=2021-Q3'))
    expect(after).toContain('Quý III/2021: 5/5 tỉnh đã báo cáo đủ.')
  })

  it('an indicator is rated against what was planned by then; the target of the whole project stands beside it', async () => {
    const rowOf = async (query: string, code: string) => {
      const { body } = await en.get(`/overview?${query}&view=table`)
      return plain(body.slice(body.indexOf(`">${code}</a>`)).split('</tr>')[0]!)
    }
    expect(await rowOf('quarter=2019-Q1', 'V3')).toMatch(/15 persons.* 15 On track 100% 400 \(3\.8%\)$/)
    expect(await rowOf('quarter=2019-Q2', 'P5')).toMatch(/this is the baseline 65% \(0%\)$/)
    expect(await rowOf('quarter=2021-Q4', 'V3')).toMatch(/◌ On track so far/)
    const nghean = plain((await en.get('/provinces/nghe-an?view=table')).body)
    const j11 = nghean.slice(nghean.indexOf('J11'), nghean.indexOf('J12'))
    expect(j11).toContain('Issued')
    expect(j11).not.toContain('133')
    const survey = plain(await withTables(en, '/indicators/P5'))
    expect(survey).toContain('this is the baseline')
  })

  it('a change compares like with like, or says why not', async () => {
    const rowOf = async (query: string, code: string) => {
      const { body } = await en.get(`/overview?${query}&view=table`)
      return plain(body.slice(body.indexOf(`">${code}</a>`)).split('</tr>')[0]!)
    }
    expect(await rowOf('quarter=2021-Q4', 'V3')).toContain('not compared: 1 of 5 reports here, 5 of 5 reports then')
    expect(await rowOf('quarter=2019-Q3', 'V3')).toMatch(/persons [+−]\d+ /)
    expect(await rowOf('quarter=2020-Q2', 'J8')).toMatch(/[+−][\d.]+ points against H2 2019/)
    expect(await rowOf('quarter=2020-Q4', 'V13')).toMatch(/([+−]\d+|no change) against 2019/)
    expect(await rowOf('quarter=2020-Q3', 'P6')).toContain('against Baseline survey')
    expect(await rowOf('quarter=2020-Q3', 'V13')).not.toContain('against')
  })

  it('a restated figure carries [r] wherever it stands; its origin says what it was, when, by whom and why it changed', async () => {
    const at = 'from=2020-Q3&to=2020-Q3'
    const page = plain(await withTables(en, `/indicators/V3?${at}`))
    expect(page).toMatch(/Q3 2020 1 Jul 2020 – 30 Sept 2020 [\d,]+ persons \[r\]/)
    expect(page).toContain('[r] beside a number: revised.')
    expect(plain((await en.get('/overview?quarter=2020-Q3&view=table')).body)).toMatch(
      /V3 Clients .*? persons [\d,]+ persons \[r\]/,
    )
    const scorecard = (await en.get('/overview?quarter=2020-Q3')).body
    expect(
      plain(scorecard.slice(scorecard.indexOf('<b>V3</b> Clients receiving at least one tailored service</a></th>'))),
    ).toMatch(/^V3 Clients receiving at least one tailored service [\d,]+ persons \[r\]/)
    const trend = (query: string) => en.get(`/indicators/V3/table.csv?${query}&table=trend`)
    expect((await trend(at)).body).toContain(',revised,')
    expect((await trend(`${at}&asAt=2021-02-01`)).body).not.toContain('revised')
    const origin = plain((await en.get(`/figures/origin?indicator=V3&group=nghe-an&${at}`)).body)
    const table = origin.slice(
      origin.indexOf('Corrected after it had been approved'),
      origin.indexOf('Entries behind it'),
    )
    expect(table).toMatch(/Approved anew: .*, 12 Feb 2021 \d+:\d+\. Why it was re-opened: ./)
    expect(table).toContain('Before Now Approved anew')
    expect(table).toMatch(/12 Feb 2021/)
    expect(plain((await en.get(`/figures/origin?indicator=V3&group=ha-tinh&${at}`)).body)).not.toContain(
      'Corrected after',
    )
  })

  it('the origin of a figure says what was planned by which day, and where that comes from', async () => {
    const v3 = plain((await en.get('/figures/origin?indicator=V3&group=project&from=2019-Q1&to=2019-Q1')).body)
    expect(v3).toContain('Planned by 31 Mar 2019: 15 (the target for 1 Jan 2019 – 31 Mar 2019)')
    expect(v3).toContain('Life-of-project target: 400 (3.8%)')
  })

  it('as at an earlier day: the figures of that day', async () => {
    const trend = async (asAt: string) =>
      [...tableOf(await withTables(en, `/indicators/V12?${SPAN}&asAt=${asAt}`), 'trend').values()].at(-1)
    expect(await trend('2021-10-17')).toEqual([30])
    expect(await trend('2021-10-18')).toEqual([44])
  })

  it('opens on the last quarter for which everything expected has come, with the one after it beside it', async () => {
    const opened = async (address: string) => /<option value="([^"]+)" selected/.exec((await en.get(address)).body)?.[1]
    expect(await opened('/overview')).toBe('2021-Q3')
    expect(await opened('/overview?view=table')).toBe('2021-Q3')
    expect(plain((await en.get('/overview')).body)).toMatch(/Q4 2021 is coming in \d+ of 32 approved, \d+ to approve/)
    // In October the third quarter was not complete yet: the second was.
    expect(await opened('/overview?asAt=2021-10-17')).toBe('2021-Q2')
    // The pages that a trend stands on still end with the latest quarter that anything was approved of.
    expect(await withTables(en, '/indicators/V3')).toContain('<option value="2021-Q4" selected>')
  })

  it('leads from the overview to other pages in the quarter that it shows', async () => {
    const { body } = await en.get('/overview')
    const links = [...body.matchAll(/href="(\/(?:indicators|provinces|components)\/[^"]*)"/g)].map(([, href]) => href!)
    expect(links.length).toBeGreaterThan(40)
    expect(links.filter((href) => !href.includes('to=2021-Q3'))).toEqual([])
  })

  it('states look different: zero, not reported, not due, not added up', async () => {
    const v12 = plain(await withTables(en, '/indicators/V12'))
    expect(v12).toMatch(/Q2 2020 1 Apr 2020 – 30 Jun 2020 0 persons/)
    expect(v12).toMatch(/\[x\] not reported/)
    const v11 = plain(await withTables(en, '/indicators/V11'))
    expect(v11).toContain('[d] not due')
    expect(v11).toContain('[a] not added up')
    expect(v11).toContain('Cannot be added: the same person may be counted by several reporters.')
  })

  it('a picture has a gap where nothing was reported', async () => {
    const lines = chartOf(await withTables(en, '/indicators/V12'), 'over-time').data.datasets
    const haTinh = lines.find(({ label }) => label === 'Hà Tĩnh')
    expect([haTinh?.data.at(-1), haTinh?.gaps.at(-1)]).toEqual([null, '[x]'])
  })

  it('a figure that is not settled says so in the picture too', async () => {
    const drawn = async (url: string, id: string) => chartOf((await en.get(url)).body, id)
    const v3 = await drawn('/indicators/V3?to=2021-Q4', 'trend')
    expect([v3.data.datasets[0]?.flags.at(-1), v3.data.datasets[0]?.texts.at(-1)]).toEqual([
      ['partial'],
      '6 persons · partial: 1 of 5 reports',
    ])
    expect(v3.options.key.join()).toMatch(/Hollow point: partial/)
    const p13 = await drawn('/indicators/P13?to=2021-Q4', 'provinces')
    expect(p13.data.datasets[0]?.flags.filter((flags) => flags.includes('carried'))).toHaveLength(2)
    expect(p13.options.key.join()).toMatch(/Hatched bar.*: carried forward/)
    const settled = await drawn('/indicators/V12?to=2021-Q3', 'trend')
    expect([settled.data.datasets[0]?.flags.flat(), settled.options.key]).toEqual([[], []])
  })

  it('rows that may hold the same person say so and are not stacked', async () => {
    const body = await withTables(en, '/indicators/V2')
    expect(chartOf(body, 'by-form').options.stacked).toBe(false)
    expect(chartOf(body, 'by-status').options.stacked).toBe(true)
    const form = body.slice(body.indexOf('id="chart-by-form"'))
    expect(form).toContain('A person may stand in several rows: these numbers have no total.')
  })

  it('marks no figure as if a donor would see the others, and says what is for staff only', async () => {
    const { body } = await en.get('/indicators/V2?from=2021-Q1&to=2021-Q2&view=table')
    expect(body).toMatch(/<data value="[1-4]">/)
    expect(body).not.toContain('small: [c]')
    expect(body).toContain('For staff only')
    expect((await en.get('/indicators/V12?view=table')).body).not.toContain('For staff only')
  })

  it("today's map after the merger: the successor holds its predecessors, and says it is larger", async () => {
    const own = demoDb()
    const later = await testApp(own, () => Date.parse('2025-08-01T09:00:00+07:00'))
    const visitor = await new Visitor(later).become(personaId(own, 'iom.manager@example.org'), 'en')
    const old = tableOf(await withTables(visitor, `/indicators/V12?${SPAN}`), 'provinces')
    const today = { body: await withTables(visitor, `/indicators/V12?${SPAN}&map=today`) }
    expect(tableOf(today.body, 'provinces').get('Quảng Trị (from 1 July 2025)')).toEqual(old.get('Quảng Bình'))
    expect(plain(today.body)).toContain('The new unit is larger than the project area.')
    const lines = chartOf(today.body, 'over-time').data.datasets
    expect(lines.map(({ label }) => label).filter((label) => label.endsWith('[b]'))).toEqual([
      'Hải Phòng (from 1 July 2025) [b]',
      'Quảng Trị (from 1 July 2025) [b]',
    ])
    await later.close()
  })
})
