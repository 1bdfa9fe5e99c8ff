import { describe, expect, it } from 'vitest'
import { redefineIndicator, retireIndicator } from '../../../src/framework/definitions/redefine.ts'
import { knownSince } from '../../../src/indicators/definitions/known.ts'
import { historiesAsAt } from '../../../src/indicators/store.ts'
import { q, World } from '../../support/world.ts'

describe('since when something is known', () => {
  it.each([
    ['of itself', { knownFrom: 30, knownTo: null }, [], 30],
    [
      'of itself where the row before says something else',
      { knownFrom: 30, knownTo: 40 },
      [{ knownFrom: 1, knownTo: 20 }],
      30,
    ],
    ['of the row that it only cut', { knownFrom: 30, knownTo: null }, [{ knownFrom: 10, knownTo: 30 }], 10],
    [
      'of the first of several',
      { knownFrom: 30, knownTo: null },
      [
        { knownFrom: 20, knownTo: 30 },
        { knownFrom: 5, knownTo: 20 },
      ],
      5,
    ],
    [
      'of itself where another is known until it is',
      { knownFrom: 30, knownTo: null },
      [{ knownFrom: 30, knownTo: 30 }],
      30,
    ],
  ])('%s', (_, row, same, since) => {
    expect(knownSince(row, same)).toBe(since)
  })

  it('is told of each definition: the part that stays is as old as it was', () => {
    const { db } = new World().indicator('A', {}, 100)
    const changes = { overTime: 'latest' } as const
    redefineIndicator(db, null, 'A', { from: q('2022-Q1'), to: null, changes }, 500)
    retireIndicator(db, null, 'A', q('2023-Q4'), 900)
    const known = (asAt?: number) =>
      historiesAsAt(db, asAt)[0]!.definitions.map((one) => [one.from, one.to, one.knownSince])
    expect(known()).toEqual([
      [7960, q('2021-Q4'), 100],
      [q('2022-Q1'), q('2023-Q4'), 500],
    ])
    expect(known(499)).toEqual([[7960, null, 100]])
  })
})
