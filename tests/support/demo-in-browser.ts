import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { Quarter } from '../../src/calendar/quarter.ts'
import type { App } from '../../src/web/context.ts'
import { testApp } from './app.ts'
import { launch, serve, windowOf } from './browser.ts'
import { DEMO_NOW, demoDb, personaId } from './demo.ts'

type Window = Awaited<ReturnType<typeof windowOf>>
export type DemoInBrowser = {
  db: Db
  address: string
  /** An empty window in which a manager is signed in already. */
  managersWindow: (options?: Parameters<typeof windowOf>[3]) => Promise<Window>
}

/**
 * The demo, served, and a browser, for all tests of a file: filled in before they run.
 * @param change what is otherwise in this demo
 * @param upTo without what came after a quarter
 */
export function demoInBrowser(change: (db: Db) => void = () => {}, upTo?: Quarter): DemoInBrowser {
  const demo = {} as DemoInBrowser
  let app: App
  let browser: Browser
  beforeAll(async () => {
    const db = demoDb(upTo)
    change(db)
    app = await testApp(db, () => DEMO_NOW)
    const address = await serve(app)
    browser = await launch()
    const manager = personaId(db, 'iom.manager@example.org')
    Object.assign(demo, { db, address, managersWindow: (options = {}) => windowOf(browser, address, manager, options) })
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
  })
  return demo
}
