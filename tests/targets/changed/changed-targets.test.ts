import { describe, expect, it } from 'vitest'
import { indicatorsAsAt } from '../../../src/indicators/store.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { targetChangeText } from '../../../src/targets/in-words.ts'
import { targetChangesAsAt } from '../../../src/targets/store.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'

describe('a target that gave way to another', () => {
  const db = demoDb()
  const indicator = indicatorsAsAt(db).find(({ code }) => code === 'P1')!
  const REVISED = Date.parse('2020-07-15T00:00:00+07:00')

  it('is known from the day on which it was changed, with both numbers', () => {
    expect(targetChangesAsAt(db, REVISED - 1).size).toBe(0)
    expect([...targetChangesAsAt(db, REVISED)]).toEqual([
      [indicator.id, [expect.objectContaining({ before: 15050, now: 12000, on: REVISED })]],
    ])
    expect(targetChangesAsAt(db, DEMO_NOW).size).toBe(1)
  })

  it('says for which dates, what it was and is, since when and why', () => {
    const [change] = targetChangesAsAt(db, DEMO_NOW).get(indicator.id)!
    expect(targetChangeText(change!, indicator, wordsFor('en'))).toBe(
      'Target for 1 Jan 2020 – 31 Dec 2020: 15,050 → 12,000 (changed on 15 Jul 2020). Social distancing from April 2020: no large events could be held in the second quarter.',
    )
    expect(targetChangeText({ ...change!, reason: null }, indicator, wordsFor('vi'))).toBe(
      'Mục tiêu 01/01/2020 – 31/12/2020: 15.050 → 12.000 (điều chỉnh ngày 15/07/2020). Chưa ghi lý do.',
    )
  })
})
