import { describe, expect, it } from 'vitest'
import { FeasiblePoints } from '../../../src/suppression/attacker/feasible-points.ts'
import { row } from '../row.ts'

/** Three and ten, whose sum is known to be thirteen; of the first there is a second count, which comes to the same. */
const ROWS = [row(3, 'a'), row(10, 'b'), { ...row(13, 'ab'), known: true }]
const SUMS = [[0], [1], [0, 1]].map((columns) => ({ columns, weights: columns.map(() => 1) }))
const points = () => new FeasiblePoints(ROWS, { truth: [3, 10, 3], ties: [[[0], [2]]] }, SUMS)
const NOTHING = Uint8Array.of(0, 0, 0)
const BOTH = Uint8Array.of(1, 1, 0)

describe('what the truth could be', () => {
  it('is the truth to begin with, and nothing beyond it', () => {
    const found = points()
    for (const pattern of [NOTHING, BOTH]) {
      expect([3, 2].map((level) => found.reach(pattern, 0, 'lowest', level))).toEqual([true, false])
      expect([3, 4].map((level) => found.reach(pattern, 0, 'highest', level))).toEqual([true, false])
    }
  })

  it('is whatever leaves shown rows as they are, as near as rounding', () => {
    const found = points()
    expect(found.accept(BOTH, [0.99999, 12.00001, 1])).toEqual({ values: [1, 12, 13], moved: [0, 1] })
    expect(found.reach(BOTH, 0, 'lowest', 1)).toBe(true)
    expect(found.reach(BOTH, 0, 'lowest', 0)).toBe(false)
    expect(found.reach(BOTH, 1, 'highest', 12)).toBe(true)
    expect(found.reach(BOTH, 1, 'lowest', 10)).toBe(true)
    // Under a pattern that shows one of the two it is not.
    expect(found.reach(NOTHING, 0, 'lowest', 1)).toBe(false)
    expect(found.reach(Uint8Array.of(1, 0, 0), 0, 'lowest', 1)).toBe(false)
  })

  it('is kept for other patterns where this one does not allow it', () => {
    const found = points()
    expect(found.accept(NOTHING, [1, 12, 1])).toBeNull()
    expect(found.reach(BOTH, 0, 'lowest', 1)).toBe(true)
  })

  it.each([
    ['less than nobody', [-1, 14, -1]],
    ['no number', [Number.NaN, 12, 1]],
    ['nobody where somebody is known to be', [0, 13, 0]],
    ['another count in what is always known', [1, 10, 1]],
    ['two lists that do not come to the same', [1, 12, 3]],
  ])('is not %s, whatever the solver says', (_, unknowns) => {
    const found = points()
    expect(found.accept(Uint8Array.of(1, 1, 1), unknowns)).toBeNull()
    expect(found.reach(Uint8Array.of(1, 1, 1), 0, 'lowest', 2)).toBe(false)
  })
})
