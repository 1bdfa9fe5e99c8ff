import { describe, expect, it } from 'vitest'
import {
  type Baseline,
  baselineFor,
  baselineLevel,
  isFlow,
  lifeTargetAt,
  type Target,
  targetMismatches,
  targetsToReach,
} from '../../src/targets/target.ts'
import { target } from './rows.ts'

const flow = { id: 1, code: 'A', measure: 'count', overPlaces: 'sum', overTime: 'sum' } as const
const stock = { ...flow, overTime: 'latest' } as const
const ratio = { ...flow, measure: 'ratio' } as const
const quarters = [1, 2, 3, 4].map((at) => target('quarter', at, at, at * 0.1))
const life = target('project', 1, 12, 100)

it('knows amounts from levels', () => {
  expect([isFlow(flow), isFlow(stock), isFlow(ratio), isFlow({ measure: 'count', overTime: 'none' })]).toEqual([
    true,
    false,
    false,
    true,
  ])
})

describe('the target that whoever reports works towards', () => {
  const mine = (kind: Target['kind'], from: number, to: number, value: number) =>
    target(kind, from, to, value, { placeId: 5 })
  const reach = (rows: Target[], quarter = 2) => targetsToReach(rows, 5, quarter).get(1)?.value

  it("is the place's own before the project's, and the narrowest that holds the quarter", () => {
    expect(reach([life, target('year', 1, 4, 7), target('quarter', 2, 2, 3)])).toBe(3)
    expect(reach([target('quarter', 2, 2, 3), target('year', 1, 4, 7), life])).toBe(3)
    expect(reach([life, target('quarter', 2, 2, 3), mine('year', 1, 4, 20)])).toBe(20)
    expect(reach([mine('project', 1, 12, 90), mine('year', 1, 4, 20), target('quarter', 2, 2, 3)])).toBe(20)
    expect(reach([target('quarter', 1, 1, 3), target('quarter', 3, 3, 4), target('year', 1, 4, 7)])).toBe(7)
    expect([reach([target('year', 1, 4, 7)], 1), reach([target('year', 1, 4, 7)], 4)]).toEqual([7, 7])
  })

  it('is none where no row holds the quarter, and never that of another place', () => {
    expect(reach([target('year', 1, 4, 7)], 5)).toBeUndefined()
    expect(reach([target('year', 1, 4, 7, { placeId: 6 })])).toBeUndefined()
    expect(reach([])).toBeUndefined()
  })

  it('is found for each indicator by itself', () => {
    const found = targetsToReach([life, target('year', 1, 4, 8, { indicatorId: 2 }), mine('year', 1, 4, 9)], 5, 2)
    expect([...found].map(([id, row]) => [id, row.value, row.placeId]).sort()).toEqual([
      [1, 9, 5],
      [2, 8, null],
    ])
    const own = [mine('year', 1, 4, 9), target('quarter', 2, 2, 5, { placeId: 5, indicatorId: 2 })]
    expect([...targetsToReach(own, 5, 2)].map(([id, row]) => [id, row.value])).toEqual([
      [1, 9],
      [2, 5],
    ])
  })
})

describe('the target of the life of the project', () => {
  const [first, second, whole] = [
    target('project', 1, 4, 10),
    target('project', 5, 8, 20),
    target('project', 1, 12, 90),
  ]
  it.each<[string, Target[], number, Target | null]>([
    ['is that of the phase', [whole, first, second], 2, first],
    ['to its last quarter', [whole, first, second], 4, first],
    ['from its first quarter', [whole, first, second], 5, second],
    ['is that of the whole where no phase holds', [whole, first, second], 9, whole],
    ['is the last one after the end of all', [first, second], 9, second],
    ['is the last one in whatever order they come', [second, first], 9, second],
    ['is none before the first begins', [second], 4, null],
    ['is no target of a year', [target('year', 1, 4, 7)], 2, null],
    ['is none where there is none', [], 2, null],
  ])('%s', (_, rows, quarter, found) => {
    expect(lifeTargetAt(rows, quarter)).toBe(found)
  })
})

