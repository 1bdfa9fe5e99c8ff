import { describe, expect, it } from 'vitest'
import { bareValue, divided, isSame, millionths, type Pair, pairsOf, sumsOf, totalOf } from '../../src/figures/sums.ts'
import { MEASURES } from '../../src/vocabulary/indicator.ts'
import fc from '../fast-check.ts'

const pair = (value: number, base: number | null = null): Pair => ({ value, base })

describe('several values brought together', () => {
  it.each([
    ['nothing', 'count', [], null],
    ['one value, as it was typed', 'mean', [pair(7.123456789)], pair(7.123456789)],
    ['amounts', 'count', [pair(0.1), pair(0.2)], pair(0.3)],
    ['both sides of ratios', 'ratio', [pair(9, 10), pair(10, 90)], pair(19, 100)],
    ['a ratio of which one side is not typed yet', 'ratio', [pair(9, null), pair(10, 90)], pair(19, 90)],
    ['means by their n', 'mean', [pair(80, 10), pair(50, 90)], pair(53, 100)],
    ['a mean without n', 'mean', [pair(80, null), pair(50, 90)], null],
    ['means of nobody', 'mean', [pair(0, 0), pair(0, 0)], null],
    ['stages', 'milestone', [pair(1), pair(2)], null],
    ['medians', 'median', [pair(1, 3), pair(2, 3)], null],
  ] as const)('%s', (_, measure, pairs, total) => expect(totalOf(measure, pairs)).toEqual(total))

  it('come to the very mean that was typed for all of them, though binary fractions do not', () => {
    const parts = totalOf('mean', [pair(0.1, 1), pair(0.2, 2), pair(0.7, 7)])!
    expect(0.1 * 1 + 0.2 * 2 + 0.7 * 7).not.toBe(0.54 * 10)
    expect(isSame(parts, pair(0.54, 10))).toBe(true)
  })

  it('whatever means of few decimals are typed, and in whatever order', () => {
    const typed = fc.record({
      value: fc.integer({ min: -100_000, max: 100_000 }),
      base: fc.integer({ min: 0, max: 500 }),
    })
    fc.assert(
      fc.property(fc.array(typed, { minLength: 2, maxLength: 8 }), (cells) => {
        const n = cells.reduce((sum, { base }) => sum + base, 0)
        fc.pre(n > 0)
        const pairs = cells.map(({ value, base }) => pair(value / 1000, base))
        const product = cells.reduce((sum, { value, base }) => sum + value * base, 0)
        const exact = pair(Math.round((product * 1000) / n) / 1_000_000, n)
        expect(isSame(totalOf('mean', pairs)!, exact)).toBe(true)
        expect(totalOf('mean', [...pairs].reverse())).toEqual(totalOf('mean', pairs))
      }),
    )
  })
})

describe('one value', () => {
  it('is the quotient of a ratio, else itself', () => {
    expect([bareValue('ratio', pair(1, 4)), bareValue('ratio', pair(1, 0)), bareValue('ratio', pair(1))]).toEqual([
      0.25,
      null,
      null,
    ])
    for (const measure of MEASURES) if (measure !== 'ratio') expect(bareValue(measure, pair(7, 0))).toBe(7)
  })

  it('is the same as another to the millionth, with the same number behind it', () => {
    expect(isSame(pair(0.1 + 0.2), pair(0.3))).toBe(true)
    expect(isSame(pair(0.300001), pair(0.3))).toBe(false)
    expect(isSame(pair(1, 2), pair(1, 3))).toBe(false)
    expect(isSame(pair(1, null), pair(1, 0))).toBe(true)
    expect(millionths(0.57)).toBe(570_000)
  })
})

describe('the one division', () => {
  const sums = sumsOf([pair(3, 4), pair(5, 6)])

  it.each([
    ['count', 8],
    ['ratio', 0.8],
    ['mean', 4.2],
    ['milestone', 8],
    ['median', 8],
  ] as const)('of a %s', (measure, value) => expect(divided(measure, sums)).toBe(value))

  it('is undefined where it rests on nothing', () => {
    const nothing = sumsOf([pair(3, 0)])
    expect(MEASURES.filter((measure) => divided(measure, nothing) === null)).toEqual(['ratio', 'mean', 'median'])
  })
})

it('sums what has a number, 0 included, and nothing of what has none', () => {
  const rows = [
    { value: 0, base: null },
    { value: null, base: 7 },
    { value: 3, base: 4 },
  ]
  expect(pairsOf(rows)).toEqual([pair(0), pair(3, 4)])
})
