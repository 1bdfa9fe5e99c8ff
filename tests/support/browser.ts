import { existsSync, readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { root } from '../../src/config/root.ts'
import type { App } from '../../src/web/context.ts'
import { RemoteVisitor } from './program/remote-visitor.ts'
import { PATIENCE } from './run/patience.ts'

/** Chromium without its window first, where it is: the same pages for a quarter of the processor's time. */
const CHROMIUM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'))
/** Where `serve` gives axe away beside the program: the browser fetches and compiles it once, and not 650 kB for every page. */
const AXE_ADDRESS = '/axe-beside-the-program.js'

/** The widths every page is looked at: a small phone and an office screen. */
export const WIDTHS = [360, 1280] as const
const HEIGHT = 900

export function launch(): Promise<Browser> {
  const executablePath = CHROMIUM.find(existsSync)
  if (!executablePath) throw new Error('The browser tests need Chromium: sudo apt-get install chromium')
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic']
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet]
  return chromium.launch({ executablePath, args, timeout: PATIENCE })
}

let running: Promise<Browser> | undefined

/** The one Chromium of a worker, for all its files: the first that opens a window starts it, and it ends with the worker. */
export function browserOfWorker(): Promise<Browser> {
  running ??= launch()
  return running
}

/** Listens on a free port of this machine. */
export async function serve(app: App): Promise<string> {
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const ofProgram = app.server.listeners('request') as RequestListener[]
  app.server.removeAllListeners('request')
  app.server.on('request', (request, response) => {
    if (request.url !== AXE_ADDRESS) for (const answer of ofProgram) answer(request, response)
    else
      response
        .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=31536000, immutable' })
        .end(AXE)
  })
  return address
}

/** An empty browser window in which somebody is signed in already: how one signs in is seen in tests/journeys. */
export async function windowOf(
  browser: Browser,
  address: string,
  personId: number | null,
  options: { language?: 'vi' | 'en'; width?: number; javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark' } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'vi-VN',
    viewport: { width: options.width ?? 1280, height: HEIGHT },
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    colorScheme: options.colorScheme ?? 'light',
  })
  context.setDefaultTimeout(PATIENCE)
  const cookies = personId === null ? [] : await sessionOf(address, personId)
  if (options.language) cookies.push(['language', options.language])
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: address })))
  return { context, page: await context.newPage() }
}

/** The cookies of somebody who has signed in by the demo's one click. */
async function sessionOf(address: string, personId: number): Promise<[name: string, value: string][]> {
  const visitor = new RemoteVisitor(address)
  const door = await visitor.get('/sign-in')
  await visitor.post('/sign-in/persona', door.body, { person: String(personId) })
  return visitor.cookies
}

/** Parts of pages in which nothing was found, each at its width: what is made of the same elements is judged the same. */
const faultless = new Set<string>()

/**
 * Violations of WCAG 2.2 AA and of axe's good practice, as lines to read; what is right is not listed, which takes as long again.
 * A page whose every part is made as one is in which nothing was found, whoever's it was, is not put to axe again.
 * @param asOpened it has just been opened: then what is pressed is measured too (the one rule that WCAG 2.2 AA has added, and axe leaves
 *   out unless it is named). Later a bar that sticks, or what was asked about, may lie over half of it until one scrolls.
 */
export async function violationsOn(page: Page, asOpened = false): Promise<string[]> {
  // Whoever has followed a link or sent a form is at the next page as soon as it begins to come, and may be before its stylesheet.
  await page.waitForLoadState()
  const parts = (await outlinesOf(page)).map((part) => `${asOpened} ${part}`)
  if (parts.every((part) => faultless.has(part))) return []
  const violations = await judge(page, asOpened)
  if (violations.length === 0) for (const part of parts) faultless.add(part)
  return violations
}

/**
 * Head, header, main part and the rest of a page, without its words: what elements there are, in what order and state, where
 * words are and where none, how they are styled, and what names others by its id.
 */
function outlinesOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const FREE = new Set([
      'href',
      'src',
      'value',
      'title',
      'alt',
      'd',
      'points',
      'datetime',
      'content',
      'action',
      'placeholder',
    ])
    const named = ({ name, value }: Attr) =>
      FREE.has(name) || /^data-/.test(name) ? `${name}${value.trim() !== ''}` : `${name}=${value}`
    const outline = (element: Element): string => {
      const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      const own = `${element.localName} ${[...element.attributes].map(named).sort().join(' ')}${words ? ' …' : ''}`
      return `<${own}>${[...element.children]
        .filter((child) => !PARTS.includes(child))
        .map(outline)
        .join('')}</>`
    }
    const PARTS = [...document.querySelectorAll('head, header, main')]
    const frame = `${innerWidth} ${matchMedia('(prefers-color-scheme: dark)').matches} ${document.styleSheets.length}`
    return Promise.all(
      [...PARTS, document.documentElement].map(async (part) => {
        const text = new TextEncoder().encode(`${frame} ${outline(part)}`)
        return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', text))))
      }),
    )
  })
}

async function judge(page: Page, asOpened: boolean): Promise<string[]> {
  return page.evaluate(
    async ([measured, source]) => {
      // Once a page is enough, however often it is looked at; what fetched it is not part of the page.
      if (!('axe' in globalThis)) {
        const script = Object.assign(document.createElement('script'), { src: source })
        await new Promise((loaded, failed) => {
          Object.assign(script, { onload: loaded, onerror: failed })
          document.head.append(script)
        })
        script.remove()
      }
      const { axe } = globalThis as unknown as {
        axe: { run: (where: Document, options: object) => Promise<{ violations: Violation[] }> }
      }
      type Violation = { id: string; help: string; nodes: { html: string }[] }
      const rules = { 'target-size': { enabled: measured } }
      const { violations } = await axe.run(document, { resultTypes: ['violations'], rules })
      return violations.map(
        (one) => `${one.id}: ${one.help} – ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
      )
    },
    [asOpened, AXE_ADDRESS] as const,
  )
}

/** Makes a window wider or narrower, unless it is so wide, and waits until what is drawn by scripts has followed. */
export async function resize(page: Page, width: number): Promise<void> {
  if (page.viewportSize()?.width === width) return
  await page.setViewportSize({ width, height: HEIGHT })
  await page.evaluate(async () => {
    for (let nth = 0; nth < 3; nth++) await new Promise((drawn) => requestAnimationFrame(drawn))
  })
}

/** How many pixels the page sticks out of the window sideways. */
export async function overflowOf(page: Page): Promise<number> {
  await page.waitForLoadState()
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** The two of which every page has one, and those that some have besides. */
const SHEETS = ['app.css', 'figures.css']
const BESIDES = ['reading.css', 'brief.css', 'own-sheet.css']

/** Rules that something on the page would follow, and that neither of its own stylesheets has, but the one of other pages. */
export async function unstyledOn(page: Page): Promise<string[]> {
  const selectors = await selectorsBySheet(page)
  const own = new Set<string>()
  const names = await page.evaluate(() =>
    [...document.styleSheets].map((sheet) => new URL(sheet.href ?? '').pathname.split('/').at(-1)!),
  )
  for (const name of names) for (const selector of selectors.get(name) ?? []) own.add(selector)
  const others = SHEETS.filter((name) => !names.includes(name)).flatMap((name) => selectors.get(name)!)
  return page.evaluate(
    (foreign) => foreign.filter((selector) => document.querySelector(selector) !== null),
    others.filter((selector) => !own.has(selector)),
  )
}

let ofSheets: Map<string, string[]> | undefined

/** The selectors of each stylesheet, as a browser reads them: once, when a page is first looked at. */
async function selectorsBySheet(page: Page): Promise<ReadonlyMap<string, string[]>> {
  ofSheets ??= new Map(
    await page.evaluate(
      (texts) => {
        const selectorsIn = (rules: CSSRuleList): string[] =>
          [...rules].flatMap((rule) => {
            if (rule instanceof CSSStyleRule) return [rule.selectorText]
            return rule instanceof CSSGroupingRule ? selectorsIn(rule.cssRules) : []
          })
        return texts.map(([name, text]): [string, string[]] => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(text)
          return [name, [...new Set(selectorsIn(sheet.cssRules))]]
        })
      },
      [...SHEETS, ...BESIDES].map((name) => [name, readFileSync(join(root, 'dist/assets', name), 'utf8')] as const),
    ),
  )
  return ofSheets
}
