import type { Locator, Page } from 'playwright-core'

/** The picture, once the script has drawn it over the server's. */
export async function redrawn(page: Page, id: string): Promise<Locator> {
  await page.locator(`#picture-${id}`).scrollIntoViewIfNeeded()
  const plot = page.locator(`#picture-${id} .plot.redrawn`)
  await plot.waitFor()
  return plot
}
