import { describe, expect, it } from 'vitest'
import { DueQuarters, type Duty } from '../../../src/assignments/owed.ts'
import { apartWhereTold, Pool, type ReportedByPool } from '../../../src/figures/read/pool.ts'

const duty = (partnerId: number, ...intervals: [from: number, to: number][]): Duty => ({
  indicatorId: 7,
  placeId: 1,
  partnerId,
  intervals: intervals.map(([from, to]) => ({ from, to })),
})
const poolOf = (...duties: Duty[]) => {
  // Due in each quarter but the fourth.
  const pool = new Pool(new DueQuarters([1, 2, 3, 5, 6, 7, 8]))
  for (const one of duties) pool.add(one)
  return pool
}
const span = (from: number, to: number) => ({ from, to })

describe('reporters read as one', () => {
  const pool = poolOf(duty(1, [1, 8]), duty(2, [1, 8]), duty(3, [2, 3], [6, 9]), duty(4, [7, 9]))

  it.each([
    [span(1, 8), 21, [7, 7, 5, 2]],
    [span(3, 5), 5, [2, 2, 1, 0]],
    [span(4, 4), 0, [0, 0, 0, 0]],
    [span(7, 12), 8, [2, 2, 2, 2]],
  ])('owe together, in %j, what each of them owes', (asked, all, each) => {
    expect(pool.owed(asked)).toEqual({ count: all, last: null, quarters: [] })
    expect(pool.owedByEach(asked)).toEqual(each)
  })

  it('are named in the order in which they were added', () => {
    const [first, ...rest] = pool.reporters()
    expect(new Set([first, ...rest]).size).toBe(4)
    expect(poolOf(duty(4)).reporters()).toEqual(rest.slice(-1))
  })

  it('are counted once for each span, until another one comes', () => {
    const one = poolOf(duty(1, [1, 8]))
    const [all, each] = [one.owed(span(1, 2)), one.owedByEach(span(1, 2))]
    expect(one.owed(span(1, 2))).toBe(all)
    expect(one.owedByEach(span(1, 2))).toBe(each)
    expect([all.count, each]).toEqual([2, [2]])
    one.add(duty(2, [2, 8]))
    expect([one.owed(span(1, 2)).count, one.owedByEach(span(1, 2))]).toEqual([3, [2, 1]])
  })
})

describe('reporters read as one in two periods', () => {
  const [one, two] = [poolOf(duty(1), duty(2)), poolOf(duty(3), duty(4))]
  const of = (pool: Pool, owed: number[], reported: number, expected = owed.reduce((sum, each) => sum + each, 0)) =>
    ({ reporter: pool === one ? 'one' : 'two', expected, reported, pool, owed }) satisfies ReportedByPool
  const alone = (expected: number, reported: number) => ({ reporter: 'alone', expected, reported })
  const told = (now: ReportedByPool[], before: ReportedByPool[]) =>
    apartWhereTold(now, before).map((sums) =>
      sums.map(({ reporter, expected, reported }) => `${reporter} ${reported}/${expected}`),
    )
  const named = (pool: Pool, ...each: string[]) => pool.reporters().map((key, nth) => `${key} ${each[nth]}`)

  it('stay together while the same are asked', () => {
    expect(told([of(one, [1, 1], 2)], [of(one, [1, 1], 1)])).toEqual([['one 2/2'], ['one 1/2']])
    expect(told([of(one, [1, 1], 0)], [of(one, [1, 1], 2)])).toEqual([['one 0/2'], ['one 2/2']])
  })

  it('are told apart where others are asked, and all of what was asked came', () => {
    expect(told([of(one, [1, 0], 1)], [of(one, [2, 1], 3)])).toEqual([
      named(one, '1/1', '0/0'),
      named(one, '2/2', '1/1'),
    ])
  })

  it('are told apart where nothing came', () => {
    expect(told([of(one, [1, 0], 0)], [of(one, [2, 1], 0)])).toEqual([
      named(one, '0/1', '0/0'),
      named(one, '0/2', '0/1'),
    ])
  })

  it('stay together where nobody knows whose came', () => {
    expect(told([of(one, [1, 2], 1)], [of(one, [1, 1], 2)])).toEqual([['one 1/3'], named(one, '1/1', '1/1')])
    // Some of what was asked does not apply, or more came than was asked for.
    expect(told([of(one, [1, 2], 2, 2)], [of(one, [1, 1], 0, 3)])).toEqual([['one 2/2'], ['one 0/3']])
  })

  it('are each looked at alone', () => {
    expect(
      told([of(one, [1, 0], 1), of(two, [1, 1], 2), alone(1, 1)], [of(one, [1, 1], 2), of(two, [1, 1], 1)]),
    ).toEqual([
      [...named(one, '1/1', '0/0'), 'two 2/2', 'alone 1/1'],
      [...named(one, '1/1', '1/1'), 'two 1/2'],
    ])
  })

  it('are told apart where they were read as one in one of the two alone', () => {
    expect(told([of(one, [1, 1], 2)], [alone(1, 1)])).toEqual([named(one, '1/1', '1/1'), ['alone 1/1']])
    expect(told([alone(1, 1)], [of(one, [1, 1], 0)])).toEqual([['alone 1/1'], named(one, '0/1', '0/1')])
  })

  it('are left as they are where nobody is read as one', () => {
    const [now, before] = [[alone(1, 1)], [alone(2, 1)]]
    const [is, was] = apartWhereTold(now, before)
    expect([is, was]).toEqual([now, before])
  })
})
