import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { copiedSheet } from '../submissions/workbook/copied-sheet.ts'
import { filledTemplate } from '../submissions/workbook/filled-template.ts'
import { entryInBrowser, input, paste } from './entry-in-browser.ts'

const entry = entryInBrowser()
const { form } = entry
const total = (page: Page, code: string) => page.locator(`[data-row="${code}"] [data-grid="primary"] [data-total]`)

/** Pastes a sheet of the Excel form, filled in so, into a cell of the page. */
async function pasteSheet(page: Page, into: string, typed: Record<string, number>, language = 'vi'): Promise<void> {
  const answer = await page.request.get(`${entry.url}/template.xlsx?language=${language}`)
  const text = await copiedSheet(await filledTemplate(await answer.body(), typed), 1)
  await input(page, into).focus()
  await paste(page, into, text)
  await page.waitForSelector('[data-notice]:not([hidden])')
}

describe('the entry form with a script', () => {
  it('takes a whole sheet of the Excel form, several indicators at once, as one step that can be taken back', async () => {
    await form(async (page) => {
      const before = await input(page, 'v.V6').inputValue()
      await pasteSheet(page, 'v.V13', { 'v.V5.sex=male': 21, 'v.V6': 8, 'd.V6': 9, 'v.V13': 12.5 })
      const values = async () =>
        Promise.all(['v.V5.sex=male', 'v.V6', 'd.V6', 'v.V13'].map((name) => input(page, name).inputValue()))
      expect(await values()).toEqual(['21', '8', '9', '12.5'])
      const notice = page.locator('[data-row="V13"] [data-notice]')
      expect(await notice.textContent()).toMatch(/Đã dán \d+ ô\..*Ctrl\+Z/)
      // A number that Excel writes in another way than the page is asked about at once.
      expect(await page.locator('[id="v.V13-doubt"] button').allTextContents()).toHaveLength(2)
      await input(page, 'v.V13').press('Control+z')
      expect((await values())[1]).toBe(before)
    })
  })

  it('adds up while typing, as the person writes numbers', async () => {
    await form(async (page) => {
      for (const [cell, text] of [
        ['male', '1.234'],
        ['female', '1'],
        ['other', '0'],
        ['not-recorded', '0'],
      ]) {
        await input(page, `v.V5.sex=${cell}`).fill(text!)
      }
      expect(await total(page, 'V5').textContent()).toBe('1.235')
      await input(page, 'v.V6').fill('9')
      await input(page, 'd.V6').fill('12')
      expect(await page.locator('[data-row="V6"] [data-quotient]').textContent()).toBe('= 75%')
    })
  })

  it('counts nothing that would be refused or asked about, and says so', async () => {
    await form(async (page) => {
      for (const cell of ['male', 'female', 'other', 'not-recorded']) await input(page, `v.V5.sex=${cell}`).fill('3')
      for (const text of ['1,5', '-3', '1,000', '1.5', '3 4', '12a', 'N/A']) {
        await input(page, 'v.V5.sex=male').fill(text)
        expect(await total(page, 'V5').textContent(), text).toBe('? (có ô cần sửa)')
      }
      await input(page, 'v.V5.sex=male').fill('1.000')
      expect(await total(page, 'V5').textContent()).toBe('1.009')
      const quotient = page.locator('[data-row="V6"] [data-quotient]')
      await input(page, 'v.V6').fill('10')
      await input(page, 'd.V6').fill('8')
      expect(await quotient.textContent()).toBe('? (tử số lớn hơn mẫu số)')
      await input(page, 'd.V6').fill('0')
      expect(await quotient.textContent()).toMatch(/^\?/)
      await input(page, 'd.V6').fill('1,000')
      expect(await quotient.textContent()).toBe('? (có ô cần sửa)')
      await input(page, 'd.V6').fill('')
      expect(await quotient.textContent()).toBe('')
    })
  })

  it('says at once when a partition no longer matches', async () => {
    await form(async (page) => {
      await input(page, 'v.V12.sex=male').fill('99')
      await expect.poll(() => page.locator('[data-row="V12"] [data-mismatch]:not([hidden])').count()).toBe(2)
    })
  })

  it('goes down with Enter and back up with Shift, without sending anything', async () => {
    await form(async (page) => {
      await input(page, 'v.V3.age=0-15|sex=male').focus()
      await page.keyboard.press('Enter')
      expect(await focused(page)).toBe('v.V3.age=16-17|sex=male')
      await page.keyboard.press('ArrowRight')
      expect(await focused(page)).toBe('v.V3.age=16-17|sex=female')
      await page.keyboard.press('Shift+Enter')
      expect(await focused(page)).toBe('v.V3.age=0-15|sex=female')
      expect(page.url()).toBe(entry.address + entry.url)
    })
  })

  it('spreads a block from Excel over the cells, and says when it does not fit', async () => {
    await form(async (page) => {
      await paste(page, 'v.V3.age=0-15|sex=male', '1\t2\r\n3\t4\r\n')
      for (const [cell, text] of [
        ['0-15|sex=male', '1'],
        ['0-15|sex=female', '2'],
        ['16-17|sex=male', '3'],
        ['16-17|sex=female', '4'],
      ]) {
        expect(await input(page, `v.V3.age=${cell}`).inputValue()).toBe(text)
      }
      await paste(page, 'v.V5.sex=male', '5\n6\n7\n8')
      expect(await input(page, 'v.V5.sex=not-recorded').inputValue()).toBe('8')
      expect(await total(page, 'V5').textContent()).toBe('26')
      expect(await page.textContent('[data-row="V5"] [data-notice]')).toBe('Đã dán 4 ô. Ctrl+Z để hoàn lại.')
    })
  })
})

describe('the entry form without a script', () => {
  it('saves with Enter and with the button, and fills blanks with zero on request', async () => {
    await form(
      async (page) => {
        await input(page, 'v.V13').fill('8')
        await input(page, 'v.V13').press('Enter')
        expect(await page.textContent('.notice.good')).toContain('1 ô có thay đổi')
        await input(page, 'v.V5.sex=other').fill('')
        await page.click('button[name="fill"][value="V5"]')
        expect(await input(page, 'v.V5.sex=other').inputValue()).toBe('0')
        expect(await input(page, 'v.V13').inputValue()).toBe('8')
      },
      { javaScriptEnabled: false },
    )
  })
})

describe('a form that was opened in another language', () => {
  it.each([true, false])('is read as it was typed (script: %s)', async (javaScriptEnabled) => {
    await form(
      async (page) => {
        await input(page, 'v.V13').fill(javaScriptEnabled ? '1.234' : '1.235')
        // The language is changed in another tab: only the cookie changes under this one.
        await page.context().addCookies([{ name: 'language', value: 'en', url: entry.address }])
        await page.click('form#entry .bar button.primary')
        expect(await page.textContent('.notice.good')).toContain(javaScriptEnabled ? 'Everything' : 'one field changed')
        expect(await input(page, 'v.V13').inputValue()).toBe(javaScriptEnabled ? '1234' : '1235')
      },
      { javaScriptEnabled },
    )
  })
})

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('name') ?? null)
}
