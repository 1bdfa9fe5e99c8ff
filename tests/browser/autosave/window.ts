import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openPilot, type Pilot, submissionId } from '../../submissions/pilot.ts'
import { personaId } from '../../support/demo.ts'
import { inBrowser } from '../../support/in-browser.ts'
import { Line } from './line.ts'

export const EMAIL = 'dolisa.nghe-an@example.org'

export type TypingWindow = {
  pilot: Pilot
  /** Between the windows and the program. */
  line: Line
  context: BrowserContext
  page: Page
  /** The form that is typed into. */
  url: string
  /** What is saved in a cell of it, as the program has it: "V13", "V5/sex=male". */
  saved: (cell: string) => number | undefined
  /** Somebody signs in in another tab of this browser, whoever is. */
  become: (email: string) => Promise<void>
  /** Somebody of the same partner on another machine, which has a line of its own. */
  elsewhere: (act: (page: Page) => Promise<void>) => Promise<void>
}

/** One pilot for a file; for each test a browser of its own, with a form open, behind a line that can be cut. */
export function eachWindow(): TypingWindow {
  const at = {} as TypingWindow
  const pilot = inBrowser(openPilot)
  const opened = (where: string) => pilot.windowFor(EMAIL, { language: 'vi', at: where })
  beforeAll(async () => {
    at.pilot = pilot
    at.line = await Line.to(pilot.address)
    at.url = `/submissions/${submissionId(pilot.db, 'dolisa-nghe-an')}`
  })
  afterAll(() => at.line.close())
  beforeEach(async () => {
    Object.assign(at, await opened(at.line.address))
    await at.page.goto(at.url)
  })
  afterEach(async () => {
    at.line.mend()
    await at.context.close()
  })
  at.saved = (cell) => {
    const [code, key = ''] = cell.split('/')
    const text = `select e.value from entry e join indicator i on i.id = e.indicator_id join cell c on c.id = e.cell_id
      where e.submission_id = ? and i.code = ? and c.key = ?`
    const id = Number(at.url.split('/').at(-1))
    return at.pilot.db.$client.prepare(text).pluck().get(id, code, key) as number | undefined
  }
  at.become = async (email) => {
    await at.context.clearCookies({ name: 'session' })
    const tab = await at.context.newPage()
    await tab.goto('/sign-in')
    await tab.click(`button[name="person"][value="${personaId(at.pilot.db, email)}"]`)
    await tab.waitForURL((to) => to.pathname === '/')
    await tab.close()
  }
  at.elsewhere = async (act) => {
    const other = await opened(pilot.address)
    await other.page.goto(at.url)
    await act(other.page)
    await other.context.close()
  }
  return at
}

export const input = (page: Page, name: string): Locator => page.locator(`[name="${name}"]`)
/** Waits until the page says how what is typed stands. */
export const shows = (page: Page, saving: string) => page.waitForSelector(`[data-saving="${saving}"]`)
/** What it says while it stands so: between two tries it says that it saves. */
export const saidOf = (page: Page, saving: string) => page.textContent(`[data-saving="${saving}"]`)

/** What the device holds that is not saved yet, by field, once it holds it: it takes it a moment after the page. */
export const onDevice = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const answerOf = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        asked.onsuccess = () => done(asked.result)
        asked.onerror = () => failed(asked.error)
      })
    const device = await answerOf(indexedDB.open('3p-typing'))
    const all = await answerOf<{ name: string; text: string; savedIn: number | null }[]>(
      device.transaction('typed').objectStore('typed').getAll(),
    )
    device.close()
    return Object.fromEntries(all.filter(({ savedIn }) => savedIn === null).map(({ name, text }) => [name, text]))
  })
/** What needs its person. */
export const panel = (page: Page): Locator => page.locator('section[data-unsaved]')
