import type { Page, Response } from 'playwright-core'
import { testApp } from '../../support/app.ts'
import { launch, resize, serve, windowOf } from '../../support/browser.ts'
import { DEMO_NOW, demoDb, personaId } from '../../support/demo.ts'
import { pagesOf } from '../../support/pages.ts'
import { asTheyPass, type Line, ms } from '../measure.ts'

type Read = { email: string | null; url: string }
const [MANAGER, PARTNER] = ['iom.manager@example.org', 'dolisa.quang-binh@example.org']
/** Who reaches which pages by following links; a page is measured as the first of them sees it. */
const READERS: readonly (string | null)[] = [
  null,
  MANAGER,
  'admin@example.org',
  PARTNER,
  'donor.homeoffice@example.org',
]
/** What is another page at the same address: tables in place of pictures, what a partner has to do, the largest form. */
const ALSO: readonly Read[] = [
  ...['/overview', '/indicators/V3', '/components/protection', '/provinces/nghe-an'].map((page) => ({
    email: MANAGER,
    url: `${page}?view=table`,
  })),
  { email: MANAGER, url: '/indicators/V3' },
  { email: MANAGER, url: '/search?q=ha+tinh' },
  { email: PARTNER, url: '/' },
  { email: PARTNER, url: '/submissions/start?partner=dolisa-quang-binh&place=quang-binh&quarter=2021-Q4' },
]

/** Every page as it is in a browser: how tall on an office screen and on a phone, how much there is to read, what comes over the line. */
export async function benchEachPage(): Promise<Line[]> {
  const db = demoDb()
  const app = await testApp(db, () => DEMO_NOW)
  const idOf = (email: string | null) => (email === null ? null : personaId(db, email))
  const reached = new Map<string, Read>()
  for (const email of READERS)
    for (const { route, url } of await pagesOf(app, idOf(email)))
      if (route !== '404' && !reached.has(route)) reached.set(route, { email, url })
  const address = await serve(app)
  const browser = await launch()
  const lines: Line[] = []
  try {
    for (const { email, url } of [...reached.values(), ...ALSO]) {
      const { context, page } = await windowOf(browser, address, idOf(email), { language: 'vi' })
      lines.push({ what: `${url} (${email?.split('@')[0] ?? 'nobody'})`, result: await measured(page, url) })
      await context.close()
    }
  } finally {
    await browser.close()
    await app.close()
  }
  return lines
}

async function measured(page: Page, url: string): Promise<string> {
  const answers: Response[] = []
  page.on('response', (answer) => answers.push(answer))
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()))
  const bytes = sizes.map(({ responseBodySize }) => responseBodySize)
  const words = await page.evaluate(() => document.body.innerText.split(/\s+/).length)
  const heights: number[] = []
  for (const width of [1280, 360]) {
    await resize(page, width)
    heights.push(await page.evaluate(() => document.documentElement.scrollHeight))
  }
  const all = bytes.reduce((sum, size) => sum + size, 0)
  const html = bytes[0] ?? 0
  return [
    `${heights[0]} px, ${heights[1]} px`,
    `${words} words`,
    `HTML ${kilobytes(html)}, all ${kilobytes(all)} in ${answers.length}`,
    `server ${ms(await serverTime(page, url))}`,
  ].join(' · ')
}

/** The middle of five answers, by the clock; the first, which works the page out, does not count. */
async function serverTime(page: Page, url: string): Promise<number> {
  const times: number[] = []
  for (let nth = 0; nth < 5; nth++) {
    const start = asTheyPass()
    await page.request.get(url)
    times.push(asTheyPass() - start)
  }
  return times.sort((one, other) => one - other)[2]!
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
