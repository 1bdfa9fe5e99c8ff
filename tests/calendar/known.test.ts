import { describe, expect, it } from 'vitest'
import { isKnownAt, knownSince } from '../../src/calendar/known.ts'
import { redefineIndicator, retireIndicator } from '../../src/framework/definitions/redefine.ts'
import { historiesAsAt } from '../../src/indicators/store.ts'
import { q, World } from '../support/world.ts'

describe('what is known', () => {
  const [standing, replaced] = [
    { knownFrom: 10, knownTo: null },
    { knownFrom: 10, knownTo: 20 },
  ]
  it.each([
    ['now, what nothing has replaced', standing, undefined, true],
    ['now, not what was replaced', replaced, undefined, false],
    ['not before it was', standing, 9, false],
    ['from its first instant', standing, 10, true],
    ['as long as nothing replaces it', standing, 1e15, true],
    ['not before it was, though replaced since', replaced, 9, false],
    ['until the instant of what replaced it', replaced, 19, true],
    ['no more from that instant on', replaced, 20, false],
  ])('%s', (_, row, asAt, known) => {
    expect(isKnownAt(row, asAt)).toBe(known)
  })
})

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
