import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { App } from '../../src/web/context.ts'
import { dbOf, PROJECTS } from '../projects/projects.ts'
import { testApp } from '../support/app.ts'
import { launch, overflowOf, resize, serve, violationsOn, windowOf } from '../support/browser.ts'
import { NATIONAL_NOW, nationalDb } from '../support/demo/national.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'

/**
 * The pages of figures of every project as two people see them: one with a phone in daylight, in Vietnamese, and one at a desk in
 * the dark, in English. What one page has of each kind, another need not have again.
 */
const consular = PROJECTS.find(({ name }) => name === 'consular')!
const TRIED = {
  pilot: {
    load: demoDb,
    now: DEMO_NOW,
    manager: 'iom.manager@example.org',
    urls: [
      '/overview',
      '/components/protection',
      '/provinces/nghe-an',
      '/indicators/V3',
      '/indicators/J11',
      '/indicators/V11',
    ],
  },
  consular: {
    load: () => dbOf(consular),
    now: consular.now,
    manager: 'iom.quan-ly@example.org',
    urls: ['/overview', '/partners/labour', '/indicators/C3', '/indicators/M2', '/indicators/M4?view=table'],
  },
  national: {
    load: nationalDb,
    now: NATIONAL_NOW,
    manager: 'quan-ly@example.org',
    urls: ['/overview', '/provinces/nghe-an', '/indicators/V12?map=today', '/indicators/J12'],
  },
} as const
type ProjectName = keyof typeof TRIED
const NAMES = Object.keys(TRIED) as ProjectName[]

type Served = { db: Db; app: App; address: string; manager: number }
const served = {} as Record<ProjectName, Served>
let browser: Browser

beforeAll(async () => {
  for (const name of NAMES) {
    const { load, now, manager } = TRIED[name]
    const db = load()
    const app = await testApp(db, () => now)
    served[name] = { db, app, address: await serve(app), manager: personaId(db, manager) }
  }
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  for (const { app } of Object.values(served)) await app.close()
})

describe('the pages of figures', () => {
  // By day the pages of the first two are looked at beside all others (pages.test.ts).
  it.each([
    ['pilot', 'en', 1280, 'dark', 360],
    ['consular', 'en', 1280, 'dark', 360],
    ['national', 'en', 1280, 'dark', 360],
    ['national', 'vi', 360, 'light', 1280],
  ] as const)(
    'of the %s project in %s at %d px on a %s screen can be read by everybody, and stick out neither there nor at %d px',
    async (name, language, width, colorScheme, other) => {
      const { address, manager } = served[name]
      const { context, page } = await windowOf(browser, address, manager, { language, width, colorScheme })
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
      for (const url of TRIED[name].urls) {
        await resize(page, width)
        const answer = await page.goto(url)
        if (answer?.status() !== 200) problems.push(`${url}: ${answer?.status()}`)
        problems.push(...(await violationsOn(page)).map((violation) => `${url}: ${violation}`))
        for (const wide of [width, other]) {
          await resize(page, wide)
          const over = await overflowOf(page)
          if (over > 0) problems.push(`${url} at ${wide} px: sticks out by ${over} px`)
        }
        await resize(page, 1280)
        const widths = await page
          .locator('.chart-picture .plot')
          .evaluateAll((all) => all.map((one) => one.clientWidth))
        if (widths.some((one) => one < 700)) problems.push(`${url}: a picture of ${Math.min(...widths)} px`)
      }
      await context.close()
      expect(problems).toEqual([])
    },
  )
})
