import { describe, expect, it } from 'vitest'
import { bucketsOf, indicatorPlanOf, runsOf, within } from '../../../src/figures/read/plan.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { type Place, Places } from '../../../src/places/place.ts'

const indicator = (given: Partial<DefinedIndicator>) =>
  ({
    measure: 'count',
    overPlaces: 'sum',
    overTime: 'sum',
    frequency: 'quarterly',
    rounds: [],
    ...given,
  }) as DefinedIndicator

describe('runs of quarters', () => {
  it('are the finest pieces that no span cuts', () => {
    expect(
      runsOf([
        { from: 10, to: 10 },
        { from: 1, to: 10 },
      ]),
    ).toEqual([
      { from: 1, to: 9 },
      { from: 10, to: 10 },
    ])
    expect(
      runsOf([
        { from: 1, to: 4 },
        { from: 3, to: 6 },
      ]),
    ).toEqual([
      { from: 1, to: 2 },
      { from: 3, to: 4 },
      { from: 5, to: 6 },
    ])
  })

  it('leave out what no span asks for', () => {
    expect(
      runsOf([
        { from: 1, to: 2 },
        { from: 5, to: 6 },
      ]),
    ).toEqual([
      { from: 1, to: 2 },
      { from: 5, to: 6 },
    ])
    expect(runsOf([{ from: 3, to: 3 }])).toEqual([{ from: 3, to: 3 }])
  })

  it('lie within a span or do not', () => {
    const span = { from: 3, to: 5 }
    expect([
      within({ from: 3, to: 5 }, span),
      within({ from: 2, to: 5 }, span),
      within({ from: 3, to: 6 }, span),
    ]).toEqual([true, false, false])
  })
})

describe('how an indicator is read', () => {
  const spans = [{ from: 8080, to: 8083 }]

  it('follows from its rules', () => {
    expect(indicatorPlanOf(indicator({}), spans)).toMatchObject({ mode: 'pooled', runs: spans })
    expect(indicatorPlanOf(indicator({ overTime: 'latest' }), spans)).toMatchObject({ mode: 'latest', runs: spans })
    expect(indicatorPlanOf(indicator({ overPlaces: 'none' }), spans)).toMatchObject({ mode: 'apart', runs: spans })
    expect(indicatorPlanOf(indicator({ overTime: 'none' }), spans)).toMatchObject({
      mode: 'apart',
      runs: [8080, 8081, 8082, 8083].map((quarter) => ({ from: quarter, to: quarter })),
    })
  })

  it('knows the quarters it is due in', () => {
    expect(indicatorPlanOf(indicator({ frequency: 'half-yearly' }), spans).due).toEqual([8081, 8083])
    expect(indicatorPlanOf(indicator({ frequency: 'survey', rounds: [8082, 8090] }), spans).due).toEqual([8082])
    const gap = [
      { from: 8080, to: 8080 },
      { from: 8083, to: 8083 },
    ]
    expect(indicatorPlanOf(indicator({}), gap).due).toEqual([8080, 8083])
  })
})

describe('buckets of places', () => {
  const place = (id: number, parentId: number | null = null): Place => ({
    id,
    slug: `p${id}`,
    code: '',
    iso: null,
    level: parentId === null ? 'province' : 'commune',
    parentId,
    name: { vi: '', en: '' },
    validFrom: '1990-01-01',
    validTo: null,
  })
  const [one, two, eleven, twelve] = [place(1), place(2), place(11, 1), place(12, 1)]
  const tree = new Places([one, two, eleven, twelve], [{ fromId: 2, toId: 1, on: '2025-07-01' }])

  it('hold the places that are in the same groups', () => {
    const { buckets, bucketOf } = bucketsOf(tree, [null, [one], [eleven]], null)
    expect(buckets).toEqual([
      { groups: [0, 1], joined: [] },
      { groups: [0], joined: [] },
      { groups: [0, 1, 2], joined: [] },
    ])
    expect([...bucketOf]).toEqual([
      [1, 0],
      [2, 1],
      [11, 2],
      [12, 0],
    ])
  })

  it('leave out places of no group', () => {
    expect([...bucketsOf(tree, [[two]], null).bucketOf.keys()]).toEqual([2])
    expect(bucketsOf(tree, [[]], null).buckets).toEqual([])
  })

  it('count a place once in a group that names it and what it lies in', () => {
    expect(bucketsOf(tree, [[one, eleven]], null).buckets).toEqual([{ groups: [0], joined: [] }])
  })

  it('keep apart what is read in a successor on the map of a day', () => {
    const { buckets, bucketOf } = bucketsOf(tree, [null, [one]], '2026-01-01')
    expect(buckets).toEqual([
      { groups: [0, 1], joined: [] },
      { groups: [0, 1], joined: [0, 1] },
    ])
    expect(bucketOf.get(2)).toBe(1)
    expect(bucketsOf(tree, [[one]], '2025-06-30').bucketOf.has(2)).toBe(false)
    const inTwo = place(21, 2)
    const deeper = new Places([one, two, inTwo], tree.successions)
    const { buckets: named, bucketOf: deeperOf } = bucketsOf(deeper, [[inTwo, one]], '2026-01-01')
    expect(named[deeperOf.get(21)!]).toEqual({ groups: [0], joined: [] })
  })
})
