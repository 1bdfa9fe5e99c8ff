import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { ChartData } from '../../src/charts/model/chart-data.ts'
import { demoInBrowser } from '../support/in-browser.ts'
import { redrawn } from './redrawn.ts'

const demo = demoInBrowser()

async function at(
  url: string,
  act: (page: Page) => Promise<void>,
  options: { javaScriptEnabled?: boolean; width?: number } = {},
): Promise<void> {
  const { context, page } = await demo.managersWindow({ language: 'en', ...options })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url)
  await act(page)
  expect(errors).toEqual([])
  await context.close()
}

/** Exact numbers of the table of a chart, row by row. */
function numbersIn(page: Page, id: string): Promise<(number | null)[][]> {
  return page.locator(`#chart-${id} tbody tr`).evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('a.origin')].map((cell) => {
        const value = cell.querySelector('data')?.getAttribute('value')
        return value === undefined || value === null ? null : Number(value)
      }),
    ),
  )
}

async function dataOf(page: Page, id: string): Promise<ChartData> {
  return JSON.parse((await page.locator(`#picture-${id}-data`).textContent()) ?? '') as ChartData
}

describe('a chart with a script', () => {
  it.each([
    ['/indicators/V12?to=2021-Q4', 'trend'],
    ['/indicators/V12?to=2021-Q4', 'over-time'],
    ['/indicators/V1?to=2021-Q4', 'by-age-18'],
    ['/indicators/V6?to=2021-Q4&grain=year', 'trend'],
  ])('%s draws %s, with the numbers of its table', async (url, id) => {
    await at(url, async (page) => {
      await redrawn(page, id)
      const { data } = await dataOf(page, id)
      // What sums come to, and what was planned, lies on top of them.
      const series = data.datasets.filter(({ order }) => order === 1)
      await page.locator(`#picture-${id} a[href*="view=table"]`).click()
      await page.waitForURL(new RegExp(`view=table#chart-${id}$`))
      const table = await numbersIn(page, id)
      expect(table.length).toBeGreaterThan(2)
      expect(table.flat().filter((value) => value !== null).length).toBeGreaterThan(2)
      expect(data.labels.map((_, i) => series.map((one) => one.data[i]))).toEqual(table)
    })
  })

  it('is read by keyboard, place by place and series by series, with how to do it in sight', async () => {
    await at('/indicators/V3?from=2021-Q1&to=2021-Q4', async (page) => {
      const area = (await redrawn(page, 'trend')).locator('.area')
      await area.focus()
      const said = area.locator('[aria-live]')
      await page.keyboard.press('ArrowRight')
      expect(await said.textContent()).toMatch(
        /^Q1 2021: In each period: 47 persons; To date: \d+ persons.*; Planned: \d+ persons$/,
      )
      await page.keyboard.press('End')
      expect(await said.textContent()).toMatch(/^Q4 2021: In each period: 6 persons · partial: 1 of 5 reports; /)
      await page.keyboard.press('ArrowUp')
      expect(await said.textContent()).toMatch(/^Q4 2021: Planned: \d+ persons$/)
      await page.keyboard.press('Escape')
      expect(await area.locator('.keys').isVisible()).toBe(true)
      await page.keyboard.press('ArrowLeft')
      expect(await said.textContent()).toMatch(/^Q3 2021: /)
    })
  })

  it('leaves out the series that one chooses, with their signs', async () => {
    await at('/indicators/V12', async (page) => {
      const plot = await redrawn(page, 'over-time')
      const signs = plot.locator('.signs').first()
      const nth = await signs.getAttribute('data-series')
      const name = page.locator(`#picture-over-time .series-names li[data-series="${nth}"] button`)
      const left = (await name.textContent())!.trim()
      expect([await name.getAttribute('aria-pressed'), await signs.isVisible()]).toEqual(['true', true])
      await name.focus()
      await page.keyboard.press('Enter')
      expect([await name.getAttribute('aria-pressed'), await signs.isVisible()]).toEqual(['false', false])
      await plot.locator('.area').focus()
      await page.keyboard.press('Home')
      const said = (await plot.locator('[aria-live]').textContent())!
      expect([said.includes('Nghệ An: '), said.includes(`${left}: `)]).toEqual([true, false])
    })
  })

  it('is on paper as the server drew it', async () => {
    await at('/indicators/V3', async (page) => {
      const plot = await redrawn(page, 'trend')
      const shown = async () => [
        await plot.locator('.series rect').first().isVisible(),
        await plot.locator('canvas').isVisible(),
      ]
      expect(await shown()).toEqual([false, true])
      await page.emulateMedia({ media: 'print' })
      expect(await shown()).toEqual([true, false])
    })
  })

  it('lies down for provinces side by side and fits a small phone', async () => {
    await at(
      '/indicators/P13?to=2021-Q4',
      async (page) => {
        await redrawn(page, 'provinces')
        const box = await page.locator('#picture-provinces canvas').boundingBox()
        expect(box!.width).toBeGreaterThan(200)
        expect(box!.x + box!.width).toBeLessThanOrEqual(360)
        expect(await page.locator('#picture-provinces .key li').allTextContents()).toEqual([
          expect.stringContaining('Hatched bar'),
        ])
      },
      { width: 360 },
    )
  })

  it('has a hollow point where the figure is partial and a full one where it is not', async () => {
    await at('/indicators/V3?from=2021-Q1&to=2021-Q4', async (page) => {
      await redrawn(page, 'trend')
      const inks = await page.locator('#picture-trend canvas').evaluate((canvas: HTMLCanvasElement) => {
        const context = canvas.getContext('2d')!
        const ink = getComputedStyle(canvas).getPropertyValue('--chart-figure').trim()
        const probe = document.createElement('canvas').getContext('2d')!
        probe.fillStyle = ink
        probe.fillRect(0, 0, 1, 1)
        const [r, g, b] = probe.getImageData(0, 0, 1, 1).data
        const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
        const inked = (x: number, y: number) => {
          const at = (y * width + x) * 4
          return data[at] === r && data[at + 1] === g && data[at + 2] === b
        }
        const square = (x: number, y: number, of: (x: number, y: number) => boolean) =>
          [-1, 0, 1].every((dx) => [-1, 0, 1].every((dy) => of(x + dx, y + dy)))
        const paper = (x: number, y: number) =>
          data[(y * width + x) * 4] === 255 && data[(y * width + x) * 4 + 3] === 255
        let [full, hollow] = [0, 0]
        for (let y = 8; y < height - 8; y++) {
          for (let x = 8; x < width - 8; x++) {
            if (square(x, y, inked)) full++
            const around = [-1, 1].flatMap((way) => [
              [4, 5, 6].some((far) => inked(x + way * far, y)),
              [4, 5, 6].some((far) => inked(x, y + way * far)),
            ])
            const ring = around.every(Boolean)
            if (ring && square(x, y, paper)) hollow++
          }
        }
        return { full, hollow }
      })
      expect(inks.full).toBeGreaterThan(0)
      expect(inks.hollow).toBeGreaterThan(0)
    })
  })

  it('is reached by keyboard: picture, names, table, and the menu of what can be taken away, one after the other', async () => {
    await at('/indicators/V12?to=2021-Q4', async (page) => {
      const plot = await redrawn(page, 'trend')
      await plot.locator('.area').focus()
      const reached: string[] = []
      for (let i = 0; i < 20 && !reached.includes('copy'); i++) {
        reached.push(
          await page.evaluate(() => {
            const here = document.activeElement as HTMLElement
            if (here.dataset.png) return 'png'
            if (here.dataset.copy) return 'copy'
            if (here.tagName === 'SUMMARY') return 'menu'
            if (here.matches('a[href*="picture.svg"]')) return 'svg'
            if (here.matches('a[href*="xlsx"]')) return 'xlsx'
            if (here.matches('.area')) return 'picture'
            if (here.matches('.series-names button')) return 'name'
            return here.matches('a[href*="view=table"]') ? 'table' : here.matches('a[href*="csv"]') ? 'csv' : 'other'
          }),
        )
        if (reached.at(-1) === 'menu') await page.keyboard.press('Enter')
        await page.keyboard.press('Tab')
      }
      expect([...new Set(reached)]).toEqual(['picture', 'name', 'table', 'menu', 'png', 'svg', 'xlsx', 'csv', 'copy'])
      expect(reached.filter((one) => one === 'name')).toHaveLength(3)
    })
  })

  it('has its table reached by keyboard too: the box, then number by number, then what can be taken away', async () => {
    await at('/indicators/V12?to=2021-Q4&view=table', async (page) => {
      await page.locator('#chart-trend .scroll').focus()
      const reached: string[] = []
      for (let i = 0; i < 40 && !reached.includes('menu'); i++) {
        reached.push(
          await page.evaluate(() => {
            const here = document.activeElement as HTMLElement
            if (here.matches('.scroll')) return 'table'
            return here.matches('a.origin') ? 'number' : here.matches('.downloads summary') ? 'menu' : 'other'
          }),
        )
        await page.keyboard.press('Tab')
      }
      expect([...new Set(reached)]).toEqual(['table', 'number', 'menu'])
      expect(reached.filter((one) => one === 'number')).toHaveLength(12)
    })
  })

  it('gives a picture with everything a figure travels with, by keyboard too', async () => {
    await at('/indicators/V3?to=2021-Q4', async (page) => {
      await page.locator('#picture-trend .downloads summary').press('Enter')
      await page.locator('#picture-trend button[data-png]').focus()
      const waiting = page.waitForEvent('download')
      await page.keyboard.press('Enter')
      const download = await waiting
      expect(download.suggestedFilename()).toMatch(/^V3\. .+ – over time, 2019-Q1–2021-Q4\.png$/)
      const parts: Buffer[] = []
      for await (const part of await download.createReadStream()) parts.push(part as Buffer)
      const png = Buffer.concat(parts)
      expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 900])
      expect(png.length).toBeGreaterThan(20_000)
    })
  })
})

