import { describe, expect, it } from 'vitest'
import { aboveEvery, SystemBuilder, type SystemRow } from '../../../src/attack/working/builder.ts'
import { mergeAlike } from '../../../src/attack/working/merge.ts'
import { count } from './given.ts'

const said = (rows: readonly SystemRow[]) =>
  rows.map(({ columns, weights, lower, upper }) => [
    columns.map((column, at) => `${weights[at]! > 0 ? '+' : ''}${weights[at]}·${column}`).join(' '),
    lower,
    upper,
  ])

const MOST = 1e7

it.each([
  ['ten million, of people', [3, null, 5_000_000], 1e7],
  ['twice the largest, of what is counted by the million', [3, 97_583_000, null], 195_166_000],
])('no count is above %s', (_, shown, most) => {
  expect(aboveEvery(shown.map((one) => count(one)))).toBe(most)
})

describe('what is said of unknowns', () => {
  it('has a column for each name, once', () => {
    const builder = new SystemBuilder(MOST)
    expect([builder.columns, ...['a', 'b', 'a', 'c'].map((name) => builder.column(name)), builder.columns]).toEqual([
      0, 0, 1, 0, 2, 3,
    ])
  })

  it.each([
    ['a number', count(7), 7, 7],
    ['nobody', count(0), 0, 0],
    ['what is hidden, which is somebody', count(null), 1, MOST],
    ['a hidden denominator', count(null, { part: 'denominator' }), 1, MOST],
    ['a hidden numerator, which may be nobody', count(null, { part: 'numerator' }), 0, MOST],
  ])('is a sum between bounds: %s', (_, fact, lower, upper) => {
    const builder = new SystemBuilder(MOST)
    builder.addFact(fact, [3, 5])
    expect(builder.rows).toEqual([{ columns: [3, 5], weights: [1, 1], lower, upper, fact }])
  })

  it.each<[Parameters<SystemBuilder['addDivision']>[2], unknown[]]>([
    ['partition', [['+1·1 +1·2 +1·3 -1·8 -1·9', 0, 0]]],
    ['part', [['+1·1 +1·2 +1·3 -1·8 -1·9', -MOST, 0]]],
    [
      'overlapping',
      [
        ['+1·1 +1·2 +1·3 -1·8 -1·9', 0, MOST],
        ['+1·1 +1·2 -1·8 -1·9', -MOST, 0],
        ['+1·3 -1·8 -1·9', -MOST, 0],
      ],
    ],
    [
      'unknown',
      [
        ['+1·1 +1·2 -1·8 -1·9', -MOST, 0],
        ['+1·3 -1·8 -1·9', -MOST, 0],
      ],
    ],
  ])('of a %s is said how its categories stand to the total, once', (division, rows) => {
    const builder = new SystemBuilder(MOST)
    for (let time = 0; time < 2; time++) builder.addDivision([[1, 2], [3]], [8, 9], division)
    expect(said(builder.rows)).toEqual(rows)
    builder.addDivision([[1, 2], [3]], [8], division)
    expect(builder.rows).toHaveLength(2 * rows.length)
  })

  it('of two that are the same is said so, once', () => {
    const builder = new SystemBuilder(MOST)
    for (const other of [[3], [3], [4]]) builder.addEqual([1, 2], other)
    expect(said(builder.rows)).toEqual([
      ['+1·1 +1·2 -1·3', 0, 0],
      ['+1·1 +1·2 -1·4', 0, 0],
    ])
    expect(builder.rows[0]!.fact).toBeNull()
  })
})

describe('unknowns that no row tells apart', () => {
  const row = (weights: Record<number, number>, upper: number): SystemRow => ({
    columns: Object.keys(weights).map(Number),
    weights: Object.values(weights),
    ...{ lower: 0, upper, fact: null },
  })

  it('are one, and those of no row are none', () => {
    const merged = mergeAlike(6, [row({ 0: 1, 1: 1, 3: 1 }, 9), row({ 0: 1, 1: 1, 4: 1 }, 8)])
    expect(merged.columns).toBe(3)
    expect(said(merged.rows)).toEqual([
      ['+1·0 +1·1', 0, 9],
      ['+1·0 +1·2', 0, 8],
    ])
    expect([[0, 1], [1, 3], [2], [4, 2, 0], []].map(merged.mergedOf)).toEqual([[0], [0, 1], [], [2, 0], []])
  })

  it('are not one where a row takes one of them the other way', () => {
    expect(mergeAlike(2, [row({ 0: 1, 1: -1 }, 0)]).columns).toBe(2)
    expect(mergeAlike(3, [row({ 0: 1, 1: 1 }, 5), row({ 1: 1, 2: 1 }, 5)]).columns).toBe(3)
  })
})
