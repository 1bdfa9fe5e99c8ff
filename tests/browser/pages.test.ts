import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { App } from '../../src/web/context.ts'
import { dbOf, PROJECTS } from '../projects/projects.ts'
import { pilotWith } from '../releases/pilot.ts'
import { testApp } from '../support/app.ts'
import { launch, overflowOf, resize, serve, unstyledOn, violationsOn, WIDTHS, windowOf } from '../support/browser.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { pagesOf } from '../support/pages.ts'

const PERSONAS = {
  nobody: { email: null },
  'partner with a quarter due': { email: 'dolisa.quang-binh@example.org' },
  'partner with a quarter returned': { email: 'dolisa.nghe-an@example.org' },
  manager: { email: 'iom.manager@example.org' },
  donor: { email: 'donor.homeoffice@example.org' },
  administrator: { email: 'admin@example.org' },
  'manager of a project without areas': { email: 'iom.quan-ly@example.org', of: 'consular' },
  'partner of a project without areas': { email: 'labour@example.org', of: 'consular' },
} as const

type Served = { db: Db; app: App; address: string }
const served = {} as Record<'pilot' | 'consular', Served>
let browser: Browser

beforeAll(async () => {
  const consular = PROJECTS.find(({ name }) => name === 'consular')!
  for (const [name, db, now] of [
    ['pilot', await pilotWithDraft(), DEMO_NOW],
    ['consular', dbOf(consular), consular.now],
  ] as const) {
    const app = await testApp(db, () => now)
    served[name] = { db, app, address: await serve(app) }
  }
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  for (const { app } of Object.values(served)) await app.close()
})

/** A draft beside what was issued, as it stands in the database: the newest in the list. */
async function pilotWithDraft(): Promise<Db> {
  const { db } = await pilotWith('issued')
  const names = db.$client.pragma('table_info(release)') as { name: string }[]
  const of = (name: string) => ({ id: '2', state: "'protected'", issued_at: 'null', issued_by: 'null' })[name] ?? name
  db.$client.exec(
    `insert into release select ${names.map(({ name }) => of(name)).join(', ')} from release where id = 1`,
  )
  return db
}

/** Pages that no link leads to: they are there once something has been sent, and are looked at where that is told. */
const AFTER_SENDING = ['/submissions/uploads/:upload', '/submissions/:id/differences']

const visited = new Set<string>()

describe.each(Object.keys(PERSONAS) as (keyof typeof PERSONAS)[])('the pages of the %s', (who) => {
  const persona: { email: string | null; of?: 'consular' } = PERSONAS[who]
  const { email, of = 'pilot' } = persona
  const id = () => (email === null ? null : personaId(served[of].db, email))

  it.each(['vi', 'en'] as const)(
    'have no accessibility violation, no error and nothing sticking out, in %s',
    async (language) => {
      const { app, address } = served[of]
      const pages = await pagesOf(app, id())
      expect(pages.length).toBeGreaterThan(0)
      const problems: string[] = []
      const { context, page } = await windowOf(browser, address, id(), { language })
      page.on('console', (message) => {
        if (message.type() === 'error' && !isMissingPage(message.text()))
          problems.push(`${page.url()}: ${message.text()}`)
      })
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
      for (const [place, { route, url }] of pages.entries()) {
        visited.add(route)
        // Opened on the one width in one language and on the other in the other, and looked at on both: the next begins as wide as
        // the last one ended.
        const widths = (place % 2 === 0) === (language === 'vi') ? WIDTHS : WIDTHS.toReversed()
        for (const [nth, width] of widths.entries()) {
          await resize(page, width)
          if (nth === 0) await page.goto(url)
          const where = `${url} (${language}, ${width} px)`
          if ((await page.getAttribute('html', 'lang')) !== language) problems.push(`${where}: another language`)
          if ((await page.title()).trim() === '3P Tracker') problems.push(`${where}: no title of its own`)
          const over = await overflowOf(page)
          if (over > 0) problems.push(`${where}: sticks out by ${over} px`)
          problems.push(...(await unstyledOn(page)).map((rule) => `${where}: ${rule} is in another stylesheet`))
          problems.push(...(await violationsOn(page)).map((violation) => `${where}: ${violation}`))
        }
      }
      await context.close()
      expect(problems).toEqual([])
    },
    300_000,
  )
})

it('together are all pages there are', () => {
  // A table alone (.html) is put on the clipboard, and a slide (.svg) or script (.js) is a file: none is a page.
  const html = served.pilot.app.knownRoutes.filter(
    (route) => route.method === 'GET' && !/\/assets\/|\.(csv|xlsx|xml|json|svg|html|js)$/.test(route.url),
  )
  expect(html.map(({ url }) => url).filter((url) => !visited.has(url) && !AFTER_SENDING.includes(url))).toEqual([])
})

/** The browser says in its console too that a page is not there: that is no fault of the page. */
function isMissingPage(text: string): boolean {
  return /status of 404/.test(text)
}
