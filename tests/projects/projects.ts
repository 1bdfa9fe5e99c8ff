import type { Db } from '../../db/connection.ts'
import { DEMOS } from '../../fixtures/demos.ts'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import { copyOf, emptyDb, imageAndClose } from '../support/database.ts'
import { DEMO_NOW } from '../support/demo.ts'
import { onceARunSync } from '../support/once.ts'

const AFTER_2026_Q3 = Date.parse('2026-11-20T09:00:00+07:00')

/** What holds of any project is tried on each of these. */
export const PROJECTS = [
  { name: 'pilot', now: DEMO_NOW, demo: DEMOS.pilot },
  { name: 'consular', now: AFTER_2026_Q3, demo: DEMOS.consular },
] as const

/** One of them in memory, loaded once a run, as its story has come by its day. */
export function dbOf({ name, now, demo }: (typeof PROJECTS)[number]): Db {
  const image = onceARunSync(`any project: ${name}`, () => {
    const db = emptyDb()
    demo.load(db, { now, passwordHash: () => 'nobody signs in by password here' })
    rebuildTally(db)
    return imageAndClose(db)
  })
  return copyOf(image)
}
