import { describe, expect, it } from 'vitest'
import { findingId } from '../../../src/submissions/checks/finding.ts'
import { softFindings } from '../../../src/submissions/checks/soft.ts'
import { type Entry, reported } from '../../../src/submissions/entry.ts'
import type { Measure } from '../../../src/vocabulary/indicator.ts'
import { beside, definition, indicator, lastQuarter, marked } from '../entry-form/definitions.ts'

const none = beside()
const afterLast = (...entries: Entry[]) => beside({ previous: lastQuarter(...entries) })

describe('what is asked about', () => {
  const what = definition(
    indicator('V1', 'count', [
      ['primary', 'age'],
      ['multiple', 'service'],
    ]),
  )
  const soft = (now: [number, number], last: [number, number] | null, service = [0, 0], over = true) => {
    const cells = (values: number[]) => [
      reported('V1', 'age=child', values[0]!),
      reported('V1', 'age=adult', values[1]!),
    ]
    const entries = [
      ...cells(now),
      reported('V1', 'service=legal', service[0]!),
      reported('V1', 'service=health', service[1]!),
    ]
    const previous = last ? afterLast(...cells(last)) : none
    return softFindings(what, entries, previous, over).map(({ code, numbers }) => [code, numbers])
  }

  it.each<[string, [number, number], [number, number] | null, unknown[]]>([
    ['the same', [5, 5], [5, 5], []],
    ['exactly three times', [15, 15], [5, 5], []],
    ['more than three times', [15, 16], [5, 5], [['much-more', { now: 31, last: 10 }]]],
    ['exactly a third', [3, 0], [4, 5], []],
    ['less than a third', [2, 0], [4, 5], [['much-less', { now: 2, last: 9 }]]],
    ['zero after something', [0, 0], [1, 0], [['zero-after', { now: 0, last: 1 }]]],
    ['something after zero', [9, 0], [0, 0], [['not-zero-after', { now: 9 }]]],
    ['zero after zero', [0, 0], [0, 0], []],
    ['nothing to compare with', [9, 0], null, []],
  ])('%s', (_, now, last, findings) => {
    expect(soft(now, last)).toEqual(findings)
  })

  it('wonders at more persons with a service than persons, and at a quarter that is not over', () => {
    expect(soft([2, 2], null, [5, 4])).toEqual([['more-than-total', { value: 5, total: 4 }]])
    expect(soft([2, 2], null, [0, 0], false)).toEqual([['quarter-not-over', {}]])
  })

  it('holds a total against what is planned: half as much again is asked about, at the whole row', () => {
    const target = { indicatorId: 1, placeId: 3, kind: 'quarter', from: 1, to: 1, value: 10 } as const
    const ask = (child: number, value = 10) =>
      softFindings(
        what,
        [reported('V1', 'age=child', child), reported('V1', 'age=adult', 0)],
        beside({ targets: new Map([[1, { ...target, value }]]) }),
        true,
      )
    expect(ask(15)).toEqual([])
    expect(ask(16)).toEqual([
      { code: 'over-target', indicator: 'V1', field: 'row.V1', numbers: { now: 16, target: 10 } },
    ])
    expect(ask(16, 0)).toEqual([])
  })

  it('holds a total against all earlier ones, unless the last one says it already', () => {
    const usual = [10, 12, 11, 9, 10, 8]
    const ask = (child: number, last: number[]) =>
      softFindings(
        what,
        [reported('V1', 'age=child', child), reported('V1', 'age=adult', 0)],
        beside({
          previous: last.length > 0 ? lastQuarter(reported('V1', 'age=child', last[0]!)) : new Map(),
          earlier: new Map([['V1', usual]]),
        }),
        true,
      ).map(({ code, numbers }) => [code, numbers])
    expect(ask(20, [8])).toEqual([['far-from-usual', { now: 20, median: 10, least: 8, most: 12 }]])
    expect(ask(15, [8])).toEqual([])
    expect(ask(40, [8])).toEqual([['much-more', { now: 40, last: 8 }]])
    expect(ask(20, [])).toMatchObject([['far-from-usual', {}]])
  })

  it('wonders at a mean below zero, and at no other number', () => {
    const doubts = (value: number, measure: Measure = 'mean') =>
      softFindings(definition(indicator('V1', measure)), [reported('V1', '', value, 4)], none, true)
    expect(doubts(-2.5)).toEqual([{ code: 'negative-mean', indicator: 'V1', field: 'v.V1', numbers: { value: -2.5 } }])
    expect(doubts(0)).toEqual([])
    expect(doubts(2.5)).toEqual([])
    expect(doubts(-2.5, 'median')).toEqual([])
  })

  it('looks at each row of a service by itself, and at no row that has to add up', () => {
    const split = definition(
      indicator('V1', 'count', [
        ['primary', 'age'],
        ['partition', 'status'],
        ['multiple', 'service'],
      ]),
    )
    const cells = (legal: number, victim: number) => [
      reported('V1', 'age=child', 1),
      reported('V1', 'age=adult', 2),
      reported('V1', 'status=victim', victim),
      reported('V1', 'service=legal', legal),
    ]
    const found = softFindings(split, cells(4, 9), none, true)
    expect(found.map(({ code, field }) => [code, field])).toEqual([['more-than-total', 'v.V1.service=legal']])
    expect(softFindings(split, cells(3, 9), none, true)).toEqual([])
  })

  it('compares no stages, and nothing that could not be worked out', () => {
    const stage = definition(indicator('V1', 'milestone'))
    expect(softFindings(stage, [reported('V1', '', 0)], afterLast(reported('V1', '', 2)), true)).toEqual([])
    const ratio = definition(indicator('V1', 'ratio'))
    expect(softFindings(ratio, [reported('V1', '', 0, 0)], afterLast(reported('V1', '', 9, 10)), true)).toEqual([])
    expect(softFindings(ratio, [reported('V1', '', 9, 10)], afterLast(reported('V1', '', 0, 0)), true)).toEqual([])
    expect(softFindings(ratio, [marked('V1', 'not reported')], afterLast(reported('V1', '', 9, 10)), true)).toEqual([])
  })

  it('names no field of a quarter that is not over', () => {
    expect(softFindings(definition(), [], none, false)).toEqual([
      { code: 'quarter-not-over', indicator: '', field: '', numbers: {} },
    ])
  })

  it('compares with an older breakdown of the same indicator by its total', () => {
    const previous = afterLast(reported('V1', 'sex=male', 40))
    const entries = [reported('V1', 'age=child', 1), reported('V1', 'age=adult', 0)]
    expect(softFindings(what, entries, previous, true)[0]).toMatchObject({
      code: 'much-less',
      numbers: { now: 1, last: 40 },
    })
  })

  it('compares ratios by their quotients', () => {
    const ratio = definition(indicator('V2', 'ratio'))
    const previous = afterLast(reported('V2', '', 90, 100))
    expect(softFindings(ratio, [reported('V2', '', 9, 10)], previous, true)).toEqual([])
    expect(softFindings(ratio, [reported('V2', '', 1, 10)], previous, true)[0]).toMatchObject({ code: 'much-less' })
  })

  it('names a doubt by what was shown, so that another number is asked about again', () => {
    const one = { code: 'much-more', indicator: 'V1', field: 'v.V1', numbers: { now: 31, last: 10 } }
    expect(findingId(one)).not.toBe(findingId({ ...one, numbers: { now: 32, last: 10 } }))
  })
})
