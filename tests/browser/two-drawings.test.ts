import { describe, expect, it } from 'vitest'
import { demoInBrowser } from '../support/in-browser.ts'
import { comparedDrawings } from './compared-drawings.ts'
import { redrawn } from './redrawn.ts'

const demo = demoInBrowser()

describe('a chart that the server drew and a script draws again', () => {
  it.each([
    ['light', '/indicators/V3', ['trend', 'provinces', 'over-time', 'by-sex', 'by-age', 'by-service']],
    ['dark', '/indicators/V3', ['by-sex', 'provinces']],
    ['light', '/indicators/J11', ['trend', 'provinces', 'over-time']],
    ['light', '/indicators/V6', ['trend']],
    ['light', '/indicators/P5', ['by-sex']],
  ] as const)(
    'on a %s screen %s has its bars, patterns, points and lines where the server drew them, in the same colours: %j',
    async (colorScheme, url, ids) => {
      const kinds: Record<string, number> = {}
      const { context, page } = await demo.managersWindow({ language: 'en', colorScheme })
      await page.goto(url)
      for (const id of ids) {
        const plot = await redrawn(page, id)
        const found = await plot.evaluate(comparedDrawings)
        expect(found.missed, id).toEqual([])
        expect(found.seen, id).toBeGreaterThan(4)
        for (const [kind, count] of Object.entries(found.kinds)) kinds[kind] = (kinds[kind] ?? 0) + count
      }
      await context.close()
      if (url === '/indicators/V3' && colorScheme === 'light')
        expect(Object.values(kinds).every((count) => count > 5)).toBe(true)
    },
  )

  it('is not made of a picture that nobody comes to: an old machine would be busy with it', async () => {
    const { context, page } = await demo.managersWindow({ language: 'en' })
    await page.goto('/indicators/V3')
    await page.locator('#picture-trend .area[tabindex]').waitFor()
    expect(await page.locator('canvas').count()).toBe(0)
    await page.locator('#picture-trend .area').hover()
    await page.locator('#picture-trend .plot.redrawn canvas').waitFor()
    expect(await page.locator('canvas').count()).toBe(1)
    await context.close()
  })

  it('leaves a picture that can’t be drawn again as the server drew it, and draws the others', async () => {
    const { context, page } = await demo.managersWindow({ language: 'en' })
    await page.route('**/indicators/V12', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: (await answer.text()).replace('-data">{', '-data">{{') })
    })
    await page.goto('/indicators/V12')
    await page.locator('#picture-trend .area').focus()
    await redrawn(page, 'over-time')
    expect(await page.locator('#picture-trend .plot.redrawn').count()).toBe(0)
    expect(await page.locator('#picture-trend .series rect:visible').count()).toBeGreaterThan(5)
    await context.close()
  })
})
