import { describe, expect, it } from 'vitest'
import { overflowOf, violationsOn } from '../support/browser.ts'
import { demoInBrowser } from '../support/in-browser.ts'

// As long a name as a project may have.
const demo = demoInBrowser((db) => {
  db.$client
    .prepare(`update project set name_vi = name_vi || name_vi || name_vi, name_en = name_en || name_en || name_en`)
    .run()
})

describe('the field in the top', () => {
  it('is reached by its key, offers what fits while one types, and leads there by the keyboard alone', async () => {
    const { context, page } = await demo.managersWindow({ language: 'vi' })
    await page.goto('/help')
    await page.keyboard.press('/')
    await page.keyboard.type('v3')
    // What fits the first letter may have been offered meanwhile.
    const first = page.locator('form.search ol a').first()
    await expect.poll(() => first.textContent()).toMatch(/^V3 .* chỉ số · Bảo vệ$/)
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await page.locator('form.search ol').waitFor({ state: 'hidden' })
    await page.keyboard.type(' ')
    await first.waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/indicators/V3')
    // In a field the key is a letter as any other.
    await page.goto('/trail')
    const other = page.locator('main input, main select').first()
    await other.focus()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.closest('form')?.className)).not.toBe('search')
    await context.close()
  })

  it('is a page of its own on a phone, and everywhere without a script', async () => {
    const { context, page } = await demo.managersWindow({
      language: 'vi',
      width: 360,
      javaScriptEnabled: false,
    })
    await page.goto('/help')
    await page.click('a.to-search')
    await page.fill('#q', 'nghe an')
    await page.click('main button')
    await page.locator('ol.found a').first().click()
    await page.waitForURL('**/provinces/nghe-an')
    await context.close()
  })
})

describe('the menu', () => {
  it.each(['vi', 'en'] as const)('stays one row at 1280 px beside a long name, in %s', async (language) => {
    const { context, page } = await demo.managersWindow({ language })
    await page.goto('/trail')
    const tops = await page.locator('.top > *:visible, .menu > ul > li').evaluateAll((all) => {
      return all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2)
    })
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(8)
    expect(await overflowOf(page)).toBe(0)
    // On the page of the widest name in the menu the field gives way first, and the person's name stays whole.
    await page.goto('/releases')
    expect(await page.locator('.who .account').evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
    await page.goto('/trail')
    await page.click('.menu summary')
    await page.locator('.menu details a[aria-current="page"]').waitFor()
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.menu details a').first().waitFor({ state: 'hidden' })
    await context.close()
  })

  it('is folded at 360 px, opens without a script and says where one is', async () => {
    const { context, page } = await demo.managersWindow({
      language: 'vi',
      width: 360,
      javaScriptEnabled: false,
    })
    await page.goto('/trail')
    expect(await page.locator('.folded-menu summary').innerText()).toMatch(/Danh mục.*Nhật ký/)
    await page.click('.folded-menu summary')
    expect(await overflowOf(page)).toBe(0)
    await page.click('.folded-menu a[href="/provinces"]')
    await page.waitForURL('**/provinces')
    await context.close()
  })
})