describe('the baseline', () => {
  const baseline = (placeId: number | null, value: number, base: number | null = null, indicatorId = 1): Baseline => ({
    indicatorId,
    placeId,
    quarter: 0,
    value,
    base,
    source: { vi: '', en: '' },
  })

  it('is a bare number', () => {
    expect(baselineFor([baseline(null, 40)], stock, null)).toBe(40)
    expect(baselineFor([baseline(3, 63, 175)], ratio, 3)).toBe(0.36)
    expect(baselineFor([baseline(3, 52.5, null)], { ...flow, measure: 'mean' }, 3)).toBe(52.5)
    expect(baselineFor([baseline(3, 1)], { ...flow, measure: 'milestone' }, 3)).toBe(1)
    expect(baselineFor([baseline(3, 1, 0)], ratio, 3)).toBeNull()
  })

  it("is for the project its own, before its places' brought together", () => {
    expect(baselineFor([baseline(null, 7), baseline(3, 40)], stock, null)).toBe(7)
    expect(baselineFor([baseline(3, 40.1), baseline(4, 2.2)], stock, null)).toBe(42.3)
    expect(baselineFor([baseline(3, 9, 10), baseline(4, 10, 90)], ratio, null)).toBe(0.19)
    expect(baselineFor([baseline(3, 80, 10), baseline(4, 50, 90)], { ...flow, measure: 'mean' }, null)).toBe(53)
    expect(baselineFor([baseline(3, 80, null), baseline(4, 50, null)], { ...flow, measure: 'mean' }, null)).toBeNull()
    expect(baselineFor([baseline(3, 1), baseline(4, 2)], { ...flow, measure: 'milestone' }, null)).toBeNull()
    expect(baselineFor([baseline(3, 1), baseline(4, 2)], { ...stock, overPlaces: 'none' }, null)).toBeNull()
  })

  it('is none when nobody set one', () => {
    expect(baselineFor([], stock, null)).toBeNull()
    expect(baselineFor([baseline(3, 1), baseline(null, 1, null, 2)], stock, 4)).toBeNull()
    expect(baselineFor([], ratio, null)).toBeNull()
    expect(baselineFor([baseline(null, 9, null, 2), baseline(null, 7)], stock, null)).toBe(7)
    expect(baselineFor([baseline(3, 9, null, 2), baseline(4, 7)], stock, null)).toBe(7)
  })
})

describe('the level a path starts from', () => {
  const one = (placeId: number | null, quarter: number, value: number, indicatorId = 1): Baseline => ({
    indicatorId,
    placeId,
    quarter,
    value,
    base: null,
    source: { vi: '', en: '' },
  })

  it('is the baseline with its quarter; of places brought together, the last of theirs', () => {
    expect(baselineLevel([one(null, 3, 7), one(4, 9, 1)], stock, null)).toEqual({ at: 3, value: 7 })
    expect(baselineLevel([one(4, 5, 1), one(3, 2, 6), one(3, 11, 6, 2)], stock, null)).toEqual({ at: 5, value: 7 })
    expect(baselineLevel([one(4, 5, 1), one(3, 2, 6)], stock, 3)).toEqual({ at: 2, value: 6 })
    expect(baselineLevel([one(4, 5, 1)], stock, 3)).toBeNull()
  })
})

describe('targets of provinces', () => {
  const parts = (...values: number[]) => values.map((value, i) => target('project', 1, 12, value, { placeId: i + 1 }))

  it('that do not make the target of the project are told with both numbers', () => {
    expect(targetMismatches([life, ...parts(40, 50)], [flow])).toEqual([
      { indicator: 'A', from: 1, to: 12, provinces: 90, project: 100 },
    ])
  })

  it('that do are not, in spite of binary fractions', () => {
    expect(targetMismatches([life, ...parts(40, 60)], [flow])).toEqual([])
    expect(targetMismatches([target('project', 1, 12, 0.3), ...parts(0.1, 0.2)], [flow])).toEqual([])
  })

  it('are compared with the same span and indicator only, and where they add up', () => {
    expect(targetMismatches([life], [flow])).toEqual([])
    expect(targetMismatches(parts(40), [flow])).toEqual([])
    expect(targetMismatches([life, ...quarters.map((one) => ({ ...one, placeId: 1 }))], [flow])).toEqual([])
    expect(targetMismatches([life, target('project', 1, 11, 3, { placeId: 1 })], [flow])).toEqual([])
    expect(targetMismatches([life, target('project', 2, 12, 3, { placeId: 1 })], [flow])).toEqual([])
    expect(targetMismatches([life, ...parts(40)], [{ ...flow, id: 2 }])).toEqual([])
    expect(targetMismatches([life, ...parts(40)], [ratio])).toEqual([])
    expect(targetMismatches([life, ...parts(40)], [{ ...flow, overPlaces: 'none' }])).toEqual([])
  })
})
