import { describe, expect, it } from 'vitest'
import { testApp } from '../support/app.ts'
import { manyProvincesDb } from '../support/demo/many-provinces.ts'
import { DEMO_NOW } from '../support/demo.ts'
import { demoInBrowser, inBrowser } from '../support/in-browser.ts'

const demo = demoInBrowser()
/** The provinces of the country since 1 July 2025. */
const wide = inBrowser(async () => {
  const db = manyProvincesDb(34)
  return { db, app: await testApp(db, () => DEMO_NOW) }
})

describe('the page of a province', () => {
  it.each([
    ['vi', 1280, 4000],
    ['en', 1280, 4000],
    ['vi', 360, 11_000],
  ] as const)(
    'in %s at %d px is at most %d px tall, with a picture of every indicator that no script draws',
    async (language, width, most) => {
      const { context, page } = await demo.managersWindow({ language, width })
      await page.goto('/provinces/nghe-an')
      expect(await page.locator('.multiple-card').count()).toBe(40)
      expect(await page.locator('svg.multiple[role="img"][aria-label]').count()).toBe(40)
      const scripts = await page.locator('script[src]').evaluateAll((all) => all.map((one) => one.getAttribute('src')))
      expect(scripts.map((src) => src!.split('/').at(-1)!.replace(/\?.*/, ''))).toEqual(['shown-again.js'])
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(most)
      await page.locator('#picture-V3 .picture-of').click()
      await page.waitForURL(/view=table#chart-V3-trend-nghe-an$/)
      await context.close()
    },
  )
})

it.each([1280, 360])('on the cards of a component nothing lies on what is pressed, at %d px', async (width) => {
  const { context, page } = await demo.managersWindow({ language: 'vi', width })
  await page.goto('/components/protection')
  const pressed = page.locator('.multiple-card .tile a, .multiple-card .downloads summary')
  expect(await pressed.count()).toBeGreaterThan(60)
  const covered = await pressed.evaluateAll((all) =>
    all.filter((one) => {
      one.scrollIntoView({ block: 'center' })
      const { x, y, width: wide, height } = one.getBoundingClientRect()
      return height < 24 || !one.contains(document.elementFromPoint(x + wide / 2, y + height / 2))
    }),
  )
  expect(covered).toHaveLength(0)
  await context.close()
})

it.each([
  ['vi', 1280, 1600],
  ['en', 1280, 1600],
  ['vi', 360, Number.POSITIVE_INFINITY],
] as const)(
  'the overview of 44 indicators in %s at %d px has every name and note whole, and is at most %d px tall',
  async (language, width, most) => {
    const { context, page } = await demo.managersWindow({ language, width })
    await page.goto('/overview')
    expect(await page.locator('.scorecard tbody tr').count()).toBe(44)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(most)
    const names = page.locator('.scorecard tbody th, .attention li > :is(a, small)')
    expect(await names.count()).toBeGreaterThan(60)
    const cut = await names.evaluateAll((all) =>
      all
        .filter((one) => {
          const text = document.createRange()
          text.selectNodeContents(one)
          const [inner, box] = [text.getBoundingClientRect(), one.getBoundingClientRect()]
          const isHidden = getComputedStyle(one).overflow !== 'visible' && one.scrollWidth > one.clientWidth
          return isHidden || inner.right > box.right + 1 || inner.bottom > box.bottom + 2
        })
        .map((one) => one.textContent?.trim()),
    )
    expect(cut).toEqual([])
    await context.close()
  },
)

it.each([
  ['vi', 5],
  ['en', 5],
  ['vi', 34],
  ['en', 34],
] as const)(
  'no number and no word of the scorecard is cut in %s beside %d provinces, at 1220 px',
  async (language, count) => {
    const served = count === 5 ? demo : wide
    const { context, page } = await served.windowFor('iom.manager@example.org', { language, width: 1220 })
    await page.goto('/overview')
    expect(await page.locator('.scorecard tbody tr:first-child td.tile').count()).toBe(count)
    const cut = await page
      .locator('.scorecard tbody td, .scorecard tbody td :is(a, data, span:not(.unseen), small)')
      .evaluateAll((all) =>
        all.filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth).map((one) => one.textContent),
      )
    expect(cut).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1220)
    await context.close()
  },
)

