import { dbOf, PROJECTS } from '../projects/projects.ts'
import { testApp } from '../support/app.ts'
import { NATIONAL_NOW, nationalDb } from '../support/demo/national.ts'
import { DEMO_NOW, demoDb } from '../support/demo.ts'
import { type InBrowser, inBrowser, type Window } from '../support/in-browser.ts'

const consular = PROJECTS.find(({ name }) => name === 'consular')!
const OPENED = {
  pilot: { load: demoDb, now: DEMO_NOW, manager: 'iom.manager@example.org' },
  consular: { load: () => dbOf(consular), now: consular.now, manager: 'iom.quan-ly@example.org' },
  national: { load: nationalDb, now: NATIONAL_NOW, manager: 'quan-ly@example.org' },
} as const
export type ProjectName = keyof typeof OPENED

/**
 * The demos of all projects, served, for all tests of a file.
 * @returns a window in which a manager of one of them is signed in
 */
export function projectsInBrowser(): (
  name: ProjectName,
  options?: Parameters<InBrowser<object>['windowFor']>[1],
) => Promise<Window> {
  const opened = (name: ProjectName) =>
    inBrowser(async () => {
      const { load, now } = OPENED[name]
      const db = load()
      return { db, app: await testApp(db, () => now) }
    })
  const served = { pilot: opened('pilot'), consular: opened('consular'), national: opened('national') }
  return (name, options) => served[name].windowFor(OPENED[name].manager, options)
}
