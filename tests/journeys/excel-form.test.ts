import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openPilot, submissionId } from '../submissions/pilot.ts'
import { filledTemplate } from '../submissions/workbook/filled-template.ts'
import { workbookOf } from '../submissions/workbook/own-sheet/cells.ts'
import { resize, violationsOn, WIDTHS } from '../support/browser.ts'
import { inBrowser } from '../support/in-browser.ts'

const PARTNER = 'dolisa.nghe-an@example.org'
const pilot = inBrowser(() => openPilot(undefined, { offlineForms: false }))

async function isReadable(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await resize(page, width)
    expect(await violationsOn(page), `${page.url()} ${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
}
const send = async (page: Page, buffer: Buffer) => {
  await page.setInputFiles('#file', { name: 'bieu-mau.xlsx', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Xem các thay đổi' }).click()
}

it('a partner downloads the form, is told what a wrong file is, and saves a filled one after looking at it, without a script', async () => {
  const id = submissionId(pilot.db, 'dolisa-nghe-an')
  const { context, page } = await pilot.windowFor(PARTNER, { language: 'vi', javaScriptEnabled: false })
  await page.goto(`/submissions/${id}`)
  const link = page.getByRole('link', { name: 'Tải biểu mẫu Excel của báo cáo này' })
  const template = await (await context.request.get((await link.getAttribute('href'))!)).body()
  await page.getByRole('link', { name: 'Tải tệp Excel lên' }).click()
  await send(page, Buffer.from('x'))
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('Không có gì được lưu từ tệp này.')
  const typed = { 'v.V5.sex=male': 41, 'v.V5.sex=female': 1.234, 'v.V5.sex=other': 'nhiều', 'v.V6': 8 }
  await send(page, Buffer.from(await filledTemplate(template, typed)))
  await page.waitForURL('**/uploads/*')
  const preview = page.url()
  await page.getByRole('radio', { name: '1234' }).check()
  await page.getByRole('button', { name: 'Lưu nháp 2 thay đổi' }).click()
  await page.waitForURL(`**/submissions/${id}`)
  expect(await page.locator('.notice.good').textContent()).toContain('3 ô có thay đổi. Còn 1 ô chưa đọc được')
  expect(await page.locator('[name="v.V5.sex=female"]').inputValue()).toBe('1234')
  await page.goto(preview)
  expect(await page.locator('.notice.good').textContent()).toContain('không còn được giữ')
  await context.close()
})

it('what is sent, refused and shown is accessible on a telephone and in an office', async () => {
  const id = submissionId(pilot.db, 'dolisa-nghe-an')
  const { context, page } = await pilot.windowFor(PARTNER, { language: 'vi' })
  const template = await (await context.request.get(`/submissions/${id}/template.xlsx`)).body()
  await page.goto(`/submissions/${id}/upload`)
  await send(page, Buffer.from('x'))
  await page.getByRole('alert').waitFor()
  await isReadable(page)
  const typed = { 'v.V5.sex=male': 41, 'v.V5.sex=female': 1.235, 'v.V4.service=legal': { formula: '5+4', result: 9 } }
  const file = await filledTemplate(template, typed, (book) => book.addWorksheet('Ghi chú').addRow([1]))
  await send(page, Buffer.from(file))
  await page.waitForURL('**/uploads/*')
  await isReadable(page)
  await context.close()
})

it('a partner maps the sheet it keeps anyway by clicking its columns, and the next time sends it as it is', async () => {
  const { context, page } = await pilot.windowFor(PARTNER, { language: 'vi' })
  const sheet = (men: number) =>
    workbookOf({
      'Sổ theo dõi': [
        ['SỞ LAO ĐỘNG NGHỆ AN'],
        ['Quý', 'Số người được tư vấn', null, 'Ghi chú'],
        [null, 'Nam', 'Nữ'],
        ['Quý III/2021', 1, 2],
        ['Quý IV/2021', men, '1,500', 'theo sổ'],
      ],
    })
  const sendSheet = async (men: number) => {
    await page.goto(`/submissions/${submissionId(pilot.db, 'dolisa-nghe-an')}/upload`)
    await page.getByRole('link', { name: 'Dùng tờ Excel đó' }).click()
    const buffer = Buffer.from(await sheet(men))
    await page.setInputFiles('#file', { name: 'so-theo-doi.xlsx', mimeType: 'application/octet-stream', buffer })
    await page.getByRole('button', { name: 'Đọc tệp' }).click()
  }
  await sendSheet(43)
  await page.waitForURL('**/own-sheets/*')
  await isReadable(page)
  // Clicking a heading leads to what its column may be chosen to hold.
  for (const [heading, column, holds] of [
    ['Nam', 1, 'v.V5.sex=male'],
    ['Nữ', 2, 'v.V5.sex=female'],
  ] as const) {
    await page.locator('tr.heading label', { hasText: heading }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`column.${column}`)
    await page.selectOption(`[name="column.${column}"]`, holds)
  }
  expect(await page.locator('[name="column.0"]').inputValue()).toBe('quarter')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL('**/uploads/*')
  await isReadable(page)
  expect(await page.locator('main').textContent()).toContain('Không lấy 1 dòng của quý khác hoặc địa bàn khác.')
  await sendSheet(44)
  await page.waitForURL('**/uploads/*')
  await page.getByRole('radio', { name: '1500' }).check()
  await page.getByRole('button', { name: 'Lưu nháp 1 thay đổi' }).click()
  await page.waitForURL(/submissions\/\d+$/)
  const kept = ['male', 'female'].map((sex) => page.locator(`[name="v.V5.sex=${sex}"]`).inputValue())
  expect(await Promise.all(kept)).toEqual(['44', '1500'])
  await context.close()
})
