import type { Locator, Page } from 'playwright-core'

/** The picture, once the script has drawn it over the server's, as it does for whoever comes to it. */
export async function redrawn(page: Page, id: string): Promise<Locator> {
  await page.locator(`#picture-${id}`).scrollIntoViewIfNeeded()
  const area = page.locator(`#picture-${id} .area[tabindex]`)
  await area.focus()
  const plot = page.locator(`#picture-${id} .plot.redrawn`)
  await plot.waitFor()
  await area.blur()
  return plot
}