describe('the table of a chart', () => {
  it('is copied so that numbers are numbers where they are pasted, and it is said', async () => {
    await at('/indicators/V6?to=2021-Q4', async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      const menu = page.locator('#picture-trend .downloads')
      await menu.locator('summary').click()
      await menu.locator('button[data-copy]').click()
      await menu.locator('.said:not(:empty)').waitFor()
      expect(await menu.locator('.said').textContent()).toBe('Copied: 12 rows. Paste it into Excel.')
      const copied = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read()
        const textOf = async (type: string) => (await item!.getType(type)).text()
        return { html: await textOf('text/html'), text: await textOf('text/plain') }
      })
      const [head, ...rows] = copied.text.split(/\r?\n/).map((line) => line.split('\t'))
      expect([head![0], rows.length, new Set(rows.map(({ length }) => length)).size]).toEqual(['Period', 12, 1])
      expect(rows[0]![2]).toMatch(/^\d+(\.\d+)?%$/)
      const cell = await page.evaluate((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html')
        return parsed.querySelector('tbody tr')!.querySelectorAll('td')[2]!.textContent
      }, copied.html)
      expect(cell).toBe(rows[0]![2])
      await page.keyboard.press('Escape')
      expect(await menu.getAttribute('open')).toBeNull()
    })
  })
})

describe('a chart without a script', () => {
  it('is drawn by the server, told in a sentence, and leads to its table; no button does nothing', async () => {
    await at(
      '/indicators/V12?to=2021-Q4',
      async (page) => {
        const svg = page.locator('#picture-trend .area > svg')
        expect((await svg.boundingBox())!.width).toBeGreaterThan(700)
        expect(await svg.getAttribute('aria-label')).toMatch(/^Trend against target: Rose from /)
        expect(await page.locator('#picture-trend .series rect:visible').count()).toBeGreaterThan(5)
        await page.locator('#picture-trend .downloads summary').click()
        expect(await page.locator('.downloads li button:visible, .series-names button').count()).toBe(0)
        expect(await page.locator('#picture-trend .downloads a:visible').count()).toBe(4)
        await page.locator('#picture-trend a[href*="view=table"]').click()
        await page.waitForURL(/view=table#chart-trend$/)
        expect((await numbersIn(page, 'trend')).flat().filter((value) => value !== null)).toHaveLength(12)
      },
      { javaScriptEnabled: false },
    )
  })
})
