import { describe, expect, it } from 'vitest'
import { type EarlierEntry, earlierInYear, latestOf, standingBefore } from '../../../src/submissions/checks/previous.ts'
import { entriesFor, previousTotal, totalIn } from '../../../src/submissions/checks/totals.ts'
import { reported } from '../../../src/submissions/entry.ts'
import { q } from '../../support/small-project.ts'
import { QUARTER, row } from '../entry-form/definitions.ts'

const latestBefore = (...given: Parameters<typeof standingBefore>) => latestOf(standingBefore(...given))
const earlier = (quarter: number, ...given: Parameters<typeof reported>): EarlierEntry => ({
  ...reported(...given),
  quarter,
})

describe('the last time an indicator was reported', () => {
  it('is its latest quarter, with all its cells, whatever order they come in', () => {
    const found = latestBefore(
      [],
      [
        earlier(5, 'V1', 'a', 1),
        earlier(7, 'V1', 'a', 2),
        earlier(6, 'V1', 'a', 3),
        earlier(7, 'V1', 'b', 4),
        earlier(3, 'V2', '', 5),
      ],
    )
    expect(Object.fromEntries(found)).toEqual({
      V1: { quarter: 7, entries: [reported('V1', 'a', 2), reported('V1', 'b', 4)] },
      V2: { quarter: 3, entries: [reported('V2', '', 5)] },
    })
  })

  it('is what was handed in, where something was approved in that quarter before', () => {
    const handedIn = [earlier(7, 'V1', 'a', 2)]
    const approved = [
      earlier(7, 'V1', 'a', 1),
      earlier(7, 'V1', 'b', 1),
      earlier(6, 'V1', 'a', 9),
      earlier(7, 'V2', '', 8),
    ]
    expect(Object.fromEntries(latestBefore(handedIn, approved))).toEqual({
      V1: { quarter: 7, entries: [reported('V1', 'a', 2)] },
      V2: { quarter: 7, entries: [reported('V2', '', 8)] },
    })
  })

  it('is what was approved later than anything handed in', () => {
    expect(latestBefore([earlier(5, 'V1', '', 1)], [earlier(6, 'V1', '', 2)]).get('V1')!.quarter).toBe(6)
    expect(latestBefore([], []).size).toBe(0)
  })
})

it('what was given in a year is of that year alone, before the quarter itself, from the first quarter on', () => {
  const asked = q('2021-Q4')
  const given = ['2021-Q3', '2020-Q4', '2021-Q1', '2021-Q4', '2022-Q1'].map((one) => earlier(q(one), 'V1', 'a', q(one)))
  const found = earlierInYear(
    [...given, earlier(q('2021-Q1'), 'V1', 'b', 4), earlier(q('2019-Q2'), 'V2', '', 1)],
    asked,
  )
  expect(Object.fromEntries(found)).toEqual({
    V1: [
      { quarter: q('2021-Q1'), entries: [reported('V1', 'a', q('2021-Q1')), reported('V1', 'b', 4)] },
      { quarter: q('2021-Q3'), entries: [reported('V1', 'a', q('2021-Q3'))] },
    ],
    V2: [],
  })
})

describe('what a row comes to', () => {
  const split = row('V1', 'count', [
    ['primary', 'age'],
    ['partition', 'status'],
    ['multiple', 'service'],
  ])
  const total = (...cells: [string, number][]) =>
    previousTotal(split, { quarter: QUARTER - 1, entries: cells.map(([cell, value]) => reported('V1', cell, value)) })

  it('is the sum of one block of it', () => {
    const entries = [reported('V1', 'age=child', 1), reported('V1', 'age=adult', 2), reported('V1', 'status=other', 9)]
    expect(totalIn(split, split.grids[0], entries)).toEqual({ value: 3, base: null })
    expect(totalIn(split, split.grids[1]!, entries)).toEqual({ value: 9, base: null })
    expect(totalIn(split, split.grids[2]!, entries)).toBeNull()
  })

  it('is, of an earlier quarter, its primary breakdown alone: its parts split another way are the same people', () => {
    expect(total(['age=child', 1], ['age=adult', 2], ['status=victim', 3], ['service=legal', 3])).toEqual({
      value: 3,
      base: null,
    })
    expect(total(['sex=male', 4], ['sex=female', 5], ['status=victim', 9], ['service=legal', 9])).toEqual({
      value: 9,
      base: null,
    })
    expect(total(['', 7], ['status=victim', 7])).toEqual({ value: 7, base: null })
    expect(total(['status=victim', 7])).toBeNull()
  })

  it('leaves out what has no number', () => {
    const none = { ...reported('V1', '', 0), state: 'not reported' as const, value: null }
    expect(previousTotal(split, { quarter: 1, entries: [none] })).toBeNull()
  })

  it('is asked of its own entries', () => {
    expect(entriesFor(split, [reported('V1', 'a', 1), reported('V2', 'a', 1)])).toEqual([reported('V1', 'a', 1)])
  })
})
