import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Readers, readers, tableOf } from '../visit.ts'

let pilot: Readers
beforeAll(async () => {
  pilot = await readers()
})
afterAll(() => pilot.app.close())

const linesOf = async (url: string) => {
  const { body } = await pilot.en.get(url)
  const lines = body.trimEnd().split('\r\n')
  return lines.map((line) => line.split(','))
}

describe('files of the overview', () => {
  it('have a row for each of the scorecard, in its order, with its figures', async () => {
    const page = await pilot.en.get('/overview?quarter=2021-Q3&only=off-track&sort=pace')
    const rows = page.body.slice(page.body.indexOf('class="scorecard')).split('<tr class="colour-').slice(1)
    const codes = rows.map((row) => /<b>([^<]+)<\/b>/.exec(row)?.[1])
    const [head, ...lines] = await linesOf('/overview/data.csv?quarter=2021-Q3&only=off-track&sort=pace')
    expect(codes.length).toBeGreaterThan(5)
    expect(lines.map(([code]) => code)).toEqual(codes)
    const [latest, toDate] = [head!.indexOf('latest'), head!.indexOf('to_date')]
    for (const [nth, row] of rows.entries()) {
      const exact = [...row.matchAll(/<data value="([^"]+)"/g)].map(([, value]) => Number(value))
      const own = [lines[nth]![latest], lines[nth]![toDate]].filter((value) => value !== '').map(Number)
      expect(exact.slice(0, own.length)).toEqual(own)
    }
  })

  it('say of each province how it stands, and of one province its own figures', async () => {
    const [head, ...lines] = await linesOf('/overview/data.csv?quarter=2021-Q3')
    const v3 = lines.find(([code]) => code === 'V3')!
    expect(['hai-phong', 'hai-phong_state', 'hai-phong_rating'].map((key) => v3[head!.indexOf(key)])).toEqual([
      '58',
      'reported',
      expect.stringMatching(/^(green|amber|red)?$/),
    ])
    const own = await linesOf('/overview/data.csv?quarter=2021-Q3&province=hai-phong')
    expect(own.find(([code]) => code === 'V3')![own[0]!.indexOf('to_date')]).toBe('58')
    const said = await pilot.vi.get('/overview/table.csv?quarter=2021-Q3&province=hai-phong')
    expect(said.body).toContain('Tổng quan, Hải Phòng, Quý III/2021;')
  })

  it('are a workbook with numbers as numbers', async () => {
    const { status, raw } = await pilot.vi.get('/overview/table.xlsx?quarter=2021-Q3')
    expect(status).toBe(200)
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(raw as never)
    const sheet = workbook.worksheets[0]!
    const names = sheet.getRow(3).values as string[]
    const row = sheet.getRows(4, sheet.rowCount)!.find((one) => one.getCell(1).value === 'V3')!
    expect(row.getCell(names.indexOf('Lũy kế')).value).toBe(355)
  })
})

describe.each([
  ['/components/protection', 'V12-trend', 'project'],
  ['/provinces/nghe-an', 'V12-trend-nghe-an', 'nghe-an'],
])('files of %s', (path, id, group) => {
  const span = 'from=2020-Q1&to=2021-Q3'

  it('have every figure of its tables', async () => {
    const page = await pilot.en.get(`${path}?${span}&view=table`)
    const shown = [...tableOf(page.body, id).values()].map(([value]) => value)
    const [head, ...lines] = await linesOf(`${path}/data.csv?${span}`)
    const own = lines.filter((line) => line[0] === 'V12' && line[1] === group)
    expect(own.map((line) => Number(line[head!.indexOf('value')]))).toEqual(shown)
    const onPage = [...page.body.matchAll(/<figure class="chart"/g)].length
    expect(new Set(lines.map(([code]) => code)).size).toBe(onPage)
  })

  it('are offered on the page and on its tables, in one menu', async () => {
    for (const view of ['', '&view=table']) {
      const { body } = await pilot.en.get(`${path}?${span}${view}`)
      for (const file of ['table.xlsx', 'table.csv', 'data.csv', 'table.html'])
        expect(body).toContain(`${path}/${file}`)
    }
    for (const file of ['table.xlsx', 'table.csv', 'table.html'])
      expect((await pilot.en.get(`${path}/${file}?${span}`)).status).toBe(200)
  })
})

describe('the pictures of a page', () => {
  const span = 'quarter=2021-Q3'
  const slidesOn = (page: string) => [
    ...new Set([...page.matchAll(/href="([^"]+\/picture\.svg[^"]*section[^"]*)"/g)].map(([, href]) => href!)),
  ]

  it.each([
    ['/components/protection', 1],
    ['/provinces/nghe-an', 4],
  ])('of %s are offered as slides, one a component, and each has every indicator of it', async (path, count) => {
    const page = await pilot.en.get(`${path}?${span}`)
    const slides = slidesOn(page.body)
    expect(slides).toHaveLength(count)
    const sections = page.body.split('<section class="multiples').slice(1)
    for (const [nth, href] of slides.entries()) {
      const { status, headers, body } = await pilot.en.get(href.replaceAll('&amp;', '&'))
      expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
      for (const part of ['width="1600" height="900"', 'Illustrative figures', 'For staff only', '3P Tracker'])
        expect(body).toContain(part)
      const codes = [...sections[nth]!.matchAll(/<h3>.*?<b>([^<]+)<\/b>/g)].map(([, code]) => code!)
      expect(codes.length).toBeGreaterThan(0)
      for (const code of codes) expect(body, code).toContain(`>${code} `)
    }
  })

  it('are the first component where none is named; what is not there is not found, and what can’t be read is refused', async () => {
    const named = await pilot.vi.get(`/provinces/nghe-an/picture.svg?${span}&section=prevention`)
    expect((await pilot.vi.get(`/provinces/nghe-an/picture.svg?${span}`)).body).toBe(named.body)
    for (const [url, status] of [
      [`/provinces/nghe-an/picture.svg?${span}&section=shoes`, 400],
      ['/components/shoes/picture.svg', 404],
      ['/provinces/nowhere/picture.svg', 404],
      ['/partners/dolisa-nghe-an/picture.svg', 404],
      ['/components/protection/picture.svg?quarter=2021-Q9', 400],
    ] as const)
      expect((await pilot.vi.get(url)).status, url).toBe(status)
  })
})
