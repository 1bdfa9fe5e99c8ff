import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { personas } from '../../fixtures/demos.ts'
import { ask } from '../../src/figures/ask.ts'
import { auditFigures } from '../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../src/figures/tally/audit-store.ts'
import { projectCard } from '../../src/project/store.ts'
import { bilingualIn } from '../../src/releases/workbook/bilingual.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { personaId } from '../support/demo.ts'
import { dbOf, PROJECTS } from './projects.ts'

describe.each(PROJECTS)('the $name project', (project) => {
  let db: Db
  let app: App
  beforeAll(async () => {
    db = dbOf(project)
    app = await testApp(db, () => project.now)
  })
  afterAll(() => app.close())

  const visitorAs = async (role: string, language: 'vi' | 'en') => {
    const found = personas(project.demo).find((one) => one.role === role)!
    return new Visitor(app).become(personaId(db, found.email), language)
  }

  it('has figures that a second working finds again, and a summary that agrees with its facts', () => {
    const audit = auditFigures(db, project.now)
    expect(audit.compared).toBeGreaterThan(100)
    expect(audit.differences).toEqual([])
    expect(auditTally(db)).toEqual([])
  })

  it.each(['partner', 'manager', 'donor', 'administrator'])(
    'opens whatever the start page of a %s leads to',
    async (role) => {
      const visitor = await visitorAs(role, 'vi')
      const seen = new Set<string>()
      const wrong: string[] = []
      const open = [...linksOn((await visitor.get('/')).body)]
      for (const href of open.slice(0, 40)) {
        if (seen.has(href)) continue
        seen.add(href)
        const { status } = await visitor.get(href)
        if (status !== 200 && status !== 303) wrong.push(`${href}: ${status}`)
      }
      expect(wrong).toEqual([])
      expect(seen.size).toBeGreaterThan(3)
    },
  )

  it.each(['vi', 'en'] as const)('shows its figures in %s by what it calls its own things', async (language) => {
    const visitor = await visitorAs('manager', language)
    const { terms } = projectCard(db)!
    for (const { code, name } of terms.components) {
      const { status, body } = await visitor.get(`/components/${code}`)
      expect([status, body.includes(name[language])], code).toEqual([200, true])
      if (terms.levels.length === 1) expect(textOf(body), code).not.toMatch(/provinc|tỉnh/i)
    }
    expect(textOf((await visitor.get('/account')).body)).toContain(terms.product[language])
  })

  it('adds up to the project what each of its partners reports', () => {
    const slugs = db
      .prepared('select slug from partner')
      .all()
      .map((row) => (row as [string])[0])
    const { firstQuarter: from, lastQuarter: to } = projectCard(db)!
    const groups = [
      { key: 'project', places: '*' as const },
      ...slugs.map((slug) => ({ key: slug, places: '*' as const, partner: slug })),
    ]
    const answer = ask(db, { indicators: '*', groups, spans: [{ key: 's', from, to }] }, project.now)
    const added = answer.indicators.filter(
      ({ measure, overPlaces, overTime }) => measure === 'count' && overPlaces === 'sum' && overTime === 'sum',
    )
    expect(added.length).toBeGreaterThan(1)
    for (const { code } of added) {
      const figures = slugs.map((slug) => answer.figure(code, slug, 's'))
      const sum = figures.reduce((all, figure) => all + (figure.value ?? 0), 0)
      const [k, n] = figures.reduce(([k, n], { coverage }) => [k + coverage[0], n + coverage[1]], [0, 0])
      const whole = answer.figure(code, 'project', 's')
      if (whole.value !== null) expect([code, sum, k, n]).toEqual([code, whole.value, ...whole.coverage])
    }
  })

  it('says in a workbook what it calls its own things', () => {
    const { terms } = projectCard(db)!
    const bilingual = bilingualIn('both', terms)
    const said = bilingual.t('releases:workbook.notes.places')
    expect(said.includes('Provinces')).toBe(terms.levels.length > 1)
  })
})

function linksOn(body: string): Set<string> {
  return new Set([...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&')))
}

function textOf(body: string): string {
  return body.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')
}
