import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { wordsFor } from '../../src/language/words.ts'
import { previewOf, releaseById } from '../../src/releases/store.ts'
import { approve } from '../../src/submissions/review/approve.ts'
import type { Language } from '../../src/vocabulary/language.ts'
import type { Layout } from '../../src/vocabulary/release.ts'
import { issue, MANAGER, persona, SECOND } from '../releases/making.ts'
import { saidOf } from '../releases/said.ts'
import { testApp } from '../support/app.ts'
import { overflowOf, resize, violationsOn, WIDTHS } from '../support/browser.ts'
import { DEMO_NOW, demoDb } from '../support/demo.ts'
import { inBrowser } from '../support/in-browser.ts'

const DAY = 86_400_000
const Q4 = quarterOf(2021, 4)
const LAYOUT: Layout = { project: 'year', province: 'none', breakdown: 'none', years: 'calendar' }
const [vi, en] = [wordsFor('vi'), wordsFor('en')]

/**
 * A report was issued that hides counts below eight; a submission is approved after it. The next hides those below five: it tells of the
 * others, and what came late is one submission that reports together would tell of.
 */
async function afterOneReport(): Promise<Db> {
  const db = demoDb()
  await issue(db, { layout: LAYOUT, from: quarterOf(2021, 3), threshold: 8 })
  const late = db.$client
    .prepare(
      `select s.id, s.version from submission s join partner p on p.id = s.partner_id join place l on l.id = s.place_id
       where s.quarter = ? and p.slug = 'world-vision' and l.slug = 'quang-ninh'`,
    )
    .get(Q4) as { id: number; version: number }
  const by = persona(db, 'wv.manager@example.org')
  expect(approve(db, { by, now: DEMO_NOW + DAY, version: late.version }, late.id)).toMatchObject({ done: true })
  return db
}

