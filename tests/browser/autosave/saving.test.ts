import { describe, expect, it } from 'vitest'
import { violationsOn } from '../../support/browser.ts'
import { eachWindow, input, onDevice, panel, saidOf, shows } from './window.ts'

/** What is typed is saved by itself, over a line that can be cut. */
const at = eachWindow()

describe('what is typed', () => {
  it('is saved without a button, which the page says, and is there when it is opened again', async () => {
    expect(await at.page.textContent('[data-saving]')).toBe('Số liệu được tự động lưu trong lúc nhập.')
    await input(at.page, 'v.V13').fill('1.005')
    await expect.poll(() => at.page.textContent('[data-saving="saved"]')).toMatch(/^Đã lưu lúc \d/)
    expect(at.saved('V13')).toBe(1005)
    await at.page.reload()
    expect(await input(at.page, 'v.V13').inputValue()).toBe('1005')
    expect(await at.page.locator('[data-recovered]').count()).toBe(0)
  })

  it('stays where it can’t be read: on the at.page, on the device, and as the page answers', async () => {
    await input(at.page, 'v.V5.sex=female').fill('1,000')
    await input(at.page, 'v.V13').fill('1.006')
    // One of them may be sent before the other: both have an answer once the second is saved and the page says so.
    const standing = () => at.page.getAttribute('[data-saving]', 'data-saving')
    await expect.poll(async () => [at.saved('V13'), await standing()]).toEqual([1006, 'unsaved'])
    await at.page.click('[data-saving] button')
    expect(await panel(at.page).textContent()).toContain('V5, Nữ: Số này có thể là')
    expect(await violationsOn(at.page)).toEqual([])
    await at.page.reload()
    await at.page.waitForSelector('[data-recovered]')
    expect(await at.page.textContent('[data-recovered] ul')).toMatch(/^V5 .*Nữ.*: 1,000 \(đã lưu: \d+\)$/)
    expect(await input(at.page, 'v.V5.sex=female').inputValue()).toBe('1,000')
    await at.context.addCookies([{ name: 'language', value: 'en', url: at.line.address }])
    await at.page.goto(at.url)
    await at.page.waitForSelector('[data-recovered]')
    expect(await input(at.page, 'v.V5.sex=female').inputValue()).toBe('1,000 ?')
    await shows(at.page, 'unsaved')
    await at.page.click('text=Drop these')
    await shows(at.page, 'saved')
    await at.page.reload()
    await input(at.page, 'v.V13').fill('x9')
    await at.page.click('form#entry .bar button.primary')
    await at.page.waitForSelector('#problems')
    expect(await input(at.page, 'v.V13').inputValue()).toBe('x9')
    await input(at.page, 'v.V13').fill('1,007')
    await expect.poll(() => at.saved('V13')).toBe(1007)
    await shows(at.page, 'saved')
    await at.page.goto(at.url)
    expect(await input(at.page, 'v.V13').inputValue()).toBe('1007')
    expect(await at.page.locator('[data-recovered]').count()).toBe(0)
  })

  it('begins a submission that is due, whose page is its own from then on', async () => {
    await at.become('dolisa.quang-binh@example.org')
    await at.page.goto('/submissions/start?partner=dolisa-quang-binh&place=quang-binh&quarter=2021-Q4')
    await input(at.page, 'v.V13').fill('7')
    await expect.poll(() => new URL(at.page.url()).pathname).toMatch(/^\/submissions\/\d+$/)
    await input(at.page, 'v.V13').fill('8')
    await at.page.click('form#entry .bar button.primary')
    expect(await at.page.textContent('.notice.good')).toContain('đã được lưu')
    expect(await input(at.page, 'v.V13').inputValue()).toBe('8')
  })
})

