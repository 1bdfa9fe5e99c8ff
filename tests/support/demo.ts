import type { Db } from '../../db/connection.ts'
import { loadPilot } from '../../fixtures/load.ts'
import { personByEmail } from '../../src/access/person-store.ts'
import type { Quarter } from '../../src/calendar/quarter.ts'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import { copyOf, emptyDb, imageAndClose } from './database.ts'
import { onceARunSync } from './once.ts'

/** The day the tests of the demo take place: just after the fourth quarter of 2021, as the story goes. */
export const DEMO_NOW = Date.parse('2022-01-20T09:00:00+07:00')

/**
 * The pilot project in memory, loaded once a run and copied for each test: the whole story as far as it has come by `now`, or
 * without what came after the quarter `upTo`.
 */
export function demoDb(upTo?: Quarter, now = DEMO_NOW): Db {
  const image = onceARunSync(`pilot up to ${upTo ?? 'now'} at ${now}`, () => {
    const db = emptyDb()
    loadPilot(db, {
      now,
      passwordHash: () => 'nobody signs in by password here',
      ...(upTo === undefined ? {} : { upTo }),
    })
    rebuildTally(db)
    return imageAndClose(db)
  })
  return copyOf(image)
}

/** The id of a persona of the story, by e-mail address. */
export function personaId(db: Db, email: string): number {
  const found = personByEmail(db, email)
  if (!found) throw new Error(`no persona ${email}`)
  return found.person.id
}