describe('the preview of a report after an earlier one, in a browser', () => {
  let clock = DEMO_NOW + 2 * DAY
  const program = inBrowser(async () => {
    const db = await afterOneReport()
    return { db, app: await testApp(db, () => clock++) }
  })

  async function as(email: string, language: 'vi' | 'en', width: 360 | 1280, act: (page: Page) => Promise<void>) {
    const { context, page } = await program.windowFor(email, { language, width })
    await page.goto('/releases/2')
    await act(page)
    await context.close()
  }

  /** Nothing sticks out and nothing is inaccessible, on a telephone and in an office. */
  async function look(page: Page): Promise<void> {
    for (const width of WIDTHS) {
      await resize(page, width)
      expect([width, await overflowOf(page), await violationsOn(page)]).toEqual([width, 0, []])
    }
  }

  const card = (page: Page, title: string | RegExp) =>
    page.locator('ul.choices > li').filter({ has: page.locator('.name strong', { hasText: title }) })
  /** How many figures have no number, as a card says. */
  const lossOf = async (page: Page, title: string | RegExp) =>
    Number(/\d+/.exec((await card(page, title).locator('.loss').innerText()).replace(/[.,](?=\d{3})/g, ''))![0])
  const issuing = (page: Page) => page.locator('form[action$="/issue"] button')

  it('is made in a form, and says what would be told with the earlier one, whose it is, and what each choice loses', async () => {
    await as(MANAGER, 'vi', 1280, async (page) => {
      await page.goto('/releases/new')
      for (const [name, value] of [
        ['from', '2021-Q3'],
        ['to', '2021-Q4'],
        ...(['project', 'province', 'breakdown', 'years'] as const).map((name) => [name, LAYOUT[name]]),
      ])
        await page.selectOption(`main [name="${name}"]`, value!)
      for (const one of await page.locator('[name="recipients"]').all()) await one.check()
      await page.click('main form button.primary')
      await page.waitForSelector('#choices')
      // Waiting and coarser layouts are measured meanwhile.
      await expect.poll(() => previewOf(program.db, 2)?.alternatives ?? null).not.toBeNull()
      await page.reload()
      const together = await page.locator('section[aria-labelledby="together"]').innerText()
      expect(together).toMatch(/Tầm nhìn Thế giới.*Quảng Ninh, Quý IV\/2021/)
      const { hidden, waiting, figures } = previewOf(program.db, 2)!
      const held = hidden.filter(({ earlier }) => earlier).length
      expect(held).toBeGreaterThan(0)
      expect(await lossOf(page, vi.t('releases:choices.hold'))).toBe(hidden.length - held)
      expect(await lossOf(page, vi.t('releases:choices.hide'))).toBe(hidden.length)
      expect(await page.locator('.lost').innerText()).toContain(`${hidden.length - held} trên ${figures}`)
      const loss = waiting && 'loss' in waiting && waiting.loss && 'hidden' in waiting.loss ? waiting.loss : null
      const waited = card(page, /^Chờ \d+ báo cáo quý/)
      expect(await waited.locator('.loss').innerText()).toContain(
        `${loss!.hidden - (loss!.holdable ?? 0)} trên ${loss!.figures}`,
      )
      expect(await waited.locator('a.button').getAttribute('href')).toBe('/submissions')
      expect(await card(page, vi.t('releases:choices.hold')).getAttribute('class')).toBe('chosen')
      await look(page)
    })
  })

  it('has what cannot be shown hidden, and held again, with what is lost said anew each time', async () => {
    await as(MANAGER, 'vi', 360, async (page) => {
      await card(page, vi.t('releases:choices.hide')).locator('button').click()
      await page.locator('.notice.good', { hasText: vi.t('releases:choices.chosen-hide') }).waitFor()
      expect(releaseById(program.db, 2)!.smallChanges).toBe('hide')
      expect(await page.locator('.lost').innerText()).toContain(`${previewOf(program.db, 2)!.hidden.length} trên`)
      await look(page)
    })
    await as(MANAGER, 'en', 1280, async (page) => {
      await card(page, en.t('releases:choices.hold')).locator('button').click()
      await page.locator('.notice.good', { hasText: en.t('releases:choices.chosen-hold') }).waitFor()
      expect(releaseById(program.db, 2)!.smallChanges).toBe('hold')
      await look(page)
    })
  })

  it('is issued by the one who made it only after another manager has looked at what it uncovers', async () => {
    await as(MANAGER, 'en', 1280, async (page) => {
      expect(await page.locator('section[aria-labelledby="uncovered"]').innerText()).toMatch(
        /a\s+second manager has to agree/,
      )
      expect(await issuing(page).count()).toBe(0)
      expect(await page.locator('form[action$="/agreement"]').count()).toBe(0)
      expect(await page.innerText('main')).toContain('You made this report; another manager has to agree.')
      // What is far from its plan is explained first: whoever agrees has read it.
      for (const area of await page.locator('form[action$="/deviations"] textarea').all()) {
        const [, language, code] = (await area.getAttribute('name'))!.split('-') as [string, Language, string]
        await area.fill(saidOf(code)[language])
      }
      await page.click('form[action$="/deviations"] button.primary')
      await page.locator('.notice.good', { hasText: en.t('releases:deviations.kept') }).waitFor()
    })
    await as(SECOND, 'vi', 360, async (page) => {
      const uncovered = page.locator('section[aria-labelledby="uncovered"]')
      await uncovered.locator('summary').click()
      expect(await uncovered.locator('li').count()).toBe(previewOf(program.db, 2)!.uncovered!.length)
      await look(page)
      await page.click('form[action$="/agreement"] button')
      await issuing(page).waitFor()
      await page.goto('/releases')
    })
    await as(MANAGER, 'en', 360, async (page) => {
      await issuing(page).click()
      await page.locator('.fingerprint').waitFor()
      expect(releaseById(program.db, 2)!.state).toBe('issued')
      await look(page)
    })
  })
})
