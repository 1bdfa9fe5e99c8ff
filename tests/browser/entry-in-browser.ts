import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openPilot, type Pilot, submissionId } from '../submissions/pilot.ts'
import { launch, serve, windowOf } from '../support/browser.ts'
import { personaId } from '../support/demo.ts'

export type EntryInBrowser = {
  pilot: Pilot
  address: string
  browser: Browser
  /** The form that its partner opens, in Vietnamese. */
  url: string
  /** Opens it in an empty window of its own. */
  form: (act: (page: Page) => Promise<void>, options?: { javaScriptEnabled?: boolean }) => Promise<void>
}

/** The returned report of one partner, served, and a browser, for all tests of a file: filled in before they run. */
export function entryInBrowser(): EntryInBrowser {
  const entry = {} as EntryInBrowser
  beforeAll(async () => {
    entry.pilot = await openPilot()
    entry.address = await serve(entry.pilot.app)
    entry.browser = await launch()
    entry.url = `/submissions/${submissionId(entry.pilot.db, 'dolisa-nghe-an')}`
  })
  afterAll(async () => {
    await entry.browser.close()
    await entry.pilot.app.close()
  })
  entry.form = async (act, options = {}) => {
    const person = personaId(entry.pilot.db, 'dolisa.nghe-an@example.org')
    const { context, page } = await windowOf(entry.browser, entry.address, person, { language: 'vi', ...options })
    await page.goto(entry.url)
    await act(page)
    await context.close()
  }
  return entry
}

export const input = (page: Page, name: string): Locator => page.locator(`[name="${name}"]`)
