import { describe, expect, it } from 'vitest'
import {
  compareBases,
  isOfTotal,
  type ReporterTotals,
  refusedBetween,
  reporterName,
  schemeOf,
  suggestedRelations,
} from '../../../src/indicators/relations/relation.ts'
import type { SchemeKind, Sensitivity } from '../../../src/vocabulary/indicator.ts'

const related = (
  measure: 'count' | 'ratio' | 'mean' | 'milestone',
  sensitivity: Sensitivity = 2,
  kinds: SchemeKind[] = [],
) => ({
  measure,
  sensitivity,
  schemes: kinds.map((kind, id) => ({ kind, id, from: 0, to: null, breakdowns: ['sex'] })),
})

/** Reports of one partner in one place, quarter by quarter: value and base. */
function totals(...given: ([value: number, base: number] | null)[]): ReporterTotals {
  const list = given.flatMap((one, quarter) =>
    one ? [{ partnerId: 1, placeId: 2, quarter, value: one[0], base: one[1] }] : [],
  )
  return new Map(list.map((one) => [reporterName(one), one]))
}

describe('whether one indicator rests on what another counts', () => {
  it('is compared where both were reported', () => {
    const bases = totals([3, 7], [2, 9], [1, 4], null)
    expect(compareBases(bases, totals([7, 0], null, [4, 0], [5, 0]))).toEqual({ alike: 2, unlike: [] })
    const { alike, unlike } = compareBases(bases, totals([7, 0], [8, 0], [5, 0]))
    expect([alike, unlike.map(({ quarter }) => quarter)]).toEqual([1, [1, 2]])
  })

  it('names where it is not so by quarter, then place, then partner', () => {
    const one = (quarter: number, placeId: number, partnerId: number) => ({ quarter, placeId, partnerId })
    const given = [one(2, 1, 1), one(1, 2, 1), one(1, 1, 2), one(1, 1, 1), one(1, 2, 0), one(0, 9, 9)]
    const reports = (base: number) =>
      new Map(given.map((who) => [reporterName(who), { ...who, base, value: 5 }] as const))
    expect(
      compareBases(reports(4), reports(0)).unlike.map(({ quarter, placeId, partnerId }) => [
        quarter,
        placeId,
        partnerId,
      ]),
    ).toEqual([
      [0, 9, 9],
      [1, 1, 1],
      [1, 1, 2],
      [1, 2, 0],
      [1, 2, 1],
      [2, 1, 1],
    ])
  })

  it('keeps reporters apart whose numbers look alike beside each other', () => {
    expect(reporterName({ partnerId: 1, placeId: 23, quarter: 4 })).not.toBe(
      reporterName({ partnerId: 12, placeId: 3, quarter: 4 }),
    )
  })

  it.each([
    ['ratio', 'count', null],
    ['mean', 'count', null],
    ['count', 'count', 'no-base'],
    ['milestone', 'count', 'no-base'],
    ['ratio', 'ratio', 'not-a-count'],
  ] as const)('a %s on a %s: %s', (indicator, counted, refused) => {
    expect(refusedBetween(related(indicator), related(counted))).toBe(refused)
  })

  it('is refused where the one is protected and the other is not, and where one is divided in several ways', () => {
    expect(refusedBetween(related('ratio', 1), related('count', 0))).toBe('not-protected')
    expect(refusedBetween(related('ratio', 0), related('count', 0))).toBeNull()
    expect(refusedBetween(related('ratio', 2, ['primary', 'partition']), related('count'))).toBe('divided')
    expect(refusedBetween(related('ratio', 2, ['primary']), related('count', 2, ['multiple']))).toBeNull()
  })
})

describe('relations that nobody has declared', () => {
  const six = (base: number) => Array.from({ length: 6 }, (): [number, number] => [1, base])
  const indicators = [
    { code: 'R', ...related('ratio') },
    { code: 'C', ...related('count') },
    { code: 'D', ...related('count') },
  ]
  const counts = (amount: number) => totals(...Array.from({ length: 6 }, (): [number, number] => [amount, 0]))

  it('are suggested where they hold in every report, and in enough of them', () => {
    const all = new Map([
      ['R', totals(...six(7))],
      ['C', counts(7)],
      ['D', counts(8)],
    ])
    expect(suggestedRelations(indicators, all, [])).toEqual([{ indicator: 'R', counted: 'C', alike: 6 }])
    expect(suggestedRelations(indicators, all, [{ indicator: 'R', counted: 'D' }])).toEqual([])
    const fewer = new Map([...all, ['R', totals(...six(7).slice(1))] as const])
    expect(suggestedRelations(indicators, fewer, [])).toEqual([])
  })

  it('are not suggested where they fail once, cannot be, or nobody reports', () => {
    const often = Array.from({ length: 7 }, (): [number, number] => [7, 7])
    const once = totals(...often.map((pair, nth): [number, number] => (nth === 6 ? [9, 9] : pair)))
    const all = new Map([
      ['R', totals(...often)],
      ['C', once],
      // As many as R says, but not what R could rest on: a ratio.
      ['S', totals(...often)],
    ])
    const two = [...indicators, { code: 'S', ...related('ratio') }]
    expect(suggestedRelations(two, all, [])).toEqual([])
    expect(suggestedRelations(two, new Map([['C', once]]), [])).toEqual([])
    expect(suggestedRelations(two, new Map([...all, ['C', totals(...often)] as const]), [])).toEqual([
      { indicator: 'R', counted: 'C', alike: 7 },
      { indicator: 'S', counted: 'C', alike: 7 },
    ])
  })

  it('are of no interest where nobody is protected', () => {
    const open = indicators.map((one) => ({ ...one, sensitivity: 0 as const }))
    const all = new Map([
      ['R', totals(...six(7))],
      ['C', counts(7)],
    ])
    expect(suggestedRelations(open, all, [])).toEqual([])
  })
})

it('a cell is of the total that is undivided, or of the scheme that adds up to it in that quarter', () => {
  const schemes = [
    { id: 1, kind: 'primary' as const, breakdowns: ['sex', 'age'], from: 8080, to: null },
    { id: 2, kind: 'partition' as const, breakdowns: ['form'], from: 8080, to: null },
  ]
  expect(isOfTotal({ schemes }, 8080, '')).toBe(true)
  expect(isOfTotal({ schemes }, 8080, 'age=16-17|sex=female')).toBe(true)
  expect(isOfTotal({ schemes }, 8079, 'age=16-17|sex=female')).toBe(false)
  expect(isOfTotal({ schemes }, 8080, 'form=labour')).toBe(false)
})

it('breakdowns whose names look alike beside each other are others', () => {
  const schemes = [{ id: 1, kind: 'primary' as const, breakdowns: ['ab', 'c'], from: 8080, to: null }]
  expect(schemeOf({ schemes }, 8080, { ab: 'x', c: 'y' })?.id).toBe(1)
  expect(schemeOf({ schemes }, 8080, { c: 'y', ab: 'x' })?.id).toBe(1)
  expect(schemeOf({ schemes }, 8080, { a: 'x', bc: 'y' })).toBeUndefined()
})
