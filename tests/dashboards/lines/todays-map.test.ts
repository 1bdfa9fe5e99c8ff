import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { personaId } from '../../support/demo.ts'
import { NOW_2026, pilot2026 } from '../../support/pilot-2026.ts'
import { plain } from '../visit.ts'

const TODAY = ['hai-phong-2025', 'quang-ninh', 'nghe-an', 'ha-tinh', 'quang-tri-2025']
const NAMES = ['Hải Phòng', 'Quảng Ninh', 'Nghệ An', 'Hà Tĩnh', 'Quảng Trị']
/** Before the merger, over it, and after. */
const SPANS = ['from=2019-Q1&to=2021-Q3', 'from=2019-Q1&to=2025-Q4', 'from=2025-Q3&to=2025-Q4']

let app: App
let en: Visitor
let vi: Visitor
beforeAll(async () => {
  const db = pilot2026()
  app = await testApp(db, () => NOW_2026)
  en = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
  vi = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'vi')
})
afterAll(() => app.close())

const PAGES = [
  '/overview',
  ...['prevention', 'prosecution', 'protection'].map((component) => `/components/${component}`),
  ...['P13', 'P1', 'V3', 'J11'].map((code) => `/indicators/${code}`),
  ...TODAY.map((slug) => `/provinces/${slug}`),
]

/** Slugs of the provinces that a page links to. */
function linked(body: string): string[] {
  const found = [...body.matchAll(/href="\/provinces\/([a-z0-9-]+)/g)].map(([, slug]) => slug!)
  return [...new Set(found)].sort()
}

describe.each(SPANS)('on today’s map, %s', (span) => {
  it.each(PAGES)('%s lists the provinces of today and no other, and none of its links is refused', async (page) => {
    const { status, body } = await en.get(`${page}?${span}&map=today`)
    expect(status).toBe(200)
    expect(linked(body).filter((slug) => !TODAY.includes(slug))).toEqual([])
    if (page === '/overview' || page.startsWith('/provinces')) expect(linked(body)).toEqual([...TODAY].sort())
    const links = [...body.matchAll(/href="(\/(?:provinces|indicators|figures|components)[^"#]*)"/g)]
    const own = [...new Set(links.map(([, href]) => href!.replaceAll('&amp;', '&')))].filter((href) =>
      /map=today/.test(href),
    )
    expect(own.length).toBeGreaterThan(0)
    for (const href of sampled(own)) expect([href, (await en.get(href)).status]).toEqual([href, 200])
  })

  it('each table of an indicator as CSV has a row of every province of today, and of none that was merged', async () => {
    for (const code of ['P13', 'P1', 'V3']) {
      const csv = await en.get(`/indicators/${code}/table.csv?${span}&map=today&table=over-time`)
      expect([code, csv.status]).toEqual([code, 200])
      const missing = NAMES.filter((name) => !csv.body.includes(name))
      expect([code, missing]).toEqual([code, []])
      expect(csv.body).not.toContain('Quảng Bình')
    }
  })
})

/** Some of many, from all along the page. */
function sampled(all: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(all.length / 12))
  return all.filter((_, nth) => nth % step === 0)
}

describe('an address that names a province which was merged', () => {
  it.each(SPANS)('is answered by what it became, or refused by name, never with an empty page: %s', async (span) => {
    for (const slug of ['hai-phong', 'quang-binh']) {
      const province = await en.get(`/provinces/${slug}?${span}&map=today`)
      expect(province.status).toBe(303)
      expect(linked((await en.get(province.location)).body)).toEqual([...TODAY].sort())
      const address = `/figures/origin?indicator=P13&group=${slug}&${span}&map=today`
      for (const [visitor, said] of [
        [en, /On today's map “(Hải Phòng|Quảng Bình)” is part of: (Hải Phòng|Quảng Trị)/],
        [vi, /Trên bản đồ hiện nay, “(Hải Phòng|Quảng Bình)” thuộc về: (Hải Phòng|Quảng Trị)/],
      ] as const) {
        const refused = await visitor.get(address)
        expect([refused.status, refused.body.includes('data-refused="merged-away"')]).toEqual([422, true])
        expect(plain(refused.body).replaceAll('&#39;', "'")).toMatch(said)
      }
    }
  })

  it('no form of figures or of reports offers one to choose', async () => {
    for (const address of [...PAGES, '/releases/new', '/']) {
      const { body } = await en.get(`${address}?map=today`)
      expect([...body.matchAll(/<option value="(hai-phong|quang-binh)"/g)]).toEqual([])
    }
  })
})
