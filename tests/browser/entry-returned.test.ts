import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { overflowOf, resize, violationsOn, WIDTHS } from '../support/browser.ts'
import { entryInBrowser, input } from './entry-in-browser.ts'

/** Reports that come back to their partner, and what is done with them on the way. */
const entry = entryInBrowser()
const { form } = entry

describe('a report that can’t be handed in', () => {
  it('comes back with what could not be taken by reloading, Back and in the other language', async () => {
    await form(
      async (page) => {
        await input(page, 'v.V13').fill('mười')
        await page.click('form#entry .bar button[name="after"]')
        const isTold = async () => {
          expect(await input(page, 'v.V13').inputValue()).toBe('mười')
          expect(await page.locator('#problems li').count()).toBeGreaterThan(0)
        }
        await isTold()
        expect(new URL(page.url()).pathname).toBe(`${entry.url}/handing-in`)
        await page.reload()
        await isTold()
        await page.goto('/')
        await page.goBack()
        await isTold()
        await page.click('form.language button')
        await isTold()
        expect(await page.textContent('#problems')).toContain('not a number')
      },
      { javaScriptEnabled: false },
    )
  })

  it('asks which of two values stands, at an address that everybody can read, on a telephone and in an office', async () => {
    const saved = async (page: Page, text: string) => {
      await input(page, 'v.V13').fill(text)
      await page.click('form#entry .bar button.primary')
    }
    await form(
      async (page) => {
        await form((elsewhere) => saved(elsewhere, '31'), { javaScriptEnabled: false })
        await saved(page, '32')
        const asked = `${entry.url}/differences`
        expect(new URL(page.url()).pathname).toBe(asked)
        const read = await page.context().browser()!.newContext({ baseURL: entry.address, locale: 'vi-VN' })
        await read.addCookies(await page.context().cookies())
        const reader = await read.newPage()
        for (const width of WIDTHS) {
          await resize(reader, width)
          await reader.goto(asked)
          for (const value of ['31', '32']) expect(await reader.textContent('main')).toContain(value)
          expect([await violationsOn(reader), await overflowOf(reader)]).toEqual([[], 0])
        }
        await read.close()
        await page.reload()
        await page.locator('input[type="radio"][value="mine"]').first().check()
        await page.click('main form button.primary')
        expect(await input(page, 'v.V13').inputValue()).toBe('32')
      },
      { javaScriptEnabled: false },
    )
  })

  it('refuses a row of cells pasted into one without a script, and says so beside it', async () => {
    await form(
      async (page) => {
        const before = await input(page, 'v.V13').inputValue()
        await input(page, 'v.V13').fill('1\t2\t3')
        await page.click('form#entry .bar button.primary')
        expect(await page.textContent('[id="v.V13-wrong"]')).toContain('nhiều ô bị dán')
        expect(await input(page, 'v.V13').inputValue()).toBe('1\t2\t3')
        await page.goto(entry.url)
        expect(await page.textContent('[id="v.V13-wrong"]')).toContain('nhiều ô bị dán')
        // What is saved is seen from elsewhere.
        await form(async (elsewhere) => expect(await input(elsewhere, 'v.V13').inputValue()).toBe(before))
      },
      { javaScriptEnabled: false },
    )
  })
})

it('a number that can be read in two ways is asked about beside its field also when the page comes back, whose title says that it failed', async () => {
  await form(async (page) => {
    await input(page, 'v.V5.sex=male').fill('1,000')
    await page.locator('.bar button.primary').click()
    await page.waitForSelector('#problems')
    // What is asked beside a field is asked by the script.
    await page.waitForLoadState()
    expect(await page.title()).toMatch(/^Lỗi: /)
    const readings = page.locator('[id="v.V5.sex=male-doubt"] button')
    expect(await readings.allTextContents()).toEqual(['1000', '1'])
    expect(await page.textContent('[id="v.V5.sex=male-wrong"]')).toMatch(/^“1,000” là:/)
    expect(await violationsOn(page)).toEqual([])
    await readings.first().click()
    expect(await input(page, 'v.V5.sex=male').inputValue()).toBe('1000')
    expect(await page.locator('[id="v.V5.sex=male-doubt"]').count()).toBe(0)
    await page.waitForSelector('[data-saving="saved"]')
    await page.goto(entry.url)
    expect(await page.title()).not.toMatch(/^Lỗi/)
  })
})

