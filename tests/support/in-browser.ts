import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { Quarter } from '../../src/calendar/quarter.ts'
import type { App } from '../../src/web/context.ts'
import { testApp } from './app.ts'
import { browserOfWorker, serve, windowOf } from './browser.ts'
import { DEMO_NOW, demoDb, personaId } from './demo.ts'

type Options = Parameters<typeof windowOf>[3]
export type Window = Awaited<ReturnType<typeof windowOf>>
export type InBrowser<Opened> = Opened & {
  address: string
  /** An empty window, in which whoever has this e-mail address is signed in already; nobody is at `null`. */
  windowFor: (email: string | null, options?: Options & { at?: string }) => Promise<Window>
}

/** A program, served, for all tests of a file: filled in before they run, and closed after them with all its windows. */
export function inBrowser<Opened extends { db: Db; app: App }>(
  open: () => Opened | Promise<Opened>,
): InBrowser<Opened> {
  const program = {} as InBrowser<Opened>
  const windows: BrowserContext[] = []
  beforeAll(async () => {
    const opened = await open()
    const address = await serve(opened.app)
    const browser = await browserOfWorker()
    Object.assign(program, opened, { address })
    program.windowFor = async (email, { at = address, ...options } = {}) => {
      const window = await windowOf(browser, at, email === null ? null : personaId(opened.db, email), options)
      windows.push(window.context)
      return window
    }
  })
  afterAll(async () => {
    await Promise.all(windows.map((context) => context.close()))
    await program.app?.close()
  })
  return program
}

export type DemoInBrowser = InBrowser<{ db: Db; app: App }> & {
  /** An empty window in which a manager is signed in already. */
  managersWindow: (options?: Options) => Promise<Window>
}

/**
 * The demo, served, for all tests of a file.
 * @param change what is otherwise in this demo
 * @param upTo without what came after a quarter
 */
export function demoInBrowser(change: (db: Db) => void = () => {}, upTo?: Quarter): DemoInBrowser {
  const demo = inBrowser(async () => {
    const db = demoDb(upTo)
    change(db)
    return { db, app: await testApp(db, () => DEMO_NOW) }
  })
  return Object.assign(demo, {
    managersWindow: (options?: Options) => demo.windowFor('iom.manager@example.org', options),
  })
}
