import type { Page, Response } from 'playwright-core'
import { testApp } from '../../support/app.ts'
import { launch, resize, serve, windowOf } from '../../support/browser.ts'
import { DEMO_NOW, demoDb, personaId } from '../../support/demo.ts'
import { asTheyPass, type Line, ms } from '../measure.ts'

/** The pages that are read most, by who reads them. */
const READ: readonly [email: string | null, url: string][] = [
  [null, '/sign-in'],
  ['iom.manager@example.org', '/'],
  ['iom.manager@example.org', '/overview'],
  ['iom.manager@example.org', '/overview?view=table'],
  ['iom.manager@example.org', '/indicators'],
  ['iom.manager@example.org', '/indicators/V3'],
  ['iom.manager@example.org', '/indicators/V3?view=table'],
  ['iom.manager@example.org', '/components'],
  ['iom.manager@example.org', '/components/protection'],
  ['iom.manager@example.org', '/provinces'],
  ['iom.manager@example.org', '/provinces/nghe-an'],
  ['iom.manager@example.org', '/search?q=ha+tinh'],
  ['iom.manager@example.org', '/submissions'],
  ['iom.manager@example.org', '/releases'],
  ['iom.manager@example.org', '/trail'],
  ['iom.manager@example.org', '/help'],
  ['dolisa.nghe-an@example.org', '/'],
  ['dolisa.quang-binh@example.org', '/submissions/start?partner=dolisa-quang-binh&place=quang-binh&quarter=2021-Q4'],
]

/** Every page as it is in a browser: how tall on an office screen and on a phone, how much there is to read, what comes over the line. */
export async function benchEachPage(): Promise<Line[]> {
  const db = demoDb()
  const app = await testApp(db, () => DEMO_NOW)
  const address = await serve(app)
  const browser = await launch()
  const lines: Line[] = []
  try {
    for (const [email, url] of READ) {
      const id = email === null ? null : personaId(db, email)
      const { context, page } = await windowOf(browser, address, id, { language: 'vi' })
      lines.push({
        what: `${url}${email?.startsWith('dolisa') ? ' (partner)' : ''}`,
        result: await measured(page, url),
      })
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
