import { beforeAll, describe, expect, it } from 'vitest'
import { chartOf, type Readers, readers, SPAN, tableOf, withTables } from './visit.ts'

let db: Readers['db']
let vi: Readers['vi']
let en: Readers['en']

beforeAll(async () => {
  ;({ db, vi, en } = await readers())
})

describe('one value is the same everywhere', () => {
  it.each([
    ['V12', 541],
    ['V3', 355],
  ])('%s to 2021-Q3 is %d in table, picture, CSV, origin and database', async (code, published) => {
    const body = await withTables(en, `/indicators/${code}?${SPAN}&grain=to-date`)
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
    const body = await withTables(en, `/indicators/V6?${SPAN}&grain=year`)
    const chart = chartOf(body, 'trend').data.datasets[0]!
    const table = [...tableOf(body, 'trend').values()].map(([value]) => value)
    expect(chart.data).toEqual(table)
    const linesOf = async (file: string) =>
      (await en.get(`/indicators/V6/${file}?${SPAN}&grain=year`)).body
        .trimEnd()
        .split('\r\n')
        .slice(-3)
        .map((line) => line.split(','))
    const exact = await linesOf('data.csv')
    expect(exact.map(([, , , , , , value]) => Number(value))).toEqual(table)
    for (const [i, cells] of (await linesOf('table.csv')).entries()) {
      expect(cells[4]).toBe(`${Number((table[i]! * 100).toPrecision(15))}%`)
      expect(Number(cells[6]) / Number(cells[7])).toBe(table[i])
      expect(chart.texts[i]).toContain(`${cells[6]} of ${cells[7]}`)
    }
  })

  it('overview, component, province and indicator page agree', async () => {
    const overview = await vi.get('/overview?quarter=2021-Q3')
    expect(overview.body).toMatch(/V12<\/b>.*?<data value="44">44<\/data>.*?<data value="541">541<\/data>/s)
    const table = await vi.get('/overview?quarter=2021-Q3&view=table')
    expect(table.body).toMatch(/V12<\/a>.*?<data value="44">44<\/data>.*?<data value="541">541<\/data>/s)
    const indicator = { body: await withTables(vi, `/indicators/V12?${SPAN}`) }
    const province = await vi.get(`/provinces/hai-phong?${SPAN}&grain=quarter&view=table`)
    const side = tableOf(indicator.body, 'over-time')
    const own = tableOf(province.body, 'V12-trend-hai-phong')
    expect([...own.values()].map(([value]) => value)).toEqual([...side.values()].map(([value]) => value))
    const component = await vi.get(`/components/protection?${SPAN}&grain=quarter&view=table`)
    expect(tableOf(component.body, 'V12-trend')).toEqual(tableOf(indicator.body, 'trend'))
  })

  it('categories of a partition add up to the total of the period', async () => {
    const body = await withTables(en, `/indicators/V12?${SPAN}&grain=year`)
    const totals = [...tableOf(body, 'trend').values()].map(([value]) => value)
    for (const id of ['by-sex', 'by-level', 'by-agency']) {
      const sums = [...tableOf(body, id).values()].map((row) => row.reduce<number>((sum, one) => sum + (one ?? 0), 0))
      expect(sums).toEqual(totals)
    }
  })

  it('every number on a page leads to a page whose entries make it', async () => {
    const body = await withTables(vi, '/indicators/V1?from=2019-Q3&to=2020-Q2&grain=half-year')
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
