import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Readers, readers, SPAN } from '../visit.ts'

let pilot: Readers
beforeAll(async () => {
  pilot = await readers()
})
afterAll(() => pilot.app.close())

const FILES = [
  ['table.csv', 'text/csv; charset=utf-8'],
  ['data.csv', 'text/csv; charset=utf-8'],
  ['table.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['table.html', 'text/html; charset=utf-8'],
  ['picture.svg', 'image/svg+xml; charset=utf-8'],
] as const

describe('files of an indicator', () => {
  it.each(FILES)('%s is what it says, is kept by nobody, and has a name in words', async (file, type) => {
    const { status, headers } = await pilot.vi.get(`/indicators/V3/${file}?${SPAN}`)
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, 'no-store'])
    if (file === 'table.html') return
    const said = String(headers['content-disposition'])
    expect(said.startsWith(file === 'picture.svg' ? 'inline; ' : 'attachment; ')).toBe(true)
    expect(said).toMatch(/filename="V3\.-So-nguoi-thu-huong-[\w.-]+"; filename\*=UTF-8''[\w%.~-]+$/)
    expect(decodeURIComponent(said.split("UTF-8''")[1]!)).toMatch(/^V3\. Số người thụ hưởng .+, 2019-Q1–2021-Q3/)
  })

  it('follow the filters of the page: its span, its area, its table', async () => {
    const machine = async (query: string) =>
      (await pilot.en.get(`/indicators/V3/data.csv?${query}`)).body.trimEnd().split('\r\n').slice(1)
    const lines = await machine('from=2020-Q1&to=2020-Q4&grain=quarter&province=nghe-an')
    expect(lines.map((line) => line.split(',').slice(0, 3))).toEqual(
      [1, 2, 3, 4].map((nth) => ['V3', 'nghe-an', `2020-Q${nth}`]),
    )
    const bySex = await machine('from=2020-Q1&to=2020-Q4&grain=year&table=by-sex')
    expect(new Set(bySex.map((line) => line.split(',')[3]!.split('=')[0]))).toEqual(new Set(['sex']))
  })

  it('a slide has the words of its reader, its unit and dates, and that figures are illustrative', async () => {
    const { body } = await pilot.en.get(`/indicators/V3/picture.svg?${SPAN}`)
    expect(body.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true)
    for (const part of [
      'width="1600" height="900"',
      'Rose from 15 (Q1 2019)',
      'persons · 1 Jan 2019',
      'Illustrative figures',
      'As at: 1 Feb 2022',
    ])
      expect(body).toContain(part)
    const ranked = await pilot.en.get(`/indicators/V3/picture.svg?${SPAN}&picture=by-service&period=2021-Q1`)
    expect([ranked.status, ranked.body.includes('Q1 2021')]).toEqual([200, true])
  })

  it.each(['/provinces/nghe-an', '/components/protection', '/components/prosecution'])(
    'what %s offers as a slide is there, of what the page is of, and offered with every picture alone',
    async (page) => {
      const { body } = await pilot.en.get(`${page}?${SPAN}`)
      const cards = body.split('<li class="multiple-card"').slice(1)
      expect(cards.length).toBeGreaterThan(0)
      for (const card of cards) {
        const [, href] = card.match(/href="([^"]*picture\.svg[^"]*)"/) ?? []
        expect([card.slice(0, 60), href !== undefined]).toEqual([
          card.slice(0, 60),
          card.includes('class="picture-of"'),
        ])
        if (!href) continue
        const slide = await pilot.en.get(href.replaceAll('&amp;', '&'))
        expect([href, slide.status]).toEqual([href, 200])
        if (page.startsWith('/provinces')) expect(slide.body).toContain('Nghệ An')
      }
    },
  )

  it.each([
    ['/indicators/V99/table.xlsx', 404],
    ['/indicators/V3/picture.svg?picture=by-shoe', 400],
    ['/indicators/V3/table.html?table=x', 400],
  ])('%s: %d', async (url, status) => expect((await pilot.en.get(url)).status).toBe(status))
})
