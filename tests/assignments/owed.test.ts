import { describe, expect, it } from 'vitest'
import type { Assignment } from '../../src/assignments/assignment.ts'
import { DueQuarters, dutiesFrom, reportingIn } from '../../src/assignments/owed.ts'
import { LAST_QUARTER } from '../../src/calendar/quarter.ts'

const always = () => ({ first: 0, last: null })
const assigned = (from: number, to: number | null, more: Partial<Assignment> = {}): Assignment => ({
  indicatorId: 7,
  partnerId: 1,
  placeId: 2,
  from,
  to,
  ...more,
})

describe('a duty', () => {
  it.each<[string, first: number, last: number | null, from: number, to: number | null, [number, number][]]>([
    ['holds from a quarter to a quarter', 0, null, 3, 5, [[3, 5]]],
    ['holds in one quarter', 0, null, 3, 3, [[3, 3]]],
    ['holds until further notice', 0, null, 3, null, [[3, LAST_QUARTER]]],
    ['begins with its place', 4, null, 3, 5, [[4, 5]]],
    ['ends with its place', 0, 4, 3, null, [[3, 4]]],
    ['lives within its place', 4, 6, 3, 9, [[4, 6]]],
    ['holds in the last quarter of its place', 0, 3, 3, 9, [[3, 3]]],
    ['holds in the first quarter of its place', 5, null, 3, 5, [[5, 5]]],
    ['is none when its place was gone before', 0, 2, 3, 5, []],
    ['is none when its place came after', 6, null, 3, 5, []],
  ])('%s', (_, first, last, from, to, runs) => {
    const duties = dutiesFrom([assigned(from, to)], () => ({ first, last }))
    expect(duties.flatMap(({ intervals }) => intervals.map((one) => [one.from, one.to]))).toEqual(runs)
  })

  const runs = (...given: [number, number | null][]) =>
    dutiesFrom(
      given.map(([from, to]) => assigned(from, to)),
      always,
    ).map(({ intervals }) => intervals)

  it('is one where assignments touch or overlap, so that nothing is owed twice', () => {
    expect(runs([5, 9], [1, 3], [4, 4], [6, 7])).toEqual([[{ from: 1, to: 9 }]])
  })

  it('is in several runs where a quarter lies between them', () => {
    expect(runs([5, 9], [1, 3])).toEqual([
      [
        { from: 1, to: 3 },
        { from: 5, to: 9 },
      ],
    ])
  })

  it('is of one partner, one place and one indicator, in the order in which they were first assigned', () => {
    const duties = dutiesFrom(
      [
        assigned(1, 1, { partnerId: 3 }),
        assigned(1, 1),
        assigned(1, 1, { placeId: 9 }),
        assigned(1, 1, { indicatorId: 8 }),
        assigned(2, 2, { partnerId: 3 }),
      ],
      always,
    )
    expect(duties.map((duty) => [duty.indicatorId, duty.partnerId, duty.placeId, duty.intervals[0]!.to])).toEqual([
      [7, 3, 2, 2],
      [7, 1, 2, 1],
      [7, 1, 9, 1],
      [8, 1, 2, 1],
    ])
  })

  it('asks each place when it exists', () => {
    const exists = (placeId: number) => ({ first: placeId, last: placeId + 1 })
    const duties = dutiesFrom([assigned(0, null), assigned(0, null, { placeId: 5 })], exists)
    expect(duties.map(({ intervals }) => intervals)).toEqual([[{ from: 2, to: 3 }], [{ from: 5, to: 6 }]])
  })
})

describe('who is asked for anything in a span', () => {
  const partners = [3, 1, 2, 4].map((id) => ({ id, slug: `p${id}`, cutOffDay: null, names: [] }))
  const asked = (partnerId: number, ...runs: [from: number, to: number][]) => ({
    ...{ indicatorId: 7, partnerId, placeId: 2 },
    intervals: runs.map(([from, to]) => ({ from, to })),
  })
  const duties = new Map([
    [7, [asked(1, [2, 3], [8, 9]), asked(2, [5, 5])]],
    [8, [asked(3, [0, 4])]],
  ])

  it.each([
    [1, 1, [3]],
    [3, 4, [3, 1]],
    [4, 5, [3, 2]],
    [6, 7, []],
    [9, 20, [1]],
    [0, 20, [3, 1, 2]],
  ])('from %d to %d: partners %j, in their order', (from, to, ids) => {
    expect(reportingIn(duties, partners, { from, to }).map(({ id }) => id)).toEqual(ids)
  })
})

describe('quarters due', () => {
  const due = new DueQuarters([10, 12, 14, 16])

  it('are those within the span and the time in which a reporter is asked', () => {
    expect(due.in([{ from: 11, to: 99 }], { from: 0, to: 14 }, true)).toEqual({
      count: 2,
      last: 14,
      quarters: [12, 14],
    })
    expect(due.in([{ from: 12, to: 12 }], { from: 12, to: 12 }, true)).toEqual({ count: 1, last: 12, quarters: [12] })
    expect(due.in([{ from: 0, to: 99 }], { from: 0, to: 99 }, false)).toEqual({ count: 4, last: 16, quarters: [] })
  })

  it('are none where time and span do not meet', () => {
    expect(due.in([{ from: 13, to: 13 }], { from: 0, to: 99 }, true)).toEqual({ count: 0, last: null, quarters: [] })
    expect(due.in([{ from: 16, to: 99 }], { from: 0, to: 12 }, true)).toEqual({ count: 0, last: null, quarters: [] })
    expect(due.in([], { from: 0, to: 99 }, true)).toEqual({ count: 0, last: null, quarters: [] })
  })

  it('are counted over several stretches, and the last is the last of all', () => {
    const stretches = [
      { from: 14, to: 20 },
      { from: 0, to: 11 },
    ]
    expect(due.in(stretches, { from: 0, to: 99 }, true)).toEqual({ count: 3, last: 16, quarters: [14, 16, 10] })
  })
})
