import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { loadPilot } from '../../fixtures/load.ts'
import type { ChartData } from '../../src/charts/chart-data.ts'
import type { App } from '../../src/web/context.ts'
import { emptyDb, testApp, Visitor } from '../support/app.ts'
import { demoDb, personaId } from '../support/demo.ts'

const NOW = Date.parse('2022-02-01T09:00:00+07:00')
let db: Db
let app: App
let vi: Visitor
let en: Visitor

function idOf(email: string): number {
  return db.$client.prepare('select id from person where email = ?').pluck().get(`${email}@example.org`) as number
}

beforeAll(async () => {
  db = emptyDb()
  loadPilot(db, { now: NOW, passwordHash: () => 'x' })
  app = await testApp(db, () => NOW)
  vi = await new Visitor(app).become(idOf('iom.manager'), 'vi')
  en = await new Visitor(app).become(idOf('iom.manager'), 'en')
})

/** The table of a chart: exact numbers of its cells by row heading. */
function tableOf(body: string, id: string): Map<string, (number | null)[]> {
  const figure = body.slice(body.indexOf(`id="chart-${id}"`))
  const tbody = figure.slice(figure.indexOf('<tbody>'), figure.indexOf('</tbody>'))
  return new Map(
    tbody
      .split('<tr>')
      .slice(1)
      .map((row) => {
        const heading = plain(/<th scope="row">(.*?)<\/th>/s.exec(row)?.[1] ?? '')
        const cells = row.split('<a class="origin"').slice(1)
        const exact = cells.map((cell) => /<data value="([^"]+)"/.exec(cell)?.[1])
        return [heading, exact.map((value) => (value === undefined ? null : Number(value)))]
      }),
  )
}

function chartOf(body: string, id: string): ChartData {
  const json = new RegExp(`id="chart-${id}-data">(.*?)</script>`, 's').exec(body)?.[1]
  return JSON.parse(json ?? '') as ChartData
}

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}

const SPAN = 'from=2019-Q1&to=2021-Q3'

