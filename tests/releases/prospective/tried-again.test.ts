import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { prospectFor } from '../../../src/releases/prospective/begin-protecting.ts'
import { Jobs } from '../../../src/threads/jobs.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { PATIENCE } from '../../support/run/patience.ts'

const MINUTE = 60_000
const BEGUN = { progress: { done: 0, of: 0 } }

let db: Db
beforeAll(() => {
  db = demoDb(quarterOf(2019, 1))
})
afterAll(() => {
  db.$client.close()
})

it('a report that took too long is tried again for whoever asks later, each time after twice as long', async () => {
  const limits = { asked: 1, tried: 1 }
  let now = DEMO_NOW
  const jobs = new Jobs((error) => {
    throw error
  }, limits)
  const asked = () => prospectFor({ db, now: () => now, jobs }, 'uk-home-office', null)
  const failedUntil = (again: number) => ({ failure: { code: 'out-of-time' }, again })

  expect(asked()).toEqual(BEGUN)
  await jobs.settled()
  expect(asked()).toMatchObject(failedUntil(DEMO_NOW + 5 * MINUTE))
  now += 5 * MINUTE - 1
  expect(asked()).toMatchObject(failedUntil(DEMO_NOW + 5 * MINUTE))
  now += 1
  expect(asked()).toEqual(BEGUN)
  await jobs.settled()
  expect(asked()).toMatchObject(failedUntil(now + 10 * MINUTE))

  now += 10 * MINUTE
  limits.asked = PATIENCE
  expect(asked()).toEqual(BEGUN)
  await jobs.settled()
  expect(asked()).toHaveProperty('report.shown')
  now += 60 * MINUTE
  expect(asked()).toHaveProperty('report.shown')
})
