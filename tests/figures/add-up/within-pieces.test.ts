import { describe, expect, it } from 'vitest'
import { NOTHING_DUE } from '../../../src/assignments/owed.ts'
import type { Span } from '../../../src/calendar/span.ts'
import type { ReporterSum, RunSum } from '../../../src/figures/add-up/reporter-sum.ts'
import { dueWithin, isLastRevised, isRevisedIn, runsWithin } from '../../../src/figures/add-up/within-pieces.ts'

const span = (from: number, to = from): Span => ({ from, to })

describe('the runs that lie in some pieces of a span', () => {
  const runs = [1, 2, 4, 6].map((from) => ({ from }) as RunSum)
  const within = (...pieces: Span[]) => runsWithin(runs, pieces)
  const from = (...pieces: Span[]) => within(...pieces).map((run) => run.from)

  it('are those that begin in one of them, in order', () => {
    expect(from(span(2, 4))).toEqual([2, 4])
    expect(from(span(1), span(4, 9))).toEqual([1, 4, 6])
    expect(from(span(1), span(3, 5))).toEqual([1, 4])
    expect(from(span(4, 5))).toEqual([4])
    expect(from(span(3))).toEqual([])
    expect(from()).toEqual([])
    expect(runsWithin([], [span(1, 9)])).toEqual([])
  })

  it('are the same list where all of them do, and no list of their own where none does', () => {
    expect(within(span(1, 6))).toBe(runs)
    expect(within(span(1, 2), span(4, 6))).toBe(runs)
    expect(within(span(3))).toBe(within(span(7, 9)))
  })
})

describe('what is due in some pieces of a span', () => {
  const known = new Map([
    [1, { count: 2, last: 2, quarters: [1, 2] }],
    [4, { count: 1, last: 4, quarters: [4] }],
    [6, NOTHING_DUE],
  ])
  const due = ({ from }: Span) => known.get(from)!

  it('is what is due in each of them', () => {
    expect(dueWithin(due, [span(1, 2)])).toBe(known.get(1))
    expect(dueWithin(due, [])).toEqual(NOTHING_DUE)
    expect(dueWithin(due, [span(1, 2), span(4)])).toEqual({ count: 3, last: 4, quarters: [1, 2, 4] })
    expect(dueWithin(due, [span(1, 2), span(4), span(6)])).toEqual({ count: 3, last: 4, quarters: [1, 2, 4] })
    expect(dueWithin(due, [span(6), span(4)])).toEqual({ count: 1, last: 4, quarters: [4] })
  })
})

describe('what was restated', () => {
  const restated = [
    { quarter: 3, cell: '' },
    { quarter: 5, cell: 'sex=female' },
  ]
  const last = (latest: number | null, cell: string, values: typeof restated | undefined = restated) =>
    isLastRevised(values, { latest } as ReporterSum, cell)

  it('is of a reporter its last value, of that category', () => {
    expect([last(3, ''), last(5, 'sex=female')]).toEqual([true, true])
    expect([last(5, ''), last(3, 'sex=female'), last(4, ''), last(null, '')]).toEqual([false, false, false, false])
    expect(isLastRevised(undefined, { latest: 3 } as ReporterSum, '')).toBe(false)
  })

  it('is of all others any value in the pieces, of that category', () => {
    expect(isRevisedIn(restated, [span(1, 2), span(3, 4)], '')).toBe(true)
    expect(isRevisedIn(restated, [span(5)], 'sex=female')).toBe(true)
    expect(isRevisedIn(restated, [span(1, 2), span(4, 9)], '')).toBe(false)
    expect(isRevisedIn(restated, [span(3)], 'sex=female')).toBe(false)
    expect(isRevisedIn(restated, [], '')).toBe(false)
    expect(isRevisedIn(undefined, [span(3)], '')).toBe(false)
  })
})
