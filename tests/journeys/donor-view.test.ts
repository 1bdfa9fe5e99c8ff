import { expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { overflowOf, violationsOn } from '../support/browser.ts'
import { demoInBrowser } from '../support/in-browser.ts'

const demo = demoInBrowser(() => {}, quarterOf(2019, 2))

it.each([
  ['en', 1280, true],
  ['vi', 360, false],
] as const)(
  'in %s at %d px a manager looks at figures as a donor would: waits, reads which report it is, goes on, and takes it off (a script: %s)',
  async (language, width, javaScriptEnabled) => {
    const { context, page } = await demo.managersWindow({ language, width, javaScriptEnabled })
    const sees = async () => {
      await page.locator('.notice.seen').waitFor()
      if (javaScriptEnabled) expect(await violationsOn(page)).toEqual([])
      expect(await overflowOf(page)).toBe(0)
    }
    // As at a day of its own, so that it has to be worked out first.
    await page.goto(`/overview?asAt=${language === 'en' ? '2022-01-18' : '2022-01-19'}`)
    await page.locator('.choice summary').first().click()
    await page.locator('select[name="donor"]').selectOption('uk-home-office')
    await page.locator('.filters button').first().click()
    // It comes by itself.
    await sees()
    const title = await page.locator('.notice.seen h2').textContent()
    expect(title).toContain(language === 'en' ? 'Nothing has been issued.' : 'Chưa phát hành báo cáo nào.')
    await page.goto((await page.locator('a[href^="/indicators/V3"]').first().getAttribute('href'))!)
    await sees()
    expect(new URL(page.url()).searchParams.get('donor')).toBe('uk-home-office')
    expect(await page.locator('main').textContent()).toContain('[c]')
    await page.locator('.chips a').last().click()
    await page.locator('.notice.seen').waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('donor')).toBeNull()
    await context.close()
  },
)

it('what is being worked out says so, and can be had as it is', async () => {
  const { context, page } = await demo.managersWindow({ language: 'vi' })
  // It would look again while it is looked at here.
  await page.route(/donor=/, async (route) => {
    const response = await route.fetch()
    const { refresh, ...headers } = response.headers()
    expect(refresh).toBe('3')
    await route.fulfill({ response, headers })
  })
  await page.goto('/indicators/V3?donor=uk-home-office&asAt=2022-01-17')
  await page.locator('progress').waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.locator('main a[href="/indicators/V3?asAt=2022-01-17"]').click()
  await page.locator('section.answer').waitFor()
  await page.waitForLoadState()
  expect(await page.locator('.notice.seen').count()).toBe(0)
  await context.close()
})