describe('the overview of more provinces than there can be tiles', () => {
  const more = inBrowser(async () => {
    const db = manyProvincesDb(41)
    return { db, app: await testApp(db, () => DEMO_NOW) }
  })

  it.each([1220, 360])(
    'counts how many stand how, explains it, and is as wide as the window of %d px',
    async (width) => {
      const { context, page } = await more.windowFor('iom.manager@example.org', { language: 'en', width })
      await page.goto('/overview')
      expect(await page.locator('.scorecard td.tile').count()).toBe(0)
      expect(await page.locator('.scorecard td.spread').count()).toBe(44)
      const row = page
        .locator('.scorecard tbody tr', { has: page.locator('th', { hasText: 'V3' }) })
        .locator('td.spread')
      expect((await row.textContent())?.trim()).toMatch(/^A 41\b/)
      expect(await page.locator('.signs, .keys, details').getByText('Provinces: how many are A on track').count()).toBe(
        1,
      )
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await context.close()
    },
  )
})

describe('a form of filters', () => {
  it('shows after Back what the page is of, and not what was chosen on the one after it', async () => {
    const { context, page } = await demo.managersWindow({ language: 'en' })
    await page.goto('/indicators/V3')
    await page.locator('.choice summary').click()
    await page.locator('select[name="grain"]').selectOption('year')
    await page.locator('input[name="province"][value="nghe-an"]').check()
    await page.locator('.filters button').first().click()
    await page.waitForURL(/grain=year/)
    expect(await page.locator('.chips li').count()).toBe(2)
    await page.goBack()
    await page.waitForURL(/indicators\/V3$/)
    // Browsers put back what was chosen, until the page has been shown again.
    await expect.poll(() => page.locator('select[name="grain"]').inputValue()).toBe('quarter')
    expect(await page.locator('input[name="province"]:checked').count()).toBe(0)
    await context.close()
  })
})

describe('a first load over a weak line', () => {
  /** What comes over the line when nothing is kept, compressed as it comes. */
  async function loadOf(url: string) {
    const { context, page } = await demo.managersWindow({ language: 'vi' })
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    const urls = new Map<string, string>()
    const kilobytes = new Map<string, number>()
    session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      kilobytes.set(urls.get(requestId) ?? '', encodedDataLength / 1000),
    )
    await page.goto(url, { waitUntil: 'networkidle' })
    await context.close()
    const all = [...urls.values()].filter((one) => !one.startsWith('data:') && !one.startsWith('blob:'))
    return {
      html: kilobytes.get(demo.address + url) ?? Number.NaN,
      total: [...kilobytes.values()].reduce((sum, one) => sum + one, 0),
      requests: all.length,
      elsewhere: all.filter((one) => !one.startsWith(`${demo.address}/`)),
    }
  }

  it.each([
    ['/overview', 30],
    ['/overview?view=table', 30],
    ['/indicators/V3', 100],
    ['/indicators/V1', 100],
    ['/indicators/V3?view=table', 30],
    ['/components/prevention', 30],
    ['/components/prosecution', 30],
    ['/components/protection', 30],
    ['/components/protection?view=table', 30],
    ['/provinces/nghe-an', 30],
    ['/provinces/nghe-an?view=table', 30],
    ['/', 30],
    ['/submissions', 30],
    ['/help', 30],
  ])('%s is at most %d kB', async (url, most) => {
    const load = await loadOf(url)
    expect(load.elsewhere).toEqual([])
    expect(load.requests).toBeLessThanOrEqual(6)
    expect(load.html).toBeLessThanOrEqual(25)
    expect(load.total).toBeLessThanOrEqual(most)
  })
})
