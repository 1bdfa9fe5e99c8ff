import type { Locator, Page } from 'playwright-core'
import { openPilot, type Pilot, submissionId } from '../submissions/pilot.ts'
import { type InBrowser, inBrowser } from '../support/in-browser.ts'

/** The partner whose report came back. */
export const NGHE_AN = { email: 'dolisa.nghe-an@example.org', slug: 'dolisa-nghe-an', place: 'nghe-an' }

export type EntryInBrowser = InBrowser<Pilot> & {
  /** The form that its partner opens, in Vietnamese. */
  readonly url: string
  /** Opens a form in an empty window of its partner's. */
  form: (
    act: (page: Page) => Promise<void>,
    options?: { javaScriptEnabled?: boolean; language?: 'vi' | 'en'; of?: typeof NGHE_AN },
  ) => Promise<void>
}

/**
 * The pilot, served, with the returned report of one partner, for all tests of a file. No form is kept for a time without a line, for which
 * each would be asked for twice: that is seen in autosave/offline.
 */
export function entryInBrowser(): EntryInBrowser {
  const pilot = inBrowser(() => openPilot(undefined, { offlineForms: false }))
  const urlOf = ({ slug, place }: typeof NGHE_AN) => `/submissions/${submissionId(pilot.db, slug, undefined, place)}`
  const form: EntryInBrowser['form'] = async (act, { of = NGHE_AN, ...options } = {}) => {
    const { context, page } = await pilot.windowFor(of.email, { language: 'vi', ...options })
    await page.goto(urlOf(of))
    await act(page)
    await context.close()
  }
  return Object.defineProperty(Object.assign(pilot, { form }), 'url', { get: () => urlOf(NGHE_AN) }) as EntryInBrowser
}

export const input = (page: Page, name: string): Locator => page.locator(`[name="${name}"]`)

/** As the form itself asks for what reads a paste (browser/entry/paste.ts); as a text, since an import of a test is another thing. */
const PASTING = 'import(document.querySelector("[data-pasting]").dataset.pasting + "#1")'

/** Pastes a text into a field, and waits until the form has taken it: what reads it is fetched when somebody is in a cell. */
export async function paste(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(PASTING)
  await input(page, name).evaluate((element, block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
  // Whoever asked for it before has it before.
  await page.evaluate(`${PASTING}.then(() => new Promise((done) => setTimeout(done)))`)
}
