import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { projectCard } from '../../src/project/store.ts'
import type { App } from '../../src/web/context.ts'
import { testApp } from '../support/app.ts'
import { factsOf, untrueIn } from './facts.ts'
import { dbOf, PROJECTS, personOf, type TriedRole, visitorOf } from './projects.ts'

/** Pages of one kind that are looked at: more say the same of other things. */
const OF_A_KIND = 2

describe.each(PROJECTS)('the pages of the $name project', (project) => {
  let db: Db
  let app: App
  beforeAll(async () => {
    db = dbOf(project)
    app = await testApp(db, () => project.now)
  })
  afterAll(() => app.close())

  /** Whatever the start page leads to, and what that leads to: of each address the first few. */
  async function pagesOf(role: TriedRole, language: 'vi' | 'en') {
    const visitor = await visitorOf(app, db, project, role, language)
    const waiting = ['/']
    const seen = new Map<string, number>()
    const asked = new Set(waiting)
    const pages: { url: string; status: number; body: string }[] = []
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const route = kindOf(url)
      seen.set(route, (seen.get(route) ?? 0) + 1)
      if (seen.get(route)! > OF_A_KIND) continue
      const { status, body, headers } = await visitor.get(url)
      pages.push({ url, status, body: String(headers['content-type']).startsWith('text/html') ? body : '' })
      for (const next of linksOn(body)) {
        if (asked.has(next) || next.startsWith('/assets/')) continue
        asked.add(next)
        waiting.push(next)
      }
    }
    return pages
  }

  function kindOf(url: string): string {
    const path = url.split('?')[0]!
    return app.knownRoutes.find(({ method, pattern }) => method === 'GET' && pattern.test(path))?.url ?? 'nowhere'
  }

  it.each([
    ['partner', 'vi'],
    ['manager', 'vi'],
    ['manager', 'en'],
    ['donor', 'en'],
    ['administrator', 'vi'],
  ] as const)('lead a %s nowhere that is not there, and say nothing that is not so (%s)', async (role, language) => {
    const facts = factsOf(db)
    const wrong: string[] = []
    const pages = await pagesOf(role, language)
    for (const { url, status, body } of pages) {
      if (status !== 200 && status !== 303) wrong.push(`${url}: ${status}`)
      if (kindOf(url) === 'nowhere') wrong.push(`${url}: answered by nobody`)
      const text = textOf(body)
      wrong.push(...[...text.matchAll(/\{\{|\bNaN\b|\[object /g)].map(([one]) => `${url}: ${one}`))
      wrong.push(...untrueIn(text, facts).map((saying) => `${url}: ${saying}`))
    }
    expect(wrong).toEqual([])
    expect(pages.length).toBeGreaterThan(3)
  })

  function reportOf(): string {
    const { partnerIds } = personOf(db, project, 'partner')
    const id = db.$client.prepare(`select id from submission where partner_id in (${partnerIds.join()})`).pluck().get()
    return `/submissions/${id}`
  }

  it.each(['vi', 'en'] as const)('call things in %s as the project does', async (language) => {
    const visitor = await visitorOf(app, db, project, 'manager', language)
    const { terms } = projectCard(db)!
    expect(textOf((await visitor.get('/account')).body)).toContain(terms.product[language])
    for (const { code, name } of terms.components) {
      const { status, body } = await visitor.get(`/components/${code}`)
      expect([status, body.includes(name[language])], code).toEqual([200, true])
      if (terms.levels.length === 1) expect(textOf(body), code).not.toMatch(/provinc|tỉnh/i)
    }
    if (terms.levels.length > 1) return
    // All that there is needs no name beside who reports for it.
    const whole = db.$client.prepare(`select name_${language} from place_definition`).pluck().get() as string
    const partner = await visitorOf(app, db, project, 'partner', language)
    for (const [who, url] of [
      [visitor, '/'],
      [partner, '/'],
      [partner, reportOf()],
    ] as const)
      expect(textOf((await who.get(url)).body), url).not.toContain(whole)
  })
})

function linksOn(body: string): Set<string> {
  return new Set([...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&')))
}

function textOf(body: string): string {
  return body.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')
}
