import { describe, expect, it } from 'vitest'
import { isKnownAt, type Known } from '../../src/calendar/known.ts'
import { asKnown } from '../../src/calendar/known-store.ts'
import { World } from '../support/world.ts'

const ROWS: Known[] = [
  { knownFrom: 10, knownTo: 20 },
  { knownFrom: 20, knownTo: null },
  { knownFrom: 30, knownTo: 40 },
]

describe('what was known at an instant', () => {
  it('is worked out once for each stretch in which nothing was learnt, and the same as worked out each time', () => {
    const { db } = new World()
    const read: (number | undefined)[] = []
    const known = asKnown(
      () => ROWS,
      (_, asAt) => {
        read.push(asAt)
        return ROWS.filter((row) => isKnownAt(row, asAt))
      },
    )
    for (const asAt of [undefined, 5, 9, 10, 19, 20, 29, 30, 39, 40, 99])
      expect(known(db, asAt)).toEqual(ROWS.filter((row) => isKnownAt(row, asAt)))
    expect(read).toEqual([undefined, 5, 10, 20, 30])
  })

  it('is worked out again when the framework has changed', () => {
    const world = new World().place('HP')
    let nth = 0
    const known = asKnown(
      () => ROWS,
      () => ++nth,
    )
    expect([known(world.db, 15), known(world.db, 16)]).toEqual([1, 1])
    world.place('QN')
    expect(known(world.db, 15)).toBe(2)
  })
})
