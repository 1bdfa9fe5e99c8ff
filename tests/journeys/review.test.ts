import type { Dialog, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { markText } from '../../src/figures/in-words.ts'
import { wordsFor } from '../../src/language/words.ts'
import { entriesOf } from '../../src/submissions/entries-store.ts'
import type { EntryState } from '../../src/vocabulary/submission.ts'
import { LAST, openPilot, stateOf, submissionId, typedValues } from '../submissions/pilot.ts'
import { filledTemplate } from '../submissions/workbook/filled-template.ts'
import { overflowOf, resize, violationsOn, WIDTHS } from '../support/browser.ts'
import { inBrowser } from '../support/in-browser.ts'
import { handIn } from './hand-in.ts'

const pilot = inBrowser(() => openPilot(undefined, { offlineForms: false }))

const as = async (email: string, width: number, act: (page: Page) => Promise<void>, language: 'vi' | 'en' = 'vi') => {
  const { context, page } = await pilot.windowFor(`${email}@example.org`, { language })
  await resize(page, width)
  await act(page)
  await context.close()
}
const isReadable = async (page: Page) =>
  expect([page.url(), await violationsOn(page), await overflowOf(page)]).toEqual([page.url(), [], 0])
const [OF_LANGUAGE, SIGNING_OUT] = ['form.language button', 'form[action="/sign-out"] button']

/** What is asked when another form of the page is sent; whoever is asked stays. */
async function asksBeforeLeaving(page: Page, button = OF_LANGUAGE): Promise<string[]> {
  const asked: string[] = []
  const stay = (dialog: Dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  }
  page.on('dialog', stay)
  const before = await page.getAttribute('html', 'lang')
  await page.click(button, { noWaitAfter: true })
  const isLeft = async () => (await page.locator('html').getAttribute('lang')) !== before
  await expect.poll(async () => asked.length > 0 || (await isLeft())).toBe(true)
  page.off('dialog', stay)
  return asked
}

describe('a report that is handed in on a telephone, comes back, and is mended', () => {
  const id = () => submissionId(pilot.db, 'dolisa-quang-ninh')
  const url = () => `/submissions/${id()}`

  it('is handed in by its partner', async () => {
    await as('dolisa.quang-ninh', 360, async (page) => {
      await page.goto(url())
      await page.click(`form[action="${url()}/withdrawal"] button`)
      await page.locator('form#entry').waitFor()
      await handIn(page)
    })
    expect(stateOf(pilot.db, id()).submission.state).toBe('submitted')
  })

  it('comes back with a reason at two of its indicators', async () => {
    await as('iom.manager', 1280, async (page) => {
      await page.goto(url())
      await page.click('a[href$="/return?row=V5#row.V5"]')
      await page.fill('[name="reason.V5"]', 'Cao hơn sổ theo dõi.')
      await page.selectOption('[name="cell.V5"]', 'sex=male')
      await page.click('summary:has-text("V13")')
      await page.fill('[name="reason.V13"]', 'Thiếu một cơ sở.')
      await page.fill('[name="text"]', 'Gọi 0912345678')
      expect(await asksBeforeLeaving(page)).toEqual(['beforeunload'])
      expect(await asksBeforeLeaving(page, SIGNING_OUT)).toEqual(['confirm'])
      await page.click('form[action$="/return"] button.primary')
      await page.waitForSelector('#problems')
      expect(await asksBeforeLeaving(page)).toEqual(['beforeunload'])
      expect(await page.inputValue('[name="reason.V13"]')).toBe('Thiếu một cơ sở.')
      await isReadable(page)
      await page.fill('[name="text"]', 'Hai chỉ số cần xem lại.')
      await page.click('form[action$="/return"] button.primary')
      await page.waitForSelector('.notice.good')
      expect(await asksBeforeLeaving(page)).toEqual([])
    })
    expect(stateOf(pilot.db, id()).submission.state).toBe('returned')
  })

  it('is mended at both, one indicator at a time, and handed in again', async () => {
    await as('dolisa.quang-ninh', 360, async (page) => {
      await page.goto(url())
      await isReadable(page)
      await page.click('a[href="#v.V5.sex%3Dmale"]')
      await page.locator('[data-row="V5"].here').waitFor()
      expect(await page.textContent('[id="asked.V5"]')).toContain('Cao hơn sổ theo dõi.')
      await page.fill('[name="v.V5.sex=male"]', '3')
      await page.click('a[href="#row.V13"]')
      await page.locator('[data-row="V13"].here').waitFor()
      await page.fill('[name="v.V13"]', '3')
      await page.click('[id="talk.V13"] summary')
      await page.fill('[id="text.V13"]', 'Đã cộng cơ sở mới.')
      // Enter is a line in a comment, and no way to another cell.
      await page.press('[id="text.V13"]', 'Enter')
      const saved = () => entriesOf(pilot.db, id()).filter((one) => /^V(5|13)$/.test(one.indicator) && one.value === 3)
      await expect.poll(() => saved().length).toBe(2)
      await page.click('[id="talk.V13"] button')
      await page.locator('[id="talk.V13"][open] li').waitFor()
      expect(await page.inputValue('[name="v.V13"]')).toBe('3')
      expect(await page.textContent('#asked-title')).toContain('2 trên 2')
      await handIn(page)
    })
  })

  it('is compared and approved', async () => {
    await as('iom.manager', 1280, async (page) => {
      await page.goto(url())
      expect(await page.textContent('[id="asked.V13"]')).toMatch(/Thiếu một cơ sở\.[\s\S]*2 → 3/)
      await page.click(`.to-paper a[href="${url()}/comparison"]`)
      await page.check('[name="only"]')
      await page.click('form.filters button')
      await page.waitForURL(/[?&]only=changed/)
      expect(await page.locator('table.compared tbody tr').count()).toBe(2)
      for (const width of WIDTHS) {
        await resize(page, width)
        await isReadable(page)
      }
      await page.goto(url())
      await page.click(`form[action="${url()}/approval"] button`)
      await page.waitForSelector('.notice.good')
    })
    expect(stateOf(pilot.db, id()).submission.state).toBe('approved')
  })

  it.each(['vi', 'en'] as const)(
    'has a history and a sheet to sign that everybody can read, in %s',
    async (language) => {
      await as(
        'dolisa.quang-ninh',
        WIDTHS[0],
        async (page) => {
          for (const noun of ['history', 'history?indicator=V13', 'print', 'comparison']) {
            for (const width of WIDTHS) {
              await resize(page, width)
              await page.goto(`${url()}/${noun}`)
              await isReadable(page)
            }
            const main = (await page.textContent('main'))!
            if (noun.startsWith('history')) expect(main).toContain('Thiếu một cơ sở.')
            if (noun === 'history') expect(main).toContain('Cao hơn sổ theo dõi.')
            if (noun === 'print') {
              expect(main).not.toContain('Thiếu một cơ sở.')
              expect(main).toContain('Đã cộng cơ sở mới.')
            }
          }
        },
        language,
      )
    },
  )
})

it('a report of two screens goes through the Excel form, and is handed in', async () => {
  const id = submissionId(pilot.db, 'police-nghe-an')
  await as('police.nghe-an', 1280, async (page) => {
    const template = await (await page.context().request.get(`/submissions/${id}/template.xlsx`)).body()
    const words = wordsFor('vi')
    const typed = Object.entries(typedValues(LAST, 'police-nghe-an')).map(([name, text]) => [
      name,
      name.startsWith('s.') ? markText(text as EntryState, words) : text,
    ])
    const file = await filledTemplate(template, Object.fromEntries(typed))
    await page.goto(`/submissions/${id}/upload`)
    await page.setInputFiles('#file', {
      name: 'b.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(file),
    })
    await page.getByRole('button', { name: 'Xem các thay đổi' }).click()
    await page.waitForURL('**/uploads/*')
    await page.getByRole('button', { name: /Lưu nháp/ }).click()
    await page.waitForURL(`**/submissions/${id}*`)
    await handIn(page)
  })
  expect(stateOf(pilot.db, id).submission.state).toBe('submitted')
})
