import { describe, expect, it } from 'vitest'
import { FIRST_QUARTER } from '../../../src/calendar/quarter.ts'
import * as read from '../../../src/figures/read/plan.ts'
import { historyOf, type IndicatorHistory } from '../../../src/indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { type Place, Places } from '../../../src/places/place.ts'
import { roundsIn } from '../../indicators/rounds.ts'

const { bucketsOf, layersOf, within } = read
type Spans = Parameters<typeof read.readSpans>[0]
const runsOf = (spans: Parameters<typeof read.runsOf>[0]) => read.runsOf(spans, [])
const plansOf = (history: IndicatorHistory, spans: Spans, turns: number[] = []) =>
  read.indicatorPlansOf(history, read.readSpans(spans, turns), { turns, begins: [], apart: false })

const indicator = (given: Partial<DefinedIndicator>) =>
  ({
    id: 1,
    code: 'A',
    from: FIRST_QUARTER,
    to: null,
    stages: [],
    targetStage: null,
    measure: 'count',
    overPlaces: 'sum',
    overTime: 'sum',
    frequency: 'quarterly',
    yearStart: 1,
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
  const spans = [{ key: 's', from: 8080, to: 8083 }]
  const runs = [{ from: 8080, to: 8083 }]
  const planOf = (given: Partial<DefinedIndicator>, over = spans) => plansOf(historyOf([indicator(given)]), over)[0]!

  it('follows from its rules', () => {
    expect(planOf({})).toMatchObject({ mode: 'pooled', runs })
    expect(planOf({ overTime: 'latest' })).toMatchObject({ mode: 'latest', runs })
    expect(planOf({ overPlaces: 'none' })).toMatchObject({ mode: 'apart', runs })
    expect(planOf({ overTime: 'none' })).toMatchObject({
      mode: 'apart',
      runs: [8080, 8081, 8082, 8083].map((quarter) => ({ from: quarter, to: quarter })),
    })
  })

  it('tells reporters apart where that is asked for', () => {
    const options = { turns: [], begins: [], apart: true }
    const modeOf = (given: Partial<DefinedIndicator>) =>
      read.indicatorPlansOf(historyOf([indicator(given)]), read.readSpans(spans, []), options)[0]!.mode
    expect([modeOf({}), modeOf({ overTime: 'latest' }), modeOf({ overPlaces: 'none' })]).toEqual([
      'apart',
      'latest',
      'apart',
    ])
  })

  it('knows which quarters the values due in each span cover, and where a span cuts one', () => {
    const both = [...spans, { key: 'last', from: 8083, to: 8083 }]
    const early = planOf({}, [...spans, { key: 'early', from: 8080, to: 8081 }]).covered.get('early')
    expect(early).toMatchObject({ span: { from: 8080, to: 8081 } })
    const covered = (given: Partial<DefinedIndicator>) =>
      [...planOf(given, both).covered].map(([key, { span, cut }]) => [key, span?.from, span?.to, cut])
    const whole = (from: number) => ['s', from, 8083, false]
    expect(covered({})).toEqual([whole(8080), ['last', 8083, 8083, false]])
    expect(covered({ frequency: 'half-yearly' })).toEqual([whole(8080), ['last', 8082, 8083, true]])
    // A stock of every quarter is that of the whole span, one of every half-year that of its half-year.
    expect(covered({ overTime: 'latest' })).toEqual([whole(8080), ['last', 8083, 8083, false]])
    expect(covered({ overTime: 'latest', frequency: 'half-yearly' })).toEqual([whole(8082), ['last', 8082, 8083, true]])
  })

  it('knows the quarters it is due in', () => {
    expect(planOf({ frequency: 'half-yearly' }).due).toEqual([8081, 8083])
    expect(planOf({ frequency: 'survey', rounds: roundsIn([8082, 8090]) }).due).toEqual([8082])
    const gap = [
      { key: 'a', from: 8080, to: 8080 },
      { key: 'b', from: 8083, to: 8083 },
    ]
    expect(planOf({}, gap).due).toEqual([8080, 8083])
  })
})

describe('an indicator whose definition changes', () => {
  const history = historyOf([
    indicator({ to: 8081, frequency: 'half-yearly' }),
    indicator({ from: 8082, to: 8083 }),
    indicator({ from: 8086, overTime: 'latest' }),
  ])
  const spans = [
    { key: 'before', from: 8080, to: 8081 },
    { key: 'over', from: 8080, to: 8083 },
    { key: 'after', from: 8083, to: 8083 },
    { key: 'pause', from: 8084, to: 8085 },
    { key: 'whole', from: 8080, to: 8087 },
    { key: 'last', from: 8086, to: 8087 },
    { key: 'too early', from: 7000, to: 7001 },
  ]
  const first = historyOf([history.definitions[1]!])

  it('is read in each set of spans under the definitions of them', () => {
    const plans = plansOf(history, spans)
    expect(plans.map((one) => [[...one.spans], one.mode, one.adds, one.indicator.from, one.due])).toEqual([
      [['before', 'too early'], 'pooled', true, FIRST_QUARTER, [8081]],
      [['over'], 'pooled', true, 8082, [8081, 8082, 8083]],
      [['after', 'pause'], 'pooled', true, 8082, [8083]],
      [['whole'], 'latest', false, 8086, [8081, 8082, 8083, 8086, 8087]],
      [['last'], 'latest', true, 8086, [8086, 8087]],
    ])
  })

  it('is read in layers, one plan of an indicator in each', () => {
    const other = { ...history, id: 2, definitions: [{ ...first.definitions[0], id: 2 }] as typeof first.definitions }
    const layers = layersOf([...plansOf(history, spans.slice(0, 3)), ...plansOf(other, spans)])
    expect(layers.map((layer) => layer.map((one) => one.indicator.id))).toEqual([[1, 2], [1], [1]])
    const definitions = history.definitions.map((one) => ({ ...one, id: 2 })) as unknown as typeof history.definitions
    const twin = { ...history, id: 2, definitions }
    const both = layersOf([history, twin].flatMap((one) => plansOf(one, spans.slice(0, 3))))
    expect(both.map((layer) => layer.map((one) => one.indicator.id))).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ])
  })

  it('begins a run where the categories kept apart are others', () => {
    const [plan] = plansOf(first, [{ key: 's', from: 8082, to: 8085 }], [8084, 9000])
    expect(plan!.runs).toEqual([
      { from: 8082, to: 8083 },
      { from: 8084, to: 8085 },
    ])
  })
})

describe('buckets of places', () => {
  const place = (id: number, parentId: number | null = null): Place => ({
    id,
    slug: `p${id}`,
    code: '',
    iso: null,
    level: parentId === null ? 'province' : 'commune',
    depth: parentId === null ? 1 : 2,
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
