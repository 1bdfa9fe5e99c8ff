import { expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { loadOffTrack } from '../../src/dashboards/off-track/load.ts'
import { wordsFor } from '../../src/language/words.ts'
import { correct } from '../releases/making.ts'
import { copyOf, imageOf } from '../support/database.ts'
import { DEMO_NOW, demoDb } from '../support/demo.ts'

it('what is behind plan is worked out once, and again after a value was written or on another day', () => {
  const db = demoDb()
  const words = wordsFor('vi')
  const first = loadOffTrack(db, words, DEMO_NOW)!
  expect(first.count).toBeGreaterThan(0)
  expect(loadOffTrack(db, words, DEMO_NOW + 1000)).toBe(first)
  expect(loadOffTrack(db, words, DEMO_NOW + 86_400_000)).not.toBe(first)
  correct(db, { indicator: 'V3', place: 'nghe-an', quarter: quarterOf(2021, 2), by: 1_000_000 }, DEMO_NOW)
  const after = loadOffTrack(db, words, DEMO_NOW)!
  expect(after).not.toBe(first)
  expect(after).toEqual(loadOffTrack(copyOf(imageOf(db)), words, DEMO_NOW))
})
