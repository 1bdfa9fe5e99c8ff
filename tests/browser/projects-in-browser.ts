import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { App } from '../../src/web/context.ts'
import { dbOf, PROJECTS } from '../projects/projects.ts'
import { testApp } from '../support/app.ts'
import { launch, serve, windowOf } from '../support/browser.ts'
import { NATIONAL_NOW, nationalDb } from '../support/demo/national.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'

const consular = PROJECTS.find(({ name }) => name === 'consular')!
const OPENED = {
  pilot: { load: demoDb, now: DEMO_NOW, manager: 'iom.manager@example.org' },
  consular: { load: () => dbOf(consular), now: consular.now, manager: 'iom.quan-ly@example.org' },
  national: { load: nationalDb, now: NATIONAL_NOW, manager: 'quan-ly@example.org' },
} as const
export type ProjectName = keyof typeof OPENED

type Served = { db: Db; app: App; address: string; manager: number }
type Window = Awaited<ReturnType<typeof windowOf>>

/**
 * The demos of all projects, served, and a browser, for all tests of a file.
 * @returns a window in which a manager of one of them is signed in
 */
export function projectsInBrowser(): (name: ProjectName, options?: Parameters<typeof windowOf>[3]) => Promise<Window> {
  const served = new Map<ProjectName, Served>()
  let browser: Browser
  beforeAll(async () => {
    for (const name of Object.keys(OPENED) as ProjectName[]) {
      const { load, now, manager } = OPENED[name]
      const db = load()
      const app = await testApp(db, () => now)
      served.set(name, { db, app, address: await serve(app), manager: personaId(db, manager) })
    }
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    for (const { app } of served.values()) await app.close()
  })
  return (name, options) => {
    const { address, manager } = served.get(name)!
    return windowOf(browser, address, manager, options)
  }
}