describe('a telephone', () => {
  const here = (page: Page) => page.locator('.indicator.here').getAttribute('data-row')

  it('shows one indicator at a time, with the buttons in reach, and whatever is come to', async () => {
    await form(async (page) => {
      await page.setViewportSize({ width: 360, height: 740 })
      const rows = await page.locator('[data-row]').evaluateAll((all) => all.map((row) => row.getAttribute('data-row')))
      expect(await here(page)).toBe(rows[0])
      const save = page.locator('.bar button.primary')
      for (const code of rows.slice(1)) {
        await page.click('.steps button:last-child')
        expect(await here(page)).toBe(code)
        const { y, height } = (await save.boundingBox())!
        expect(y + height).toBeLessThanOrEqual(740)
      }
      expect(await page.locator('.steps button:last-child').isDisabled()).toBe(true)
      const last = await page.locator(`[data-row="${rows.at(-1)}"]`).boundingBox()
      expect(last!.width).toBeGreaterThan(300)
      await page.click(`.missing a[href="#row.${rows[1]}"]`)
      expect(await here(page)).toBe(rows[1])
      await input(page, 'v.V13').focus()
      expect(await here(page)).toBe('V13')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      expect(await violationsOn(page)).toEqual([])
    })
  })

  it('shows the first indicator that is to be corrected, and lets it be', async () => {
    await form(async (page) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await input(page, 'v.V6').fill('1,5')
      await page.click('.bar button.primary')
      await page.waitForSelector('#problems')
      await expect.poll(() => here(page)).toBe('V6')
      await page.locator('.one-at-a-time').waitFor()
      await page.click('#problems a')
      expect(await page.locator('[id="v.V6"]').isVisible()).toBe(true)
    })
  })

  it('is a long page without a script', async () => {
    await form(
      async (page) => {
        await page.setViewportSize({ width: 360, height: 740 })
        for (const row of await page.locator('[data-row]').all())
          expect((await row.boundingBox())!.width).toBeGreaterThan(300)
        expect(await page.locator('.steps').count()).toBe(0)
      },
      { javaScriptEnabled: false },
    )
  })
})

/** Keeps the names of cells that were come to and that something lay upon, and says how many were come to. */
const WATCH = `addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement) || target.dataset.part === undefined) return
  const told = (globalThis.told ??= { come: [], covered: [] })
  told.come.push(target.name)
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (document.activeElement !== target) return
    const { left, top, bottom } = target.getBoundingClientRect()
    const isSeen = [top + 2, bottom - 2].every((y) => document.elementFromPoint(left + 5, y) === target)
    if (!isSeen) told.covered.push(target.name)
  }))
})`

describe('a partner with a telephone', () => {
  it.each([
    ['Hoàng Mô Phỏng', 'Quảng Bình', 100, 1],
    ['Đặng Văn Mẫu', 'Nghệ An', 66, 2],
  ])(
    '%s signs in, fills in the quarter of %s and hands it in: %i cells on %i screens',
    async (name, where, cells, screens) => {
      const { context, page } = await entry.windowFor(null, { language: 'vi', width: 360 })
      await page.setViewportSize({ width: 360, height: 740 })
      await page.addInitScript(WATCH)
      await page.goto('/sign-in')
      await page.click(`button:has(strong:text-is("${name}"))`)
      await page.click(`main a:has(strong):text("${where}") >> nth=0`)
      const come = new Set<string>()
      for (let screen = 1; screen <= screens; screen += 1) {
        // A screen of one indicator has nothing to step through.
        await page.waitForSelector('.one-at-a-time, #entry:not(:has([data-row] ~ [data-row]))')
        // While a page comes its first indicator is its only one, and no script knows what Enter does.
        await page.waitForLoadState()
        for (const told of await fillScreen(page)) come.add(told)
        expect(await page.locator('.missing .warn').count()).toBe(0)
        if (screen < screens) {
          await page.click('.bar button[name="next"]')
          await page.waitForURL(/component=/)
        }
      }
      expect(come.size).toBe(cells)
      await page.click('.bar button[name="after"]')
      await page.waitForSelector('form[action$="/handing-in"] button.primary')
      await page.waitForLoadState()
      for (const note of await page.locator('input[name="note"]:visible').all())
        await note.fill('Đã đối chiếu với sổ theo dõi')
      await page.click('form[action$="/handing-in"] button.primary')
      await expect.poll(() => page.textContent('.notice.good')).toContain('Đã gửi báo cáo')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      await context.close()
    },
  )
})

/**
 * Fills in one indicator after the other: taps the first cell of each block, then a number and the key that leads on. @returns the names of
 * the cells
 */
async function fillScreen(page: Page): Promise<string[]> {
  const steps = page.locator('.steps button:last-child')
  for (;;) {
    for (const block of await page.locator('.indicator.here [data-grid], [data-row]:only-of-type [data-grid]').all()) {
      const inputs = block.locator('[data-part]')
      if ((await inputs.first().evaluate(({ tagName }) => tagName)) === 'SELECT') {
        await inputs.first().focus()
        await inputs.first().selectOption({ index: 1 })
        continue
      }
      await inputs.first().click()
      await page.keyboard.press('Control+a')
      for (let nth = await inputs.count(); nth > 0; nth -= 1) {
        await page.keyboard.type('0')
        await page.keyboard.press('Enter')
      }
    }
    const buttons = await page.locator('.bar button:visible').all()
    for (const button of buttons) {
      const { y, height } = (await button.boundingBox())!
      expect([y >= 0, y + height <= 740, height >= 44]).toEqual([true, true, true])
    }
    if ((await steps.count()) === 0 || (await steps.isDisabled())) break
    await steps.click()
  }
  const told = (await page.evaluate('globalThis.told')) as { come: string[]; covered: string[] }
  expect(told.covered).toEqual([])
  return told.come
}
