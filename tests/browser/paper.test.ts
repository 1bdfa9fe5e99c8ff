import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoInBrowser } from '../support/demo-in-browser.ts'

const demo = demoInBrowser()

/** What lies between the margins of A4 on its side, in pixels of the screen, and where its foot begins, in points from below. */
const PAPER = { width: 1047, height: 718 }
const MARGIN = 28
const FOOT = 24

describe('on paper', () => {
  it.each([
    ['vi', '/overview'],
    ['en', '/components/protection'],
    ['vi', '/provinces/nghe-an'],
    ['en', '/provinces/nghe-an?view=table'],
    ['vi', '/indicators/V3'],
    ['en', '/overview?view=table'],
    ['vi', '/submissions'],
  ] as const)(
    'in %s %s is whole and light, each sheet says of what kind its figures are, and no heading ends one',
    async (language, url) => {
      const { context, page } = await demo.managersWindow({ language, colorScheme: 'dark' })
      await page.goto(url)
      const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1')
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)!.length
      expect(sheets).toBeGreaterThan(0)
      expect(headingsIn(pdf).filter(({ y }) => y < MARGIN + FOOT)).toEqual([])
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

/** Where the headings of a file stand on their sheets, in points from below. */
function headingsIn(pdf: string): { y: number }[] {
  const found = [...pdf.matchAll(/\/Dest \[\d+ 0 R \/XYZ [\d.]+ ([\d.]+)/g)].map(([, y]) => ({ y: Number(y) }))
  if (found.length === 0) throw new Error('a file without headings')
  return found
}

/** What is scrolled away, or sticks out of the sheet. */
function lostOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = []
    for (const one of document.querySelectorAll<HTMLElement>('main, main *:not(svg *)')) {
      const { overflowY, overflowX } = getComputedStyle(one)
      if (overflowY === 'auto' && one.scrollHeight > one.clientHeight + 1) lost.push(`cut below: ${one.className}`)
      if (overflowX === 'auto' && one.scrollWidth > one.clientWidth + 1) lost.push(`cut aside: ${one.className}`)
    }
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    return over > 0 ? [...lost, `sticks out by ${over} px`] : lost
  })
}
