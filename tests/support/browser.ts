import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { App } from '../../src/web/context.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The widths every page is looked at: a small phone and an office screen. */
export const WIDTHS = [360, 1280] as const

export function launch(): Promise<Browser> {
  const executablePath = CHROMIUM.find(existsSync)
  if (!executablePath) throw new Error('The browser tests need Chromium: sudo apt-get install chromium')
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic']
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet] })
}

/** Listens on a free port of this machine. */
export async function serve(app: App): Promise<string> {
  return app.listen({ host: '127.0.0.1', port: 0 })
}

/** A browser window in which somebody has signed in by the demo's one click. */
export async function windowOf(
  browser: Browser,
  address: string,
  personId: number | null,
  options: { language?: 'vi' | 'en'; width?: number; javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark' } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'vi-VN',
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    colorScheme: options.colorScheme ?? 'light',
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  if (personId !== null) {
    await page.click(`button[name="person"][value="${personId}"]`)
    await page.waitForURL((url) => url.pathname === '/')
  }
  if (options.language) {
    await context.addCookies([{ name: 'language', value: options.language, url: address }])
    await page.goto(personId === null ? '/sign-in' : '/')
  }
  return { context, page }
}

/** Violations of WCAG 2.2 AA and of axe's good practice, as lines to read. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (where: Document) => Promise<{ violations: Violation[] }> } }
    type Violation = { id: string; help: string; nodes: { html: string }[] }
    const { violations } = await axe.run(document)
    return violations.map(
      (one) => `${one.id}: ${one.help} – ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    )
  })
}

/** How many pixels the page sticks out of the window sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
