import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { App } from '../../src/web/context.ts'
import { plain } from '../dashboards/visit.ts'
import { testApp } from '../support/app.ts'
import { dbOf, PROJECTS, visitorOf } from './projects.ts'

/** What a select of a page offers, by the name of its field. */
function offered(body: string, name: string): string[] {
  const select = new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(body)?.[1] ?? ''
  return [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value!)
}

describe.each(PROJECTS)('a duty handed over in the $name project', (project) => {
  let db: Db
  let app: App
  beforeAll(async () => {
    db = dbOf(project)
    app = await testApp(db, () => project.now)
  })
  afterAll(() => app.close())

  it('passes to another partner by what the page offers, is said in both languages, and is taken back', async () => {
    const manager = await visitorOf(app, db, project, 'manager', 'en')
    const dutyOf = async (of: string) => {
      const [partner, place] = of.split('.')
      const form = (await manager.get(`/handovers?of=${of}`)).body
      return {
        of,
        indicators: offered(form, 'indicators').slice(0, 1),
        heir: offered(form, 'heir').find((slug) => slug !== partner)!,
        place: offered(form, 'place').includes(place!) ? place! : offered(form, 'place')[0]!,
        from: offered(form, 'from')[0]!,
        assigns: 'yes',
      }
    }
    // Who has given a value of the last quarter already keeps the duty until then.
    const [first, ...others] = offered((await manager.get('/handovers')).body, 'of')
    let given = await dutyOf(first!)
    let answer = await manager.post('/handovers', given)
    for (const of of others) {
      if (answer.status !== 409) break
      given = await dutyOf(of)
      answer = await manager.post('/handovers', given)
    }
    expect([answer.status, answer.location]).toEqual([303, '/handovers'])
    const heir = `${given.heir}.${given.place}`
    expect(plain((await manager.get('/handovers')).body)).toMatch(/Recorded: from .* reports .* in place of/)
    const other = await visitorOf(app, db, project, 'manager', 'vi')
    expect((await other.get('/handovers')).body).toContain(`name="heir" value="${heir}"`)

    const withdrawn = await manager.post('/handovers/withdrawals', { of: given.of, heir, since: given.from })
    expect([withdrawn.status, withdrawn.location]).toEqual([303, '/handovers'])
    expect((await other.get('/handovers')).body).not.toContain(`name="heir" value="${heir}"`)
  })
})