describe('without a line', () => {
  it('waits on the device, says so at the buttons, and is saved when the line is back', async () => {
    at.line.cut()
    await input(at.page, 'v.V13').fill('7')
    expect(await saidOf(at.page, 'waiting')).toMatch(/^Đang mất kết nối\..*1 ô.*được giữ trên máy này/)
    at.line.mend()
    await shows(at.page, 'saved')
    expect(at.saved('V13')).toBe(7)
  })

  it('what was pressed waits too, and is done by the button that was pressed last', async () => {
    at.line.cut()
    await input(at.page, 'v.V13').fill('9')
    await at.page.click('form#entry .bar button.primary')
    await at.page.click('button[name="after"]')
    await shows(at.page, 'waiting')
    at.line.mend()
    await at.page.waitForURL(/handing-in/)
    expect(at.saved('V13')).toBe(9)
  })

  it('loses nothing of one tab to another, nor to a page that is left', async () => {
    const other = await at.context.newPage()
    await other.goto(at.url)
    at.line.cut()
    await input(at.page, 'v.V13').fill('51')
    await input(other, 'v.V5.sex=male').fill('52')
    await input(at.page, 'v.V5.sex=other').fill('54')
    await expect.poll(() => input(other, 'v.V5.sex=other').inputValue()).toBe('54')
    const typed = { 'v.V13': '51', 'v.V5.sex=male': '52', 'v.V5.sex=other': '54' }
    await expect.poll(() => onDevice(at.page)).toEqual(typed)
    await other.close()
    await at.page.close()
    at.line.mend()
    at.page = await at.context.newPage()
    await at.page.goto(at.url)
    await shows(at.page, 'saved')
    expect([at.saved('V13'), at.saved('V5/sex=male'), at.saved('V5/sex=other')]).toEqual([51, 52, 54])
    await at.page.waitForSelector('[data-recovered]')
    expect(await at.page.locator('[data-recovered] li').allTextContents()).toEqual([
      expect.stringMatching(/^V5 .*Nam.*: 52 /),
      expect.stringMatching(/^V5 .*Khác.*: 54 /),
      expect.stringMatching(/^V13 .*: 51 /),
    ])
    await input(at.page, 'v.V13').focus()
    await at.page.keyboard.press('Control+z')
    await expect.poll(() => at.saved('V5/sex=male')).not.toBe(52)
  })
})

describe('what two people change', () => {
  it('is asked about with both values, who and when; what only the other changed is shown', async () => {
    at.line.cut()
    await input(at.page, 'v.V13').fill('61')
    await input(at.page, 'v.V5.sex=male').fill('63')
    await at.elsewhere(async (their) => {
      await input(their, 'v.V13').fill('62')
      await input(their, 'v.V5.sex=other').fill('65')
      await expect.poll(() => at.saved('V5/sex=other')).toBe(65)
    })
    at.line.mend()
    await expect
      .poll(() => panel(at.page).textContent())
      .toMatch(/V13:\s+Lấy 62 \(Nguyễn Thí Dụ, lúc 10\/02\/2022 \d\d:\d\d\)\s+Giữ 61/)
    expect(await panel(at.page).locator('li').count()).toBe(1)
    expect(await input(at.page, 'v.V5.sex=other').inputValue()).toBe('65')
    expect(await violationsOn(at.page)).toEqual([])
    await at.page.click('form#entry .bar button.primary')
    await expect.poll(() => at.page.evaluate(() => document.activeElement?.textContent)).toContain('Lấy 62')
    expect([at.saved('V13'), at.saved('V5/sex=male')]).toEqual([62, 63])
    await at.page.keyboard.press('Enter')
    await shows(at.page, 'saved')
    expect(await input(at.page, 'v.V13').inputValue()).toBe('62')
    expect(await panel(at.page).isVisible()).toBe(false)
  })

  it('is not put over what was saved since by a page that comes back, unless that is chosen', async () => {
    at.line.cut()
    await input(at.page, 'v.V13').fill('71')
    await shows(at.page, 'waiting')
    await at.page.close()
    await at.elsewhere(async (their) => {
      await input(their, 'v.V13').fill('72')
      await expect.poll(() => at.saved('V13')).toBe(72)
    })
    at.line.mend()
    at.page = await at.context.newPage()
    await at.page.goto(at.url)
    await panel(at.page).waitFor()
    expect(await input(at.page, 'v.V13').inputValue()).toBe('72')
    await at.page.click('text=Giữ 71')
    await shows(at.page, 'saved')
    expect([at.saved('V13'), await input(at.page, 'v.V13').inputValue()]).toEqual([71, '71'])
  })
})
