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
    for (const url of outlets(query)) {
      const { status, body } = await en.get(url)
      expect([url, status, body.includes(`data-refused="${code}"`)]).toEqual([url, 422, true])
    }
  })

  it('of a period outside of the project name its first and last quarter, on every page', async () => {
    const pages = [
      '/overview',
      '/components/protection',
      '/provinces/nghe-an',
      ...outlets('').map((url) => url.replace(/[?&]$/, '')),
    ]
    for (const page of pages) {
      const url = `${page}${page.includes('?') ? '&' : '?'}to=2100-Q4`
      const { status, body } = await en.get(url)
      expect([url, status]).toEqual([url, 422])
      expect(plain(body)).toContain('“2100-Q4” lies after the project, which runs from 2019-Q1 to 2021-Q4.')
      expect(body.length).toBeLessThan(20_000)
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
