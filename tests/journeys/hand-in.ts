import type { Page } from 'playwright-core'

/** Hands in the form that is open, standing by whatever is asked about. */
export async function handIn(page: Page): Promise<void> {
  await page.click('form#entry .bar button[value="hand-in"]')
  const confirm = page.locator('form[action$="/handing-in"].card button.primary')
  await page.locator('.tag.is-submitted').or(confirm).first().waitFor()
  await page.waitForLoadState()
  if ((await confirm.count()) > 0) {
    for (const note of await page.locator('input[name=note][list]').all()) await note.fill('Đã đối chiếu với sổ.')
    await confirm.click()
  }
  await page.waitForSelector('.tag.is-submitted')
}
