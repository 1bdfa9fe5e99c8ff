import { describe, expect, it } from 'vitest'
import { overflowOf, resize, violationsOn } from '../support/browser.ts'
import { projectsInBrowser } from './projects-in-browser.ts'

/**
 * The pages of figures of every project as two people see them: one with a phone in daylight, in Vietnamese, and one at a desk in
 * the dark, in English. What one page has of each kind, another need not have again.
 */
const TRIED = {
  pilot: [
    '/overview',
    '/components/protection',
    '/provinces/nghe-an',
    '/provinces/nghe-an/brief',
    '/indicators/V3',
    '/indicators/J11',
    '/indicators/V11',
  ],
  consular: ['/overview', '/partners/labour', '/indicators/C3', '/indicators/M2', '/indicators/M4?view=table'],
  national: [
    '/overview',
    '/provinces/nghe-an',
    '/provinces/nghe-an/brief',
    '/indicators/V12?map=today',
    '/indicators/J12',
  ],
} as const

const windowIn = projectsInBrowser()

/** What is written in pictures and beside them, and can't be read whole: it ends before its end, or lies beyond the edge of the screen. */
function namesCutInPictures(): string[] {
  const edge = document.documentElement.clientWidth
  const names = [
    ...document.querySelectorAll('.chart-picture .rows li, .chart-picture .series-names li, .multiples h3'),
  ]
  const letters = [...document.querySelectorAll('.chart-picture svg text')]
  const isBeyond = ({ left, right, width }: DOMRect) => width > 0 && (left < -1 || right > edge + 1)
  return [
    ...names.filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1),
    ...[...names, ...letters].filter((one) => isBeyond(one.getBoundingClientRect())),
  ].map((one) => one.textContent.trim())
}

describe('the pages of figures', () => {
  // By day the pages of the first two are looked at beside all others (pages.test.ts).
  it.each([
    ['pilot', 'en', 1280, 'dark', 360],
    ['consular', 'en', 1280, 'dark', 360],
    ['national', 'en', 1280, 'dark', 360],
    ['national', 'vi', 360, 'light', 1280],
  ] as const)(
    'of the %s project in %s at %d px on a %s screen can be read by everybody, and stick out neither there nor at %d px',
    async (name, language, width, colorScheme, other) => {
      const { context, page } = await windowIn(name, { language, width, colorScheme })
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
      for (const url of TRIED[name]) {
        await resize(page, width)
        const answer = await page.goto(url)
        if (answer?.status() !== 200) problems.push(`${url}: ${answer?.status()}`)
        problems.push(...(await violationsOn(page)).map((violation) => `${url}: ${violation}`))
        for (const wide of [width, other]) {
          await resize(page, wide)
          const over = await overflowOf(page)
          if (over > 0) problems.push(`${url} at ${wide} px: sticks out by ${over} px`)
          const cut = await page.evaluate(namesCutInPictures)
          if (cut.length > 0) problems.push(`${url} at ${wide} px: names that are cut in pictures: ${cut.join(', ')}`)
        }
        await resize(page, 1280)
        const widths = await page
          .locator('.chart-picture .plot')
          .evaluateAll((all) => all.map((one) => one.clientWidth))
        const cut = await page
          .locator('.scorecard data')
          .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent))
        if (cut.length > 0) problems.push(`${url}: numbers that are cut: ${cut.join(', ')}`)
        if (widths.some((one) => one < 700)) problems.push(`${url}: a picture of ${Math.min(...widths)} px`)
      }
      await context.close()
      expect(problems).toEqual([])
    },
  )
})
