import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { dbOf, PROJECTS } from '../projects/projects.ts'
import { pilotWith } from '../releases/pilot.ts'
import { testApp } from '../support/app.ts'
import { overflowOf, resize, unstyledOn, violationsOn, WIDTHS } from '../support/browser.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { inBrowser } from '../support/in-browser.ts'
import { type PageOf, pagesOf } from '../support/pages.ts'

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

const consular = PROJECTS.find(({ name }) => name === 'consular')!
const opened = async (db: Db, now: number) => ({ db, app: await testApp(db, () => now) })
const served = {
  pilot: inBrowser(async () => opened(await pilotWithDraft(), DEMO_NOW)),
  consular: inBrowser(() => opened(dbOf(consular), consular.now)),
}

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

/** The draft is a copy of what was issued, so that it is no longer what would be: its files say so, as they have to. */
function isOfDraft(url: string): boolean {
  return /\/releases\/2\/\w+\.(csv|xml)$/.test(url)
}

/** Pages that no link leads to: they are there once something has been sent, and are looked at where that is told. */
const AFTER_SENDING = [
  '/submissions/uploads/:upload',
  '/submissions/own-sheets/:kept',
  '/submissions/own-sheets/:kept/rows',
  '/submissions/:id/differences',
  '/submissions/:id/evidence/:evidence',
]

function approvedIn(db: Db): number {
  return db.$client.prepare("select max(id) from submission where state = 'approved'").pluck().get() as number
}

const visited = new Set<string>()

describe.each(Object.keys(PERSONAS) as (keyof typeof PERSONAS)[])('the pages of the %s', (who) => {
  const persona: { email: string | null; of?: 'consular' } = PERSONAS[who]
  const { email, of = 'pilot' } = persona
  let pages: PageOf[]
  beforeAll(async () => {
    const { app, db } = served[of]
    pages = await pagesOf(app, email === null ? null : personaId(db, email))
    // Of each address one page is looked at, and the first report is one that waits: this is of one that was approved.
    if (who === 'manager')
      pages.push({ route: '/submissions/:id/reopening', url: `/submissions/${approvedIn(db)}/reopening` })
  })

  it.each(['vi', 'en'] as const)(
    'have no accessibility violation, no error and nothing sticking out, in %s',
    async (language) => {
      expect(pages.length).toBeGreaterThan(0)
      const problems: string[] = []
      const { context, page } = await served[of].windowFor(email, { language })
      page.on('console', (message) => {
        if (message.type() === 'error' && !isMissingPage(message.text()) && !isOfDraft(page.url()))
          problems.push(`${page.url()}: ${message.text()}`)
      })
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
      for (const [place, { route, url }] of pages.entries()) {
        visited.add(route)
        // Looked at on both widths in both languages, and put to axe on the one width in one language and on the other in the other:
        // it judges markup, colours and the size of what is tapped, and no more of them comes of a third and a fourth time.
        // What a manager and an administrator both see is judged once (violationsOn).
        const widths = (place % 2 === 0) === (language === 'vi') ? WIDTHS : WIDTHS.toReversed()
        for (const [nth, width] of widths.entries()) {
          await resize(page, width)
          const where = `${url} (${language}, ${width} px)`
          if (nth === 0) {
            await page.goto(url)
            if ((await page.getAttribute('html', 'lang')) !== language) problems.push(`${where}: another language`)
            if ((await page.title()).trim() === '3P Tracker') problems.push(`${where}: no title of its own`)
            // Which rules a page follows does not hang on its language.
            if (language === 'vi')
              problems.push(...(await unstyledOn(page)).map((rule) => `${where}: ${rule} is in another stylesheet`))
            problems.push(...(await violationsOn(page, true)).map((violation) => `${where}: ${violation}`))
          }
          const over = await overflowOf(page)
          if (over > 0) problems.push(`${where}: sticks out by ${over} px`)
        }
      }
      await context.close()
      expect(problems).toEqual([])
    },
  )
})

it('together are all pages there are', () => {
  // A table alone (.html) is put on the clipboard, and a slide (.svg) or script (.js) is a file: none is a page.
  const html = served.pilot.app.knownRoutes.filter(
    (route) =>
      route.method === 'GET' &&
      route.token === null &&
      !/\/assets\/|\.(csv|xlsx|xml|json|svg|html|js)$/.test(route.url),
  )
  expect(html.map(({ url }) => url).filter((url) => !visited.has(url) && !AFTER_SENDING.includes(url))).toEqual([])
})

/** The browser says in its console too that a page is not there: that is no fault of the page. */
function isMissingPage(text: string): boolean {
  return /status of 404/.test(text)
}
