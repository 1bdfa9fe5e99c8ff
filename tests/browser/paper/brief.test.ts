import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type ProjectName, projectsInBrowser } from '../projects-in-browser.ts'

const windowIn = projectsInBrowser()

/** Each province of the pilot, when everything has come and while it comes in; what other projects have in their place. */
const BRIEFS: Readonly<Record<ProjectName, readonly string[]>> = {
  pilot: ['hai-phong', 'quang-ninh', 'nghe-an', 'ha-tinh', 'quang-binh'].flatMap((slug) => [
    `/provinces/${slug}/brief`,
    `/provinces/${slug}/brief?quarter=2021-Q4`,
  ]),
  consular: ['/provinces/viet-nam/brief', '/partners/labour/brief'],
  national: ['/provinces/nghe-an/brief', '/provinces/ha-noi/brief'],
}
/** Between the margins of A4, in pixels of the screen. */
const PAPER = { width: 718, height: 1047 }

describe.each(Object.keys(BRIEFS) as ProjectName[])('a brief of the %s project', (name) => {
  it.each(['vi', 'en'] as const)(
    'in %s is two sides of A4, whole and light, and says of what kind its figures are',
    async (language) => {
      const { context, page } = await windowIn(name, { language, colorScheme: 'dark' })
      const problems: string[] = []
      for (const url of BRIEFS[name]) {
        await page.goto(url)
        const pdf = await page.pdf({ preferCSSPageSize: true })
        const sides = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length
        if (sides !== 2) problems.push(`${url}: ${sides} sides`)
        await page.emulateMedia({ media: 'print' })
        await page.setViewportSize(PAPER)
        problems.push(...(await cutOn(page)).map((text) => `${url}: ${text}`))
        await page.emulateMedia({ media: null })
        expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
        expect(await page.locator('.side .running strong').count()).toBe(2)
        expect(await page.locator('.headlines svg.multiple path.line').count()).toBeGreaterThan(3)
      }
      await context.close()
      expect(problems).toEqual([])
    },
  )
})

/** What is taller than its side, sticks out of its cell or out of its picture. */
function cutOn(page: Page): Promise<string[]> {
  return page.evaluate((height) => {
    const cut: string[] = []
    for (const side of document.querySelectorAll<HTMLElement>('.side')) {
      if (side.scrollHeight > height) cut.push(`a side of ${side.scrollHeight} px`)
      for (const one of side.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, th, td'))
        if (one.scrollWidth > one.clientWidth + 1 && !one.classList.contains('unseen'))
          cut.push(`cut: ${one.textContent}`)
      for (const text of side.querySelectorAll<SVGTextElement>('svg.multiple text')) {
        const { x, width } = text.getBBox()
        const { width: room } = text.ownerSVGElement!.viewBox.baseVal
        if (x < -1 || x + width > room + 1) cut.push(`out of its picture: ${text.textContent}`)
      }
    }
    return cut
  }, PAPER.height)
}
