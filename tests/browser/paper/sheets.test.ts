import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoInBrowser } from '../../support/in-browser.ts'

const demo = demoInBrowser()

/** What lies between the margins of A4 on its side, in pixels of the screen. */
const PAPER = { width: 1047, height: 718 }

describe('on paper', () => {
  it.each([
    ['vi', '/overview', 2],
    ['en', '/components/protection', 2],
    ['vi', '/provinces/nghe-an', 3],
    ['en', '/provinces/nghe-an?view=table', 8],
    ['vi', '/indicators/V3', 5],
    ['en', '/overview?view=table', 8],
    ['vi', '/submissions', 5],
    ['vi', '/figures/origin?indicator=V3&group=project', 8],
    ['vi', '/help', 6],
    ['vi', '/trail', 3],
    ['vi', '/periods', 1],
  ] as const)(
    'in %s %s is whole and light, on %i sheets at most; each says of what kind its figures are, and no heading ends one',
    async (language, url, most) => {
      const { context, page } = await demo.managersWindow({ language, colorScheme: 'dark' })
      await page.goto(url)
      const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1')
      expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeLessThanOrEqual(most)
      expect(await partedOn(page, pdf)).toEqual([])
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize(PAPER)
      expect(await lostOn(page)).toEqual([])
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
      expect(await page.locator('.demo').evaluate((demo) => getComputedStyle(demo.parentElement!).display)).toBe(
        'table-header-group',
      )
      expect(await page.locator('canvas:visible').count()).toBe(0)
      await context.close()
    },
  )
})

/** Headings whose next one, which belongs under them, begins another sheet. */
async function partedOn(page: Page, pdf: string): Promise<string[]> {
  const pairs = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3) + :is(h2, h3)')].map((one) =>
      [one.previousElementSibling!, one].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    ),
  )
  const found = [...pdf.matchAll(/\/Title (?:<FEFF([0-9A-F]+)>|\((.*?)\))\s*\/Dest \[(\d+) 0 R/g)].map(
    ([, wide, plain, sheet]) => ({
      title: wide === undefined ? plain! : Buffer.from(wide, 'hex').swap16().toString('utf16le').trim(),
      sheet,
    }),
  )
  if (found.length === 0) throw new Error('a file without headings')
  const sheetOf = (title: string) => found.find((one) => one.title.replace(/\s+/g, ' ') === title)?.sheet ?? title
  return pairs.filter(([one, other]) => sheetOf(one!) !== sheetOf(other!)).map(([title]) => title!)
}

/** What is scrolled away, or sticks out of the sheet. */
function lostOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = []
    for (const one of document.querySelectorAll<HTMLElement>('main, main *:not(svg *)')) {
      const { overflowY, overflowX } = getComputedStyle(one)
      if (overflowY === 'auto' && one.scrollHeight > one.clientHeight + 1) lost.push(`cut below: ${one.className}`)
      if (/^H[1-3]$|^CAPTION$/.test(one.tagName) && getComputedStyle(one).breakAfter !== 'avoid')
        lost.push(`may end a sheet: ${one.textContent}`)
      if (overflowX === 'auto' && one.scrollWidth > one.clientWidth + 1) lost.push(`cut aside: ${one.className}`)
    }
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    return over > 0 ? [...lost, `sticks out by ${over} px`] : lost
  })
}
