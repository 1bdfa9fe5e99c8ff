import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { factsOf, untrueIn } from '../projects/facts.ts'
import { dbOf, PROJECTS } from '../projects/projects.ts'
import { fieldsSaid } from '../releases/said.ts'
import { testApp } from '../support/app.ts'
import { overflowOf } from '../support/browser.ts'
import { inBrowser } from '../support/in-browser.ts'
import { sheetsOf } from '../support/workbook.ts'
import { TYPED } from './agency-quarter.ts'
import { handIn } from './hand-in.ts'

const consular = PROJECTS.find(({ name }) => name === 'consular')!
const AGENCY = 'consular-department@example.org'
const MANAGER = 'iom.quan-ly@example.org'
const SECOND = 'cuc-lanh-su.quan-ly@example.org'
const DONOR = 'nha-tai-tro.lanhsu@example.org'
const NAME = { vi: 'Cục Lãnh sự, Bộ Ngoại giao', en: 'Consular Department, Ministry of Foreign Affairs' }

describe('a quarter of an agency, from its form to the donor', () => {
  let clock = consular.now
  const program = inBrowser(async () => {
    const db = dbOf(consular)
    return { db, app: await testApp(db, () => clock++) }
  })

  async function as(email: string, language: 'vi' | 'en', width: 360 | 1280, act: (page: Page) => Promise<void>) {
    const { context, page } = await program.windowFor(email, { language, width })
    await page.goto('/')
    await act(page)
    await context.close()
  }

  /** Opens an address, whose pictures are drawn, and nothing of which sticks out. */
  async function look(page: Page, url: string): Promise<string> {
    await page.goto(url)
    for (const picture of await page.locator('.chart-picture .plot').all()) {
      await picture.locator('.area[tabindex]').focus()
      await picture.locator('canvas').waitFor()
    }
    expect(await overflowOf(page), url).toBe(0)
    const text = await page.innerText('main')
    expect(untrueIn(text, factsOf(program.db)), url).toEqual([])
    return text
  }

  it('is entered on a telephone: stages, officers by post and sex, citizens by crisis', async () => {
    await as(AGENCY, 'vi', 360, async (page) => {
      await page.click('a[href*="2026-Q4"]')
      for (const [nth, fields] of TYPED.entries()) {
        await page.locator('nav.tabs a').nth(nth).click()
        for (const [name, value] of Object.entries(fields)) {
          const field = page.locator(`[name="${name}"]`)
          await field.waitFor()
          if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
          else await field.fill(value)
        }
        await page.click('form#entry .bar button.primary')
        await page.waitForSelector('.notice.good')
        expect(await overflowOf(page)).toBe(0)
      }
      await handIn(page)
    })
  })

  it('is sent back in English, corrected in Vietnamese, and approved', async () => {
    await as(SECOND, 'en', 1280, async (page) => {
      await page.click(`a[href^="/submissions/"]:has-text("${NAME.en}")`)
      await page.locator('nav.tabs a').nth(1).click()
      await page.click('a[href$="/return?row=C1#row.C1"]')
      await page.fill('[name="reason.C1"]', 'Đề nghị kiểm tra lại số cán bộ ở đại sứ quán.')
      await page.fill('form[action$="/return"] [name="text"]', 'Một chỉ số cần xem lại.')
      await page.click('form[action$="/return"] button.primary')
      await page.waitForSelector('.notice.good')
      await page.goto('/')
      await page.waitForSelector('.tag.is-returned')
    })
    await as(AGENCY, 'vi', 1280, async (page) => {
      expect(await page.textContent('main')).toContain('Một chỉ số cần xem lại.')
      await page.click('a[href^="/submissions/"]:has-text("Quý IV/2026")')
      await page.locator('nav.tabs a').nth(1).click()
      expect(await page.textContent('[id="asked.C1"]')).toContain('kiểm tra lại số cán bộ ở đại sứ quán')
      await page.fill('[name="v.C1.post=embassy|sex=female"]', '6')
      await handIn(page)
    })
    await as(MANAGER, 'vi', 360, async (page) => {
      await page.click(`a[href^="/submissions/"]:has-text("${NAME.vi}")`)
      await page.click('form[action$="/approval"] button')
      await page.waitForSelector('.notice.good')
    })
  })

  it.each([
    ['vi', 360],
    ['en', 1280],
  ] as const)('stands in every picture and list of the manager (%s, %i px)', async (language, width) => {
    await as(MANAGER, language, width, async (page) => {
      const span = 'from=2025-Q1&to=2026-Q4&grain=quarter'
      const stage = { vi: 'Đã ban hành thông tư hoặc nghị định', en: 'Issued as a circular or decree' }[language]
      expect(await look(page, '/overview?quarter=2026-Q4&view=table')).toContain(stage)
      expect(await look(page, `/components/mechanism?${span}`)).toContain(stage)
      expect(await look(page, `/indicators/M2?${span}`)).toContain(NAME[language])
      expect(await look(page, `/partners/consular-department?${span}`)).toContain(stage)
      await look(page, '/submissions')
      expect(await page.locator('table.completeness tbody tr').count()).toBe(16)
      await look(page, '/periods')
    })
  })

  it('reaches the donor in a workbook in which no sentence is false', async () => {
    await as(SECOND, 'en', 1280, async (page) => {
      await page.goto('/releases/new')
      await page.selectOption('[name="from"]', '2026-Q1')
      await page.selectOption('[name="to"]', '2026-Q4')
      await page.selectOption('main [name="language"]', 'both')
      for (const one of await page.locator('[name="recipients"]').all()) await one.check()
      await page.click('main form button.primary')
      await page.waitForSelector('form[action$="/deviations"] button.primary')
      await page.waitForLoadState()
      for (const [name, text] of Object.entries(fieldsSaid(await page.content())))
        await page.fill(`[name="${name}"]`, text)
      await page.click('form[action$="/deviations"] button.primary')
      await page.waitForSelector('form[action$="/issue"] button')
      await page.waitForLoadState()
      expect(untrueIn(await page.innerText('main'), factsOf(program.db))).toEqual([])
      await page.click('form[action$="/issue"] button')
      await page.waitForSelector('.fingerprint')
    })
    await as(DONOR, 'en', 360, async (page) => {
      await page.goto('/releases')
      const download = page.waitForEvent('download')
      await page.click('a[href$="/workbook.xlsx"]')
      const sheets = await sheetsOf((await (await download).path())!)
      const facts = factsOf(program.db)
      const texts = sheets.flatMap(({ name, rows }) => rows.flat().map((cell) => `${name}: ${cell}`))
      expect(texts.flatMap((text) => untrueIn(text, facts))).toEqual([])
      const data = sheets.find(({ name }) => /Data/.test(name))!.rows
      const quarter = data.filter((row) => row.includes('2026-10-01') && row.includes('2026-12-31'))
      const headings = data.find((row) => row.some((cell) => /(^| \/ )Value$/.test(String(cell))))!
      const at = (name: string) => headings.findIndex((cell) => String(cell).split(' / ').includes(name))
      const told = (code: string, whose: RegExp, column: string) => {
        const isIt = (row: unknown[]) =>
          whose.test(String(row[at('Reporting partner')])) && row[at('Category')] === 'Total'
        return quarter.find((row) => row[0] === code && isIt(row))?.[at(column)]
      }
      expect(told('C1', /Consular Department/, 'Value')).toBe(22)
      expect(told('M1', /Whole project/, 'Stage')).toMatch(/Issued as a circular or decree/)
      expect(told('M2', /Consular Department/, 'Stage')).toMatch(/Adopted/)
    })
  })
})
