import Database from 'better-sqlite3'
import type { Db } from '../../db/connection.ts'
import { connectionOn } from '../../db/connection.ts'
import { loadPilot } from '../../fixtures/load.ts'
import { personByEmail } from '../../src/access/person-store.ts'
import type { Quarter } from '../../src/calendar/quarter.ts'
import { rebuildTally } from '../../src/figures/summary/store.ts'
import { emptyDb } from './app.ts'

/** The day the tests of the demo take place: just after the fourth quarter of 2021, as the story goes. */
export const DEMO_NOW = Date.parse('2022-01-20T09:00:00+07:00')

const loaded = new Map<string, Buffer>()

/** The pilot project in memory, loaded once and copied for each test. `upTo` leaves out what came after that quarter. */
export function demoDb(upTo?: Quarter): Db {
  const key = String(upTo)
  let bytes = loaded.get(key)
  if (!bytes) {
    const db = emptyDb()
    loadPilot(db, {
      now: DEMO_NOW,
      passwordHash: () => 'nobody signs in by password here',
      ...(upTo === undefined ? {} : { upTo }),
    })
    rebuildTally(db)
    bytes = db.$client.serialize()
    db.$client.close()
    loaded.set(key, bytes)
  }
  const client = new Database(bytes)
  client.pragma('foreign_keys = ON')
  return connectionOn(client)
}

/** The id of a persona of the story, by e-mail address. */
export function personaId(db: Db, email: string): number {
  const found = personByEmail(db, email)
  if (!found) throw new Error(`no persona ${email}`)
  return found.person.id
}
