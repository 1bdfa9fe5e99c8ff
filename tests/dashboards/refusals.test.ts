import { beforeAll, describe, expect, it } from 'vitest'
import { plain, type Readers, readers } from './visit.ts'

let en: Readers['en']

beforeAll(async () => {
  ;({ en } = await readers())
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
    ['from=1990-Q1', 'before-project'],
    ['to=2100-Q4', 'after-project'],
    ['quarter=2022-Q1', 'after-project'],
  ])('%s: %s', async (query, code) => {
    const [page, ...others] = outlets(query)
    const shown = await en.get(page!)
    expect([shown.status, shown.body.includes(`data-refused="${code}"`)]).toEqual([200, true])
    for (const url of others) {
      const { status, body } = await en.get(url)
      expect([url, status, body.includes(`data-refused="${code}"`)]).toEqual([url, 400, true])
    }
  })

  it('of a period outside of the project name its first and last quarter, on every page', async () => {
    const pages = [
      '/overview',
      '/components/protection',
      '/provinces/nghe-an',
      ...outlets('').map((url) => url.replace(/[?&]$/, '')),
    ]
    const isOne = (page: string) => page.includes('table.csv') || page.includes('origin')
    for (const page of pages) {
      const url = `${page}${page.includes('?') ? '&' : '?'}to=2100-Q4`
      const { status, body } = await en.get(url)
      expect([url, status]).toEqual([url, isOne(page) ? 400 : 200])
      expect(plain(body)).toContain('“2100-Q4” lies after the project, which runs from 2019-Q1 to 2021-Q4.')
      if (isOne(page)) expect(body.length).toBeLessThan(20_000)
    }
  })

  it.each([
    ['/indicators/V99', 404, 'unknown-indicator'],
    ['/indicators/V99/table.csv', 404, 'unknown-indicator'],
    ['/figures/origin?indicator=V99', 404, 'unknown-indicator'],
    ['/figures/origin', 404, 'unknown-indicator'],
    ['/provinces/atlantis', 404, 'unknown-place'],
    ['/provinces/project', 404, 'unknown-place'],
    ['/components/finance', 404, 'unknown-component'],
    ['/components/finance?view=table', 404, 'unknown-component'],
    ['/compare?asAt=2018-01-01', 422, 'nothing-measured'],
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

  it('a table, a picture or a span that a page has not is no file: it names what can’t be had', async () => {
    for (const [url, name, status] of [
      ['/indicators/V12/table.csv?table=by-shoe', 'table', 400],
      ['/indicators/V12/picture.svg?picture=shoes', 'picture', 400],
      ['/components/protection/picture.svg?section=shoes', 'section', 400],
      ['/components/protection/table.csv?to=zz', 'to', 400],
      ['/provinces/nghe-an/data.csv?grain=week', 'grain', 400],
      ['/overview/table.csv?only=shoes', 'only', 400],
      ['/overview/data.csv?to=zz', 'to', 400],
      ['/compare/table.csv?panel=3', 'panel', 400],
    ] as const) {
      const answer = await en.get(url)
      expect([url, answer.status, answer.body.includes(`data-parameter="${name}"`)]).toEqual([url, status, true])
    }
  })

  it.each([
    ['/indicators/V99', 'There is no indicator “V99”.', ['/indicators', '/overview']],
    ['/components/finance', 'There is no component “finance”.', ['/components', '/overview']],
    ['/provinces/atlantis', 'There is no place “atlantis”.', ['/provinces', '/overview']],
    ['/figures/origin', 'This address names no indicator.', ['/indicators', '/overview']],
    [
      '/indicators/V12?grain=year&asAt=2018-01-01',
      'the project had no indicator “V12” yet.',
      ['/indicators/V12?grain=year', '/indicators', '/overview'],
    ],
    ['/compare?of=days&asAt=2018-01-01', 'No indicator was measured then', ['/compare?of=days', '/overview']],
  ])('%s says what is not there, and leads to where it may be', async (url, sentence, ways) => {
    const { body } = await en.get(url)
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
    expect(plain(main)).toContain(sentence)
    expect([...main.matchAll(/<li><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual(ways)
  })

  it('a day before anything was known is told once, not as a choice that fits nothing', async () => {
    for (const page of ['/overview', '/indicators', '/components', '/provinces']) {
      const { status, body } = await en.get(`${page}?asAt=2018-01-01`)
      expect([page, status, body.match(/class="notice/g)]).toEqual([page, 200, ['class="notice']])
      expect(plain(body)).toContain('By 1 Jan 2018 nothing had been approved')
    }
  })

  it('an address no page of ours makes shows the usual and names what it is; one figure and a file refuse it', async () => {
    for (const query of ['basis=guess', 'grain=week', 'map=mars']) {
      const [name, value] = query.split('=') as [string, string]
      const { status, body } = await en.get(`/indicators/V12?${query}&from=2020-Q1`)
      expect([status, body.includes(`data-parameter="${name}"`), plain(body).includes(`“${value}”`)]).toEqual([
        200,
        true,
        true,
      ])
      // What could be shown stays, and no link carries on what could not.
      expect(body).toContain('from=2020-Q1')
      expect(body.slice(body.indexOf('<main'))).not.toContain(query)
      for (const url of outlets(query).slice(1)) {
        const refused = await en.get(url)
        expect([url, refused.status, refused.body.includes(`data-parameter="${name}"`)]).toEqual([url, 400, true])
        expect(refused.body.slice(refused.body.indexOf('<main'))).not.toContain(`href="${url}`)
      }
    }
  })

  it('a program that asks for JSON is told with 400, by the name of each parameter', async () => {
    const json = { accept: 'application/json' }
    for (const path of ['/overview', '/components/protection', '/provinces/nghe-an', '/indicators/V12']) {
      const answer = await en.get(`${path}?map=moon&quarter=zz`, json)
      expect([path, answer.status, answer.headers['content-type']]).toEqual([
        path,
        400,
        'application/problem+json; charset=utf-8',
      ])
      const problem = JSON.parse(answer.body) as { status: number; errors: { parameter: string; code: string }[] }
      expect(problem.errors.map(({ parameter, code }) => [parameter, code])).toEqual([
        ['quarter', 'bad-period'],
        ['map', 'not-offered'],
      ])
    }
    expect((await en.get('/overview', json)).headers['content-type']).toContain('text/html')
    const figure = await en.get('/figures/origin?indicator=V99', json)
    expect([figure.status, JSON.parse(figure.body).errors[0].code]).toEqual([404, 'unknown-indicator'])
  })

  it('prints back nothing that could run', async () => {
    const { body } = await en.get(`/figures/origin?indicator=${encodeURIComponent('<script>alert(1)</script>')}`)
    expect(body).not.toContain('<script>alert')
  })
})
