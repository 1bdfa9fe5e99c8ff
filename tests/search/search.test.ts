import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { App } from '../../src/web/context.ts'
import { plain } from '../dashboards/visit.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'

let db: Db
let app: App
beforeAll(async () => {
  db = demoDb()
  app = await testApp(db, () => DEMO_NOW)
})
afterAll(() => app.close())

const as = (email: string, language: 'vi' | 'en') =>
  new Visitor(app).become(personaId(db, `${email}@example.org`), language)
const mainOf = (body: string) => /<main.*<\/main>/s.exec(body)?.[0] ?? ''
const hrefsOf = (body: string) => [...mainOf(body).matchAll(/<li><a href="([^"]+)"/g)].map(([, href]) => href!)

describe('search', () => {
  it('finds by code, name in either language and earlier name, and each result opens', async () => {
    const manager = await as('iom.manager', 'vi')
    const first = async (asked: string) =>
      hrefsOf((await manager.get(`/search?q=${encodeURIComponent(asked)}`)).body)[0]
    expect(await first('v3')).toBe('/indicators/V3')
    expect(await first('quang ninh')).toBe('/provinces/quang-ninh')
    expect(await first('protection')).toBe('/components/protection')
    expect(await first('overview')).toBe('/overview')
    expect(await first('nhật ký')).toBe('/trail')
    for (const asked of ['a', 'hà tĩnh', 'báo cáo', 'so'])
      for (const href of hrefsOf((await manager.get(`/search?q=${encodeURIComponent(asked)}`)).body))
        expect((await manager.get(href.replaceAll('&amp;', '&'))).status, href).toBe(200)
  })

  it('finds a partner by the name it had, and says that it was called so', async () => {
    const [slug, name] = db.$client
      .prepare(
        `select p.slug, n.name_vi from partner_name n join partner p on p.id = n.partner_id
         where n.valid_to is not null order by p.id limit 1`,
      )
      .raw()
      .get() as [string, string]
    const { body } = await (await as('iom.manager', 'vi')).get(`/search?q=${encodeURIComponent(name)}`)
    expect(hrefsOf(body)).toContain(`/submissions?partner=${slug}`)
    expect(mainOf(body)).toContain(`<small class="by">${name}</small>`)
  })

  it.each(['dolisa.nghe-an', 'donor.homeoffice', 'stranger', 'admin'])(
    'offers %s nothing that they may not open',
    async (email) => {
      const visitor = await as(email, 'en')
      for (const asked of ['v3', 'nghe an', 'protection', 'overview', 'a', 'e', 'p', 'report']) {
        const hrefs = hrefsOf((await visitor.get(`/search?q=${asked}`)).body)
        expect(hrefs.filter((href) => /^\/(indicators|provinces|components)/.test(href))).toEqual([])
        for (const href of hrefs) expect((await visitor.get(href)).status, href).toBe(200)
      }
    },
  )

  it('says what to do where nothing is found, and keeps what was typed', async () => {
    const { body, status } = await (await as('iom.manager', 'en')).get('/search?q=%3Cb%3Exyzzy')
    expect(status).toBe(200)
    expect(plain(mainOf(body))).toContain('Nothing found for “&lt;b&gt;xyzzy”. Try fewer letters')
    expect(body).toContain('value="&lt;b&gt;xyzzy"')
    expect(hrefsOf(body)).toContain('/indicators')
  })

  it('takes any question: none, two, one that is far too long', async () => {
    const manager = await as('iom.manager', 'en')
    for (const query of ['', '?q=', '?q=a&q=b', `?q=${'x'.repeat(5000)}`])
      expect((await manager.get(`/search${query}`)).status, query.slice(0, 20)).toBe(200)
  })

  it('offers the best eight as JSON while somebody types', async () => {
    const manager = await as('iom.manager', 'en')
    const { found } = JSON.parse((await manager.get('/search/offered.json?q=v')).body) as { found: { code: string }[] }
    expect(found).toHaveLength(8)
    const [v3] = (JSON.parse((await manager.get('/search/offered.json?q=V3')).body) as { found: object[] }).found
    expect(v3).toMatchObject({ kind: 'indicator', sort: 'indicator', code: 'V3', href: '/indicators/V3', by: null })
  })
})
