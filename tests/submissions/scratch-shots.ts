import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { loadPilot } from '../../fixtures/load.ts'
import { listPeople } from '../../src/people/store.ts'
import { emptyDb, testApp } from '../support/app.ts'

const db = emptyDb()
const now = Date.UTC(2022, 1, 10)
loadPilot(db, { now, passwordHash: () => 'x' })
const app = await testApp(db, () => now, { logLevel: 'error' })
const base = await app.listen({ port: 0, host: '127.0.0.1' })
const people = listPeople(db)
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const idOf = (slug: string, state?: string) =>
  (
    db.$client
      .prepare(
        'select s.id from submission s join partner p on p.id=s.partner_id where quarter=8087 and p.slug=? ' +
          (state ? "and s.state='" + state + "'" : ''),
      )
      .get(slug) as any
  ).id
const want = process.argv[2] ?? ''
const jobs: [string, string, string][] = [
  ['entry-na', 'dolisa.nghe-an@example.org', '/submissions/' + idOf('dolisa-nghe-an')],
  ['home-partner', 'dolisa.nghe-an@example.org', '/'],
  ['board-partner', 'dolisa.nghe-an@example.org', '/submissions'],
  [
    'start-qb',
    'dolisa.quang-binh@example.org',
    '/submissions/start?partner=dolisa-quang-binh&place=quang-binh&quarter=2021-Q4',
  ],
  ['home-manager', 'iom.manager@example.org', '/'],
  ['board', 'iom.manager@example.org', '/submissions'],
  ['review', 'iom.manager@example.org', '/submissions/' + idOf('dolisa-quang-ninh')],
  ['periods', 'iom.manager@example.org', '/periods'],
  ['home-admin', 'admin@example.org', '/'],
  ['home-donor', 'donor.homeoffice@example.org', '/'],
  ['police', 'police.nghe-an@example.org', '/submissions/' + idOf('police-nghe-an')],
]
for (const [name, email, url] of jobs.filter((j) => j[0].includes(want)))
  for (const language of ['vi', 'en'])
    for (const width of [360, 1280]) {
      const ctx = await browser.newContext({ viewport: { width, height: 800 } })
      const p = await ctx.newPage()
      p.on('console', (m) => {
        if (m.type() === 'error') console.log(name, m.text())
      })
      p.on('pageerror', (e) => console.log(name, 'ERR', e.message))
      await p.goto(base + '/sign-in')
      await p.click(`button[name=person][value="${people.find((x) => x.email === email)!.id}"]`)
      await ctx.addCookies([{ name: 'language', value: language, url: base }])
      await p.goto(base + url)
      await p.screenshot({
        path: `/tmp/shots-sub/${name}-${language}-${width}.png`,
        fullPage: width === 360 || !name.startsWith('entry'),
      })
      if (name === 'entry-na' || name === 'review' || name === 'police')
        for (const code of ['V3', 'V4', 'V6', 'V12', 'J2', 'J12', 'J8']) {
          const el = p.locator('[data-row=' + code + ']')
          if ((await el.count()) && language === 'vi')
            await el.screenshot({ path: `/tmp/shots-sub/${name}-${code}-${width}.png` })
        }
      const wide = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0)
        console.log(
          await p.evaluate(() =>
            [...document.querySelectorAll('main *, header *, footer *')]
              .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))
              .slice(0, 4)
              .map((e) => e.tagName + '.' + e.className + '#' + e.id)
              .join(' '),
          ),
        )
      if (wide > 0) console.log(name, language, width, 'overflows by', wide)
      await p.evaluate(axe)
      const r: any = await p.evaluate(() => (globalThis as any).axe.run())
      for (const v of r.violations)
        console.log(name, language, width, v.id, v.nodes.length, v.nodes[0].html.slice(0, 200))
      await ctx.close()
    }
await browser.close()
await app.close()
