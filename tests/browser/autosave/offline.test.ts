import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eachWindow, input, onDevice, shows } from './window.ts'

/** A page that is opened again while there is no line. */
const at = eachWindow()

/** Addresses that are kept on the device, whoever's they are. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => new URL(url).pathname)
  })
/** The form and all that its page asks for. */
const isKept = (page: Page, path: string) =>
  expect.poll(() => kept(page)).toEqual(expect.arrayContaining([path, '/assets/entry.js', '/assets/pasting.js']))

describe('a form that was opened before the line was lost', () => {
  it('is there again with what was typed, says from when it is, and sends what is typed on once the line is back', async () => {
    await isKept(at.page, at.url)
    at.line.cut()
    await input(at.page, 'v.V13').fill('61')
    await shows(at.page, 'waiting')
    await at.page.reload()
    await at.page.waitForSelector('[data-recovered]')
    expect(await input(at.page, 'v.V13').inputValue()).toBe('61')
    const notice = at.page.locator('[data-no-line]')
    expect(await notice.isVisible()).toBe(true)
    expect(await notice.textContent()).toMatch(/Đang mất kết nối\..*bản lưu trên máy lúc .*\d{2}:\d{2}/s)
    // It is a form in every way: totals, keys and a table from a sheet.
    await input(at.page, 'v.V5.sex=male').fill('7')
    await input(at.page, 'v.V5.sex=male').press('Enter')
    expect(await at.page.evaluate(() => document.activeElement?.getAttribute('name'))).not.toBe('v.V5.sex=male')
    await expect.poll(() => onDevice(at.page)).toEqual({ 'v.V13': '61', 'v.V5.sex=male': '7' })
    at.line.mend()
    await shows(at.page, 'saved')
    expect([at.saved('V13'), at.saved('V5/sex=male')]).toEqual([61, 7])
    expect(await notice.textContent()).toContain('Đã có kết nối')
    await notice.locator('a').click()
    await at.page.waitForSelector('[data-no-line]', { state: 'hidden' })
    expect(await input(at.page, 'v.V13').inputValue()).toBe('61')
  })

  it('is the only page that is kept', async () => {
    await isKept(at.page, at.url)
    await at.page.goto('/submissions')
    await at.page.goto(`${at.url}/history`)
    await at.page.goto(`${at.url}/print`)
    const pages = (await kept(at.page)).filter((path) => !path.startsWith('/assets/'))
    expect(pages).toEqual([at.url])
    at.line.cut()
    await expect(at.page.goto(`${at.url}/history`)).rejects.toThrow(/ERR_/)
    at.line.mend()
  })

  it('is gone from the device when its person signs out', async () => {
    await isKept(at.page, at.url)
    await at.page.click('form[action="/sign-out"] button')
    await at.page.waitForURL((to) => to.pathname === '/sign-in')
    await expect.poll(() => kept(at.page)).toEqual([])
    at.line.cut()
    await expect(at.page.goto(at.url)).rejects.toThrow(/ERR_/)
    at.line.mend()
  })

  it('is gone when the session has ended', async () => {
    await isKept(at.page, at.url)
    await at.context.clearCookies({ name: 'session' })
    await at.page.reload()
    await at.page.waitForURL((to) => to.pathname === '/sign-in')
    await expect.poll(() => kept(at.page)).toEqual([])
  })

  it('is gone when somebody else signs in', async () => {
    await isKept(at.page, at.url)
    await at.become('police.nghe-an@example.org')
    await expect.poll(() => kept(at.page)).toEqual([])
  })
})