describe('one value is the same everywhere', () => {
  it.each([
    ['V12', 541],
    ['V3', 355],
  ])('%s to 2021-Q3 is %d in table, picture, CSV, origin and database', async (code, published) => {
    const { body } = await en.get(`/indicators/${code}?${SPAN}&grain=to-date`)
    const rows = [...tableOf(body, 'trend')]
    expect(rows.at(-1)).toEqual(['To Q3 2021 1 Jan 2019 – 30 Sept 2021', [published]])
    expect(chartOf(body, 'trend').data.datasets[0]?.data.at(-1)).toBe(published)
    expect(chartOf(body, 'trend').data.datasets[0]?.data).toEqual(rows.map(([, [value]]) => value))

    const csv = await en.get(`/indicators/${code}/table.csv?${SPAN}&grain=to-date&table=trend`)
    expect(csv.body.trimEnd().split('\r\n').at(-1)).toContain(`,${published},reported,`)

    const origin = await en.get(`/figures/origin?indicator=${code}&group=project&${SPAN}`)
    expect(origin.body).toContain(`<p class="big"><data value="${published}">`)
    const foot = origin.body.slice(origin.body.indexOf('<tfoot>'), origin.body.indexOf('</tfoot>'))
    expect(foot).toContain(`<data value="${published}">`)

    const sum = db.$client
      .prepare(
        `select sum(f.value) from fact f join indicator i on i.id = f.indicator_id join cell c on c.id = f.cell_id
         where i.code = ? and f.quarter <= 2021 * 4 + 2 and f.approved_to is null and c.key like '%sex=%'`,
      )
      .pluck()
      .get(code)
    expect(sum).toBe(published)
  })

  it('ratios: n and d printed, exact quotient in picture and CSV', async () => {
    const { body } = await en.get(`/indicators/V6?${SPAN}&grain=year`)
    const chart = chartOf(body, 'trend').data.datasets[0]!
    const table = [...tableOf(body, 'trend').values()].map(([value]) => value)
    expect(chart.data).toEqual(table)
    const csv = (await en.get(`/indicators/V6/table.csv?${SPAN}&grain=year`)).body.trimEnd().split('\r\n').slice(-3)
    for (const [i, line] of csv.entries()) {
      const cells = line.split(',')
      expect(Number(cells[4])).toBe(table[i])
      expect(Number(cells[6]) / Number(cells[7])).toBe(table[i])
      expect(chart.texts[i]).toContain(`${cells[6]} of ${cells[7]}`)
    }
  })

  it('overview, component, province and indicator page agree', async () => {
    const overview = await vi.get('/overview?quarter=2021-Q3')
    expect(overview.body).toMatch(/V12<\/a>.*?<data value="44">44<\/data>.*?<data value="541">541<\/data>/s)
    const indicator = await vi.get(`/indicators/V12?${SPAN}`)
    const province = await vi.get(`/provinces/hai-phong?${SPAN}&grain=quarter`)
    const side = tableOf(indicator.body, 'over-time')
    const own = tableOf(province.body, 'V12-trend-hai-phong')
    expect([...own.values()].map(([value]) => value)).toEqual([...side.values()].map(([value]) => value))
    const component = await vi.get(`/components/protection?${SPAN}&grain=quarter`)
    expect(tableOf(component.body, 'V12-trend')).toEqual(tableOf(indicator.body, 'trend'))
  })

  it('categories of a partition add up to the total of the period', async () => {
    const { body } = await en.get(`/indicators/V12?${SPAN}&grain=year`)
    const totals = [...tableOf(body, 'trend').values()].map(([value]) => value)
    for (const id of ['by-sex', 'by-level', 'by-agency']) {
      const sums = [...tableOf(body, id).values()].map((row) => row.reduce<number>((sum, one) => sum + (one ?? 0), 0))
      expect(sums).toEqual(totals)
    }
  })

  it('every number on a page leads to a page whose entries make it', async () => {
    const { body } = await vi.get('/indicators/V1?from=2019-Q3&to=2020-Q2&grain=half-year')
    const links = [...body.matchAll(/<a class="origin" href="([^"]+)"><data value="([^"]+)"/g)]
    expect(links.length).toBeGreaterThan(20)
    for (const [, href, value] of links) {
      const origin = await vi.get(href!.replaceAll('&amp;', '&'))
      expect(origin.body, href).toContain(`<p class="big"><data value="${value}">`)
      const foot = /<tfoot>.*<data value="([^"]+)">/s.exec(origin.body)?.[1]
      expect(foot ?? '0', href).toBe(value)
    }
  })
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
    const before = plain((await vi.get('/indicators/V12?to=2021-Q3&asAt=2021-10-17')).body)
    expect(before).toContain('Quý III/2021: 4/5 tỉnh đã báo cáo đủ nên số liệu chưa đầy đủ. Còn thiếu: Nghệ An.')
    expect(before).toContain('chưa đủ: 4/5 báo cáo')
    const after = plain((await vi.get('/indicators/V12?to=2021-Q3')).body)
    expect(after).toContain('Quý III/2021: 5/5 tỉnh đã báo cáo đủ.')
  })

  it('as at an earlier day: the figures of that day', async () => {
    const trend = async (asAt: string) =>
      [...tableOf((await en.get(`/indicators/V12?${SPAN}&asAt=${asAt}`)).body, 'trend').values()].at(-1)
    expect(await trend('2021-10-17')).toEqual([30])
    expect(await trend('2021-10-18')).toEqual([44])
  })

  it('opens on the latest quarter with something approved', async () => {
    expect((await en.get('/overview')).body).toContain('<option value="2021-Q4" selected>')
    expect((await en.get('/overview?asAt=2021-11-01')).body).toContain('<option value="2021-Q3" selected>')
  })

  it('states look different: zero, not reported, not due, not added up', async () => {
    const v12 = plain((await en.get('/indicators/V12')).body)
    expect(v12).toMatch(/Q2 2020 1 Apr 2020 – 30 Jun 2020 0 persons/)
    expect(v12).toMatch(/– not reported/)
    const v11 = plain((await en.get('/indicators/V11')).body)
    expect(v11).toContain('not due')
    expect(v11).toContain('not added up')
    expect(v11).toContain('Cannot be added: the same person may be counted by several reporters.')
  })

  it('a picture has a gap where nothing was reported', async () => {
    const lines = chartOf((await en.get('/indicators/V12')).body, 'over-time').data.datasets
    const haTinh = lines.find(({ label }) => label === 'Hà Tĩnh')
    expect([haTinh?.data.at(-1), haTinh?.gaps.at(-1)]).toEqual([null, '–'])
  })

  it('a figure that is not settled says so in the picture too', async () => {
    const drawn = async (url: string, id: string) => chartOf((await en.get(url)).body, id)
    const v3 = await drawn('/indicators/V3?to=2021-Q4', 'trend')
    expect([v3.data.datasets[0]?.flags.at(-1), v3.data.datasets[0]?.texts.at(-1)]).toEqual([
      ['partial'],
      '6 · partial: 1 of 5 reports',
    ])
    expect(v3.options.key.join()).toMatch(/Hollow point: partial/)
    const p13 = await drawn('/indicators/P13?to=2021-Q4', 'provinces')
    expect(p13.data.datasets[0]?.flags.filter((flags) => flags.includes('carried'))).toHaveLength(2)
    expect(p13.options.key.join()).toMatch(/Hatched bar.*: carried forward/)
    const settled = await drawn('/indicators/V12?to=2021-Q3', 'trend')
    expect([settled.data.datasets[0]?.flags.flat(), settled.options.key]).toEqual([[], []])
  })

  it('rows that may hold the same person say so and are not stacked', async () => {
    const { body } = await en.get('/indicators/V2')
    expect(chartOf(body, 'by-form').options.stacked).toBe(false)
    expect(chartOf(body, 'by-status').options.stacked).toBe(true)
    const form = body.slice(body.indexOf('id="chart-by-form"'))
    expect(form).toContain('A person may stand in several rows: these numbers have no total.')
  })

  it('marks what a donor would not see, and only that', async () => {
    const { body } = await en.get('/indicators/V2?from=2021-Q1&to=2021-Q2')
    const cells = body.split('<a class="origin"').slice(1)
    for (const cell of cells) {
      const value = Number(/<data value="([^"]+)"/.exec(cell)?.[1] ?? 0)
      expect(cell.split('</td>')[0]!.includes('donor: [c]')).toBe(value >= 1 && value <= 4)
    }
    expect((await en.get('/indicators/V12')).body.split('id="legend"')[0]).not.toContain('donor: [c]')
  })

  it("today's map after the merger: the successor holds its predecessors, and says it is larger", async () => {
    const own = demoDb()
    const later = await testApp(own, () => Date.parse('2025-08-01T09:00:00+07:00'))
    const visitor = await new Visitor(later).become(personaId(own, 'iom.manager@example.org'), 'en')
    const old = tableOf((await visitor.get(`/indicators/V12?${SPAN}`)).body, 'provinces')
    const today = await visitor.get(`/indicators/V12?${SPAN}&map=today`)
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

describe('refusals, the same in every outlet', () => {
  const outlets = (query: string) => [
    `/indicators/V12?${query}`,
    `/indicators/V12/table.csv?${query}`,
    `/figures/origin?indicator=V12&${query}`,
  ]
  it.each([
    ['to=2021-Q5', 'bad-period'],
    ['asAt=2031-01-01', 'bad-period'],
    ['from=2021-Q3&to=2021-Q1', 'empty-span'],
    ['from=2018-Q1&to=2018-Q4', 'before-project'],
  ])('%s: %s', async (query, code) => {
    for (const url of outlets(query)) {
      const { status, body } = await en.get(url)
      expect([url, status, body.includes(`data-refused="${code}"`)]).toEqual([url, 422, true])
    }
  })

  it.each([
    ['/indicators/V99', 404, 'unknown-indicator'],
    ['/indicators/V99/table.csv', 404, 'unknown-indicator'],
    ['/figures/origin?indicator=V99', 404, 'unknown-indicator'],
    ['/figures/origin', 404, 'unknown-indicator'],
    ['/provinces/atlantis', 404, 'unknown-place'],
    ['/provinces/project', 404, 'unknown-place'],
    ['/figures/origin?indicator=V12&group=atlantis', 404, 'unknown-place'],
    ['/provinces/quang-tri-2025', 422, 'place-not-in-span'],
    ['/figures/origin?indicator=V12&group=hai-phong-2025', 422, 'place-not-in-span'],
    ['/figures/origin?indicator=V12&cell=shoe%3Dsmall', 422, 'unknown-breakdown'],
    ['/figures/origin?indicator=V12&cell=sex%3Dpurple', 422, 'unknown-category'],
    ['/figures/origin?indicator=V1&cell=age-16%3Dunder-16&from=2020-Q1&to=2020-Q4', 422, 'category-of-old-scheme'],
  ])('%s: %d %s', async (url, status, code) => {
    const answer = await en.get(url)
    expect([answer.status, answer.body.includes(`data-refused="${code}"`)]).toEqual([status, true])
    expect(plain(answer.body)).not.toContain('figures:refused')
  })

  it.each(['/components/finance', '/indicators/V12/table.csv?table=by-shoe'])('%s does not exist', async (url) => {
    expect((await en.get(url)).status).toBe(404)
  })

  it('an address no page of ours makes is a bad request', async () => {
    for (const query of ['basis=guess', 'grain=week', 'map=mars']) {
      expect((await en.get(`/indicators/V12?${query}`)).status).toBe(400)
    }
  })

  it('prints back nothing that could run', async () => {
    const { body } = await en.get(`/figures/origin?indicator=${encodeURIComponent('<script>alert(1)</script>')}`)
    expect(body).not.toContain('<script>alert')
  })
})

describe('who sees figures', () => {
  const urls = [
    '/overview',
    '/components/protection',
    '/provinces/ha-tinh',
    '/indicators/V12',
    '/indicators/V12/table.csv',
    '/figures/origin?indicator=V12',
  ]
  it.each(['dolisa.ha-tinh', 'donor.homeoffice', 'stranger', 'admin'])('%s finds nothing', async (email) => {
    const visitor = await new Visitor(app).become(idOf(email))
    for (const url of urls) expect((await visitor.get(url)).status).toBe(404)
  })

  it('somebody who has not signed in is asked to', async () => {
    for (const url of urls) expect((await new Visitor(app).get(url)).location).toContain('/sign-in?next=')
  })

  it('the wrong verb is told so', async () => {
    for (const url of urls) expect((await en.post(url.split('?')[0]!)).status).toBe(405)
  })

  it('a file without a project has no figures, and says so', async () => {
    const empty = emptyDb()
    empty.$client
      .prepare(
        `insert into person (email, name, role, language, password_hash, created_at) values ('m@example.org', 'M', 'manager', 'en', 'x', 0)`,
      )
      .run()
    const none = await testApp(empty, () => NOW)
    const visitor = await new Visitor(none).become(1)
    const { status, body } = await visitor.get('/overview')
    expect([status, plain(body).includes('There is no project in this file yet')]).toEqual([200, true])
    await none.close()
  })
})

describe('a page is kept until something is written', () => {
  it('shows a correction at once', async () => {
    const url = '/indicators/P14?from=2021-Q1&to=2021-Q2'
    const first = tableOf((await en.get(url)).body, 'trend')
    expect(tableOf((await en.get(url)).body, 'trend')).toEqual(first)
    const [before] = [...first.values()][0]!
    const key = db.$client
      .prepare(
        `select f.indicator_id, f.quarter, f.place_id, f.partner_id, f.cell_id from fact f
         join indicator i on i.id = f.indicator_id
         where i.code = 'P14' and f.quarter = 2021 * 4 and f.value > 0 and f.approved_to is null limit 1`,
      )
      .raw()
      .get() as number[]
    const where = 'indicator_id = ? and quarter = ? and place_id = ? and partner_id = ? and cell_id = ?'
    db.$client.prepare(`update fact set approved_to = ${NOW} where ${where} and approved_to is null`).run(key)
    db.$client
      .prepare(
        `insert into fact select indicator_id, quarter, place_id, partner_id, cell_id, ${NOW}, null, state, value + 1000, base
         from fact where ${where} and approved_to = ${NOW}`,
      )
      .run(key)
    const [after] = [...tableOf((await en.get(url)).body, 'trend').values()][0]!
    expect(after).toBe(before! + 1000)
  })

  it('gives each person their own token', async () => {
    const token = (body: string) => /name="_csrf" value="([^"]+)"/.exec(body)?.[1]
    const other = await new Visitor(app).become(idOf('bc.manager'), 'en')
    const [mine, theirs] = [await en.get('/overview'), await other.get('/overview')]
    expect(token(mine.body)).not.toBe(token(theirs.body))
    expect(theirs.body).not.toContain('Trần Minh Họa')
  })
})
