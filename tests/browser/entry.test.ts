import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPilot, type Pilot, submissionId } from '../submissions/pilot.ts'
import { launch, serve, windowOf } from '../support/browser.ts'
import { personaId } from '../support/demo.ts'

let pilot: Pilot
let address: string
let browser: Browser
let url: string

beforeAll(async () => {
  pilot = await openPilot()
  address = await serve(pilot.app)
  browser = await launch()
  url = `/submissions/${submissionId(pilot.db, 'dolisa-nghe-an')}`
})
afterAll(async () => {
  await browser.close()
  await pilot.app.close()
})

async function form(act: (page: Page) => Promise<void>, options: { javaScriptEnabled?: boolean } = {}): Promise<void> {
  const person = personaId(pilot.db, 'dolisa.nghe-an@example.org')
  const { context, page } = await windowOf(browser, address, person, { language: 'vi', ...options })
  await page.goto(url)
  await act(page)
  await context.close()
}

const input = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const total = (page: Page, code: string) => page.locator(`[data-row="${code}"] [data-grid="primary"] [data-total]`)

describe('the entry form with a script', () => {
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
      expect(page.url()).toBe(address + url)
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

  it('offers typing back after the page was lost, until it has been saved', async () => {
    await form(async (page) => {
      const before = await input(page, 'v.V13').inputValue()
      await input(page, 'v.V13').fill('5')
      await page.goto('/')
      await page.goto(url)
      expect(await input(page, 'v.V13').inputValue()).toBe(before)
      await page.click('text=Điền lại nội dung đã chọn')
      expect(await input(page, 'v.V13').inputValue()).toBe('5')
      await page.click('form#entry .bar button.primary')
      await page.waitForSelector('.notice.good')
      expect(await input(page, 'v.V13').inputValue()).toBe('5')
      expect(await page.locator('[data-offer]').count()).toBe(0)
    })
  })

  it('offers typing back in another language as what it meant, and not when it has been saved', async () => {
    await form(async (page) => {
      await input(page, 'v.V5.sex=male').fill('1.234')
      await input(page, 'v.V5.sex=female').fill('1,000')
      await input(page, 'v.V13').fill('1.005')
      await page.click('form#entry .bar button.primary')
      expect(await page.textContent('#problems')).toContain('gõ lại 1000 hoặc 1')
      await page.goto(url)
      expect(await page.locator('[data-offer]').count()).toBe(0)
      expect(await input(page, 'v.V13').inputValue()).toBe('1005')
      await input(page, 'v.V13').fill('1.006')
      await input(page, 'v.V5.sex=female').fill('1,000')
      await switchTo(page, 'en')
      expect(await input(page, 'v.V13').inputValue()).toBe('1005')
      await page.click('text=Put back what is ticked')
      expect(await input(page, 'v.V13').inputValue()).toBe('1006')
      expect(await input(page, 'v.V5.sex=male').inputValue()).toBe('1234')
      expect(await input(page, 'v.V5.sex=female').inputValue()).toBe('1,000 ?')
      expect(await total(page, 'V5').textContent()).toBe('? (a cell needs correcting)')
      await input(page, 'v.V5.sex=female').fill('1,000')
      expect(await total(page, 'V5').textContent()).toMatch(/^2,2\d\d$/)
    })
  })

  it('keeps what was not put back yet, whatever else is typed, in this tab or another', async () => {
    await form(async (page) => {
      await input(page, 'v.V13').fill('51')
      await page.goto(url)
      await input(page, 'v.V5.sex=male').fill('52')
      const other = await page.context().newPage()
      await other.goto(url)
      expect(await other.locator('.offers li').allTextContents()).toEqual([
        expect.stringMatching(/^ V5 .*Nam.*: 52 \(đang hiển thị: \d+\)$/),
        expect.stringMatching(/^ V13 .*: 51 \(đang hiển thị: \d+\)$/),
      ])
      await input(other, 'v.V5.sex=female').fill('53')
      await input(page, 'v.V5.sex=other').fill('54')
      await page.goto(url)
      expect(await page.locator('.offers li').count()).toBe(4)
      await page.click('text=Điền lại nội dung đã chọn')
      expect(await input(page, 'v.V5.sex=female').inputValue()).toBe('53')
      await input(page, 'v.V13').focus()
      await page.keyboard.press('Control+z')
      expect(await input(page, 'v.V5.sex=female').inputValue()).not.toBe('53')
    })
  })

  it('does not put old typing over what was saved since, unless it is chosen', async () => {
    await form(async (page) => {
      const before = await input(page, 'v.V13').inputValue()
      await input(page, 'v.V13').fill('61')
      const other = await windowOf(browser, address, personaId(pilot.db, 'dolisa.nghe-an@example.org'), {
        language: 'vi',
      })
      await other.page.goto(url)
      expect(await other.page.locator('[data-offer]').count()).toBe(0)
      await input(other.page, 'v.V13').fill('62')
      await other.page.click('form#entry .bar button.primary')
      await other.page.waitForSelector('.notice.good')
      await page.goto(url)
      expect(before).not.toBe('62')
      expect(await page.textContent('.offers li')).toMatch(
        /: 61 \(đang hiển thị: 62\) Sau đó đã có nội dung khác được lưu\.$/,
      )
      await page.click('text=Điền lại nội dung đã chọn')
      expect(await input(page, 'v.V13').inputValue()).toBe('62')
      await other.context.close()
    })
  })

  it('leaves nothing on the device after signing out', async () => {
    await form(async (page) => {
      await input(page, 'v.V13').fill('71')
      const stored = () => page.evaluate(() => JSON.stringify(localStorage))
      expect(await stored()).toContain('"text')
      await page.goto('/')
      await page.click('form[action="/sign-out"] button')
      await page.waitForURL((to) => to.pathname === '/sign-in')
      await expect.poll(stored).toBe('{}')
    })
  })

  it('keeps typing through a session that ended', async () => {
    await form(async (page) => {
      await input(page, 'v.V13').fill('6')
      await page.context().clearCookies({ name: 'session' })
      await page.click('form#entry .bar button.primary')
      expect(await page.title()).toContain('Phiên làm việc đã hết')
      await page.goto('/sign-in')
      await page.click(`button[name="person"][value="${personaId(pilot.db, 'dolisa.nghe-an@example.org')}"]`)
      await page.goto(url)
      await page.click('text=Điền lại nội dung đã chọn')
      expect(await input(page, 'v.V13').inputValue()).toBe('6')
    })
  })

  it('waits for a lost line and sends when it is back', async () => {
    await form(async (page) => {
      await input(page, 'v.V13').fill('7')
      await page.context().setOffline(true)
      await page.click('form#entry .bar button.primary')
      expect(await page.textContent('[data-offline-notice]')).toContain('mất kết nối')
      await page.context().setOffline(false)
      await page.waitForSelector('.notice.good')
      expect(await input(page, 'v.V13').inputValue()).toBe('7')
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
        await page.context().addCookies([{ name: 'language', value: 'en', url: address }])
        await page.click('form#entry .bar button.primary')
        expect(await page.textContent('.notice.good')).toContain('one field changed')
        expect(await input(page, 'v.V13').inputValue()).toBe(javaScriptEnabled ? '1234' : '1235')
      },
      { javaScriptEnabled },
    )
  })
})

async function switchTo(page: Page, language: 'vi' | 'en'): Promise<void> {
  await page.context().addCookies([{ name: 'language', value: language, url: address }])
  await page.goto(url)
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('name') ?? null)
}

async function paste(page: Page, name: string, text: string): Promise<void> {
  await input(page, name).evaluate((element, block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
