import { onTestFinished } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { Release } from '../../src/releases/release.ts'
import { releaseById } from '../../src/releases/store.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { copyOf, imageAndClose } from '../support/database.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'
import { onceARun } from '../support/once.ts'
import { issueNow, make, type Ordered } from './making.ts'

/** The smallest report that has everything: one quarter, no provinces. */
export const SMALL: Ordered = {
  from: 8086,
  to: 8086,
  layout: { project: 'quarter', province: 'none', breakdown: 'none', years: 'calendar' },
}

/**
 * The pilot with one report that is protected, or issued: made once a run, and a copy for whoever asks.
 * @param write what else stands in the copy: nothing that changes a figure, since the report is made already
 */
export async function pilotWith(
  state: 'protected' | 'issued',
  order: Ordered = {},
  write?: (db: Db) => void,
): Promise<{ db: Db; release: Release }> {
  const image = await onceARun(`report ${state} ${JSON.stringify(order)}`, async () => {
    if (state === 'protected') {
      const db = demoDb()
      await make(db, order)
      return imageAndClose(db)
    }
    const { db, release } = await pilotWith('protected', order)
    const outcome = await issueNow(db, release.id)
    if (outcome !== 'issued') throw new Error(`not issued: ${outcome}`)
    return imageAndClose(db)
  })
  const db = copyOf(image)
  write?.(db)
  const release = releaseById(db, 1)!
  if (release.state !== state) throw new Error(`the report is ${release.state}: ${release.failure?.code}`)
  return { db, release }
}

/** A program over such a pilot, for one test: its clock can be set, and everything is closed after the test. */
export async function programWith(
  order: Ordered = SMALL,
  write?: (db: Db) => void,
): Promise<{
  db: Db
  app: App
  release: Release
  clock: { now: number }
  visit: (email: string, language?: 'vi' | 'en') => Promise<Visitor>
}> {
  const { db, release } = await pilotWith('protected', order, write)
  const clock = { now: DEMO_NOW }
  const app = await testApp(db, () => clock.now)
  onTestFinished(async () => {
    await app.close()
    db.$client.close()
  })
  const visit = (email: string, language: 'vi' | 'en' = 'en') => new Visitor(app).become(personaId(db, email), language)
  return { db, app, release, clock, visit }
}
