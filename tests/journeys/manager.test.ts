import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { waitingSubmissions } from '../../src/submissions/waiting/store.ts'
import { overflowOf, violationsOn } from '../support/browser.ts'
import { demoInBrowser } from '../support/in-browser.ts'

/*
 * What a manager comes for, step by step in a browser: three questions with two clicks at most from the overview, and the work of
 * the quarter's end.
 */
const demo = demoInBrowser()

const SCREENS: ['vi' | 'en', number][] = [
  ['vi', 360],
  ['en', 1280],
]
const ALL = { vi: 'Tất cả', en: 'All' }

/** Follows links from the overview and counts them. */
class Steps {
  clicks = 0
  constructor(readonly page: Page) {}

  async follow(selector: string, until: string): Promise<void> {
    this.clicks++
    await this.page.locator(selector).first().click()
    await this.page.locator(until).first().waitFor()
    await this.page.waitForLoadState()
  }
}

async function fromOverview(
  [language, width]: readonly ['vi' | 'en', number],
  work: (steps: Steps, language: 'vi' | 'en') => Promise<void>,
): Promise<void> {
  const { context, page } = await demo.managersWindow({
    language,
    width,
  })
  await page.goto('/overview')
  const steps = new Steps(page)
  await work(steps, language)
  expect(steps.clicks).toBeLessThanOrEqual(2)
  await context.close()
}

describe.each(SCREENS)('a manager finds out (%s, %i px)', (...screen) => {
  it('which three provinces are late, and by how long each reporter is', async () => {
    await fromOverview(screen, async (steps, language) => {
      const where = await steps.page.textContent('section[aria-labelledby="late"] .where')
      expect([...where!.matchAll(/\((\d+)\)/g)]).toHaveLength(3)
      await steps.follow(`section[aria-labelledby="late"] h2 a:has-text("${ALL[language]}")`, 'table.board')
      const days = await steps.page
        .locator('table.board tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => Number(/\d+/.exec(row.querySelector('.late')?.textContent ?? '')?.[0] ?? 0)),
        )
      expect(days[0]).toBeGreaterThan(0)
      expect(days).toEqual(days.toSorted((a, b) => b - a))
    })
  })

  it('which five indicators are worst against plan, and whom to ask', async () => {
    await fromOverview(screen, async (steps, language) => {
      const items = steps.page.locator('section[aria-labelledby="behind"] li')
      expect(await items.count()).toBe(5)
      const worst = await items.first().locator('b').textContent()
      await steps.follow(`section[aria-labelledby="behind"] h2 a:has-text("${ALL[language]}")`, '.scorecard tbody th b')
      expect(await steps.page.locator('.scorecard tbody th b').first().textContent()).toBe(worst)
      await steps.follow('.scorecard tbody th a', 'h1')
      expect(new URL(steps.page.url()).pathname).toBe(`/indicators/${worst}`)
    })
  })

  it('what was corrected, by whom and why', async () => {
    await fromOverview(screen, async (steps) => {
      const item = steps.page.locator('section[aria-labelledby="changed"] li.is-corrected').first()
      expect(await item.locator('small').textContent()).toMatch(/\d{4} .*[A-ZĐ]/)
      await steps.follow('section[aria-labelledby="changed"] li.is-corrected a', 'h1')
      expect(new URL(steps.page.url()).pathname).toBe('/figures/origin')
      expect(await steps.page.textContent('main')).toContain('[r]')
    })
  })
})

/** What axe finds on a page, and whether it sticks out. */
async function faultsOf(page: Page): Promise<string[]> {
  const over = await overflowOf(page)
  return [...(await violationsOn(page)), ...(over > 0 ? [`sticks out by ${over} px`] : [])]
}

it('a manager approves together what nothing is doubtful about, and goes through the others one by one', async () => {
  const { context, page } = await demo.managersWindow({
    language: 'vi',
    width: 360,
  })
  await page.goto('/')
  await page.click('a[href="/submissions/waiting"]')
  await page.locator('a.button.primary[href^="/submissions/waiting/approval"]').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.click('a.button.primary[href^="/submissions/waiting/approval"]')
  await page.locator('input[name="chosen"]').first().waitFor()
  // Waits until the page is whole: what is ticked is counted below.
  expect(await faultsOf(page)).toEqual([])
  const ticked = page.locator('input[name="chosen"]:checked')
  const count = await ticked.count()
  const waiting = waitingSubmissions(demo.db).length
  expect(count).toBeGreaterThan(1)
  await ticked.first().uncheck()
  await page.click('form[action="/submissions/waiting/approval"] button.primary')
  await page.waitForSelector('.notice.good')
  expect(await page.textContent('.notice.good')).toContain(`Đã phê duyệt ${count - 1} báo cáo.`)
  expect(waitingSubmissions(demo.db)).toHaveLength(waiting - count + 1)
  await page.waitForLoadState()

  await page.locator('main .tasks a').first().click()
  await page.waitForSelector('nav.queue')
  const first = new URL(page.url()).pathname
  await page.click('form[action$="/approval"] button')
  await page.waitForURL((url) => url.pathname !== first && !url.pathname.endsWith('/approval'))
  expect(await page.textContent('.notice.good')).toContain('Đã phê duyệt: Quý IV/2021')
  await context.close()
})

it.each(SCREENS)(
  'a quarter with reports outstanding is closed when that is said again (%s, %i px)',
  async (...screen) => {
    const [language, width] = screen
    const { context, page } = await demo.managersWindow({
      language,
      width,
    })
    await page.goto('/periods')
    await page.click('form[action="/periods/2021-Q4/closing"] button')
    await page.locator('#list-overdue').waitFor()
    expect(await faultsOf(page)).toEqual([])
    if (language === 'en') {
      await page.click('form[action="/periods/2021-Q4/closing"] button.primary')
      await page.locator('.notice.good').waitFor()
      expect(await page.textContent('.notice.good')).toContain('Q4 2021 is closed.')
    }
    await context.close()
  },
)
