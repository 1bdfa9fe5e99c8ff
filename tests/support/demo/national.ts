import type { Db } from '../../../db/connection.ts'
import { loadNational } from '../../../fixtures/national/load.ts'
import { rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import { copyOf, emptyDb, imageAndClose } from '../database.ts'
import { onceARunSync } from '../once.ts'

/** A day after the last report of the national project was due. */
export const NATIONAL_NOW = Date.parse('2026-08-03T09:00:00+07:00')

/** The national project in memory, loaded once a run. */
export function nationalDb(): Db {
  return copyOf(
    onceARunSync('national', () => {
      const db = emptyDb()
      loadNational(db, { now: NATIONAL_NOW, passwordHash: () => 'nobody signs in by password here' })
      rebuildTally(db)
      return imageAndClose(db)
    }),
  )
}
