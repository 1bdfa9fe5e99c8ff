import { describe, expect, it } from 'vitest'
import { farFromUsual } from '../../../src/submissions/checks/series.ts'

describe('a value beside the earlier ones', () => {
  // Median 10, distances 0, 2, 1, 1, 0, 2: their median is 1, so far is beyond 3.5 × 1.4826 = 5.19.
  const usual = [10, 12, 11, 9, 10, 8]
  it.each<[now: number, earlier: number[], isFar: boolean]>([
    [10, usual, false],
    [15, usual, false],
    [15.19, usual, true],
    [16, usual, true],
    [5, usual, false],
    [4, usual, true],
    // In the usual order of things it does not matter which came first.
    [16, [...usual].reverse(), true],
    // Five values are too few.
    [100, usual.slice(0, 5), false],
    // More than half are one number: the mean of distances is 0.5, far is beyond 3.5 × 1.2533 × 0.5 = 2.19.
    [7, [5, 5, 5, 5, 5, 8], false],
    [8, [5, 5, 5, 5, 5, 8], true],
    // All are one number: nothing is known of how much they vary.
    [6, [5, 5, 5, 5, 5, 5], false],
    [0.9, [0.5, 0.52, 0.48, 0.51, 0.49, 0.5], true],
    [0.53, [0.5, 0.52, 0.48, 0.51, 0.49, 0.5], false],
  ])('%d after %j', (now, earlier, isFar) => {
    expect(farFromUsual(now, earlier) !== null).toBe(isFar)
  })

  it('comes with the middle of the earlier ones and between which they lay', () => {
    expect(farFromUsual(99, [4, 1, 2, 3, 5, 6])).toEqual({ median: 3.5, least: 1, most: 6 })
    expect(farFromUsual(99, [4, 1, 2, 3, 5, 6, 7])).toEqual({ median: 4, least: 1, most: 7 })
  })
})
