import { describe, expect, it } from 'vitest'
import { approveFacts } from '../../src/figures/approve.ts'
import { UNSPLIT } from '../../src/figures/split.ts'
import { endCategory } from '../../src/framework/definitions/change-category.ts'
import { redefineIndicator } from '../../src/framework/definitions/redefine.ts'
import { ALL, q, span, World } from '../support/world.ts'

const world = new World('2019-Q1')
  .breakdown('sex', ['female', 'male'])
  .breakdown('age', ['child', 'adult'])
  .place('HP')
  .place('QN')
  .indicator('A', {
    schemes: [
      { kind: 'primary', breakdowns: ['sex'], to: '2020-Q1' },
      { kind: 'primary', breakdowns: ['age'], from: '2020-Q2' },
    ],
  })
  .indicator('halves', { frequency: 'half-yearly' })
for (const place of ['HP', 'QN'])
  for (const partner of ['police', 'nurses']) for (const code of ['A', 'halves']) world.assign(code, place, partner)
for (const [nth, quarter] of ['2020-Q1', '2020-Q2'].entries())
  world
    .fact(['A', 'HP', quarter, 'police'], 1 + 10 * nth)
    .fact(['A', 'HP', quarter, 'nurses'], 2 + 10 * nth)
    .fact(['A', 'QN', quarter, 'police'], 4 + 10 * nth)
const [first, second] = [span('2020-Q1'), span('2020-Q2')]

describe('an answer', () => {
  const answer = world.ask({ spans: [first, second, span('2020-Q1', '2020-Q4')] })

  it('works out each figure once', () => {
    for (const cell of ['', 'age=child']) {
      const split = world.ask({ indicators: ['A'], by: ['age'], spans: [first, second] })
      expect(split.figure('A', '*', first.key, cell)).toBe(split.figure('A', '*', first.key, cell))
      split.figure('A', '*', second.key, cell)
      expect(split.figure('A', '*', first.key, cell)).toBe(split.figure('A', '*', first.key, cell))
    }
  })

  it('knows its spans by their keys', () => {
    expect(answer.span('2020-Q2')).toBe(second)
    expect(() => answer.span('2020-Q3')).toThrow('not part of the question: 2020-Q3')
  })

  it('says under which definition a span is read, and which quarters the values due in it cover', () => {
    expect(answer.definition('halves', '2020-Q2')).toMatchObject({ code: 'halves', frequency: 'half-yearly' })
    expect(answer.covers('halves', '2020-Q1')).toBeNull()
    expect(answer.covers('halves', '2020-Q2')).toEqual({ from: q('2020-Q1'), to: q('2020-Q2') })
    expect(() => answer.definition('A', '2020-Q3')).toThrow('not part of the question: A, 2020-Q3')
  })

  it('says what breaks a series: nothing where it is undivided, another breakdown where that is kept apart', () => {
    expect(answer.breaks('A')).toEqual([])
    const bySex = world.ask({ indicators: ['A'], by: ['sex'], spans: [first, second] })
    expect(bySex.breaks('A')).toMatchObject([{ of: 'split', from: q('2020-Q2') }])
    // It is found once for all who ask the same.
    expect(world.ask({ indicators: ['A'], by: ['sex'], spans: [first, second] }).breaks('A')).toBe(bySex.breaks('A'))
  })

  it('has the lists that changes are told by', () => {
    expect(answer.lists.map(({ code }) => code)).toEqual(['sex', 'age'])
  })
})

describe('the figures of one partner', () => {
  const groups = [
    { key: 'police', places: '*', partner: 'police' },
    { key: 'nurses', places: '*', partner: 'nurses' },
    { key: 'nurses of QN', places: ['QN'], partner: 'nurses' },
    { key: 'of QN', places: ['QN'] },
  ] as const
  const answer = world.ask({ groups, spans: [first, second] })

  it('hold what it gave, and count what it was asked for', () => {
    const told = groups.map(({ key }) => {
      const { value, coverage } = answer.figure('A', key, '2020-Q2')
      return [value, coverage.join()]
    })
    expect(told).toEqual([
      [25, '2,2'],
      [12, '1,2'],
      [null, '0,1'],
      [14, '1,2'],
    ])
  })

  it('can be told from those of others where a category is asked for that nobody is asked by', () => {
    const male = world.ask({ indicators: ['A'], groups, spans: [first, second], only: { sex: 'male' } })
    expect(groups.map(({ key }) => male.figure('A', key, '2020-Q2').state)).toEqual(groups.map(() => 'not due'))
  })

  it('change by themselves', () => {
    expect(groups.map(({ key }) => answer.hasSameReporters('A', key, '2020-Q2', '2020-Q1'))).toEqual([
      true,
      true,
      true,
      true,
    ])
  })
})

describe('an answer about an indicator whose definition changes', () => {
  const changed = new World('2019-Q1')
    .breakdown('service', ['health', 'legal'])
    .place('HP')
    .indicator('A', { schemes: [{ kind: 'multiple', breakdowns: ['service'], from: '2020-Q3' }] })
    .indicator('B')
    .assign('A', 'HP')
    .assign('B', 'HP')
    .fact(['A', 'HP', '2020-Q2'], 5)
    .fact(['A', 'HP', '2020-Q3'], { '': 7, 'service=health': 6, 'service=legal': 4 })
  const changes = { countingUnit: { vi: 'vụ', en: 'case' } }
  expect(redefineIndicator(changed.db, null, 'A', { from: q('2020-Q3'), to: null, changes }, 1000)).toBeNull()
  const [old, now] = [span('2020-Q1', '2020-Q2'), span('2020-Q3')]

  it.each([
    [old, now],
    [now, old],
  ])('calls it what it was last, in whatever order spans are asked for', (...spans) => {
    const answer = changed.ask({ indicators: ['A'], spans })
    expect(answer.indicators.map(({ countingUnit }) => countingUnit.en)).toEqual(['case'])
    expect(spans.map(({ key }) => answer.figure('A', '*', key).value).sort()).toEqual([5, 7])
    expect(answer.definition('A', old.key).countingUnit.en).toBe('')
  })

  it.each([
    [old, now],
    [now, old],
  ])('says that its categories overlap, and that some could not be split, if that is so in any span', (...spans) => {
    const answer = changed.ask({ indicators: ['A'], by: ['service'], spans })
    expect(answer.overlaps('A')).toBe(true)
    expect(answer.cells('A')).toEqual(['service=health', 'service=legal', UNSPLIT])
    expect(changed.ask({ indicators: ['A'], by: ['service'], spans: [now] }).cells('A')).not.toContain(UNSPLIT)
  })

  it('marks what was restated of each indicator, whichever definitions are read together', () => {
    const own = new World('2019-Q1').place('HP').indicator('A').indicator('B').assign('A', 'HP').assign('B', 'HP')
    expect(redefineIndicator(own.db, null, 'A', { from: q('2020-Q3'), to: null, changes }, 1000)).toBeNull()
    for (const [nth, amount] of [5, 6].entries()) {
      const id = own.submission(['HP', '2020-Q2'], { A: 1, B: amount }, 'approved', nth)
      approveFacts(own.db, { submissionId: id, now: 2000 + nth })
    }
    const answer = own.ask({ spans: [old, now] })
    expect(['A', 'B'].map((code) => answer.figure(code, '*', old.key).flags)).toEqual([
      ['partial'],
      ['partial', 'revised'],
    ])
  })
})

/** A flow counted by sex, asked of two partners in one place, of one in another, of none in the third. */
function ofSex(...categories: string[]): World {
  const asked = new World('2019-Q1')
    .breakdown('sex', categories)
    .place('HP')
    .place('QN')
    .place('NA')
    .indicator('A', { rules: ['count', 'none', 'sum'], schemes: [{ kind: 'primary', breakdowns: ['sex'] }] })
  return asked.assign('A', 'HP', 'police').assign('A', 'HP', 'nurses').assign('A', 'QN', 'police')
}

describe('a category that is taken off its list', () => {
  const listed = ofSex('female', 'male', 'other')
  const other = { breakdown: 'sex', category: 'other' }
  expect(endCategory(listed.db, null, other, q('2020-Q2'), 1000)).toBeNull()
  listed
    .fact(['A', 'HP', '2020-Q2', 'police'], { 'sex=female': 1, 'sex=male': 2, 'sex=other': 3 })
    .fact(['A', 'HP', '2020-Q3', 'nurses'], { 'sex=female': 4, 'sex=male': 5 })
  const groups = [ALL, ...['HP', 'QN', 'NA'].map((place) => ({ key: place, places: [place] }))]
  const answer = listed.ask({ groups, by: ['sex'], spans: [second, span('2020-Q3')] })
  const told = (group: string, key: string, cell: string) => {
    const { state, value, flags } = answer.figure('A', group, key, cell)
    return [state, value, flags.join()]
  }

  it('is asked for no more', () => {
    expect(told('HP', '2020-Q2', 'sex=other')).toEqual(['not additive', null, 'partial'])
    for (const group of ['*', 'HP', 'QN', 'NA']) expect(told(group, '2020-Q3', 'sex=other')[0]).toBe('not due')
  })

  it('breaks the series of each category of the list, not of the total', () => {
    expect(told('HP', '2020-Q3', 'sex=female')[2]).toContain('break')
    expect(told('HP', '2020-Q2', 'sex=female')[2]).not.toContain('break')
    expect(told('HP', '2020-Q3', '')[2]).not.toContain('break')
  })
})

describe('what came undivided in a quarter that has categories', () => {
  const undivided = ofSex('female', 'male')
  undivided
    .fact(['A', 'HP', '2020-Q2', 'police'], 3)
    .fact(['A', 'HP', '2020-Q2', 'nurses'], { 'sex=female': 4 })
    .fact(['A', 'QN', '2020-Q2', 'police'], { 'sex=female': 5 })
  const groups = [
    ALL,
    ...['HP', 'QN', 'NA'].map((place) => ({ key: place, places: [place] })),
    { key: 'nurses', places: ['HP'], partner: 'nurses' },
  ]
  const answer = undivided.ask({ groups, by: ['sex'], spans: [second] })

  it('is asked of nobody, and stands where it came', () => {
    expect(answer.cells('A')).toEqual(['sex=female', 'sex=male', UNSPLIT])
    const states = groups.map(({ key }) => answer.figure('A', key, second.key, UNSPLIT).state)
    expect(states).toEqual(['not additive', 'not additive', 'not due', 'not due', 'not due'])
  })
})

describe('of two groups or spans of the same key', () => {
  it('the first is meant', () => {
    const twice = world.ask({
      indicators: ['A'],
      groups: [
        { key: 'x', places: ['HP'] },
        { key: 'x', places: ['QN'] },
      ],
      spans: [first, { ...second, key: first.key }],
    })
    expect(twice.figure('A', 'x', first.key).value).toBe(3)
  })
})

describe('whether the same reporters gave the figures of two spans', () => {
  it.each([
    ['somebody whom nobody asked gave something in both', ['2020-Q1', '2020-Q2'], true],
    ['somebody whom nobody asked gave something in one', ['2020-Q2'], false],
  ])('%s', (_, given, same) => {
    const own = new World().place('HP').place('QN').place('NA').indicator('A').assign('A', 'HP')
    for (const quarter of ['2020-Q1', '2020-Q2']) own.fact(['A', 'HP', quarter], 1)
    for (const quarter of given) own.fact(['A', 'QN', quarter], 2)
    // Each place in a bucket of its own, one of which has no reporters.
    const groups = [ALL, ...['HP', 'QN', 'NA'].map((place) => ({ key: place, places: [place] }))]
    const answer = own.ask({ groups, spans: [first, second] })
    const alike = groups.map(({ key }) => answer.hasSameReporters('A', key, '2020-Q2', '2020-Q1'))
    expect(alike).toEqual([same, true, same, true])
  })

  it.each([
    ['the same of them did', [1, 1], [2, 2], true],
    ['nobody did', [null, null], [null, null], true],
    ['one did, and another', [1, null], [null, 2], false],
    ['one more did', [1, null], [2, 2], false],
  ] as const)('%s', (_, before, now, same) => {
    const own = new World()
      .place('HP')
      .place('QN')
      .indicator('A')
      .indicator('K', { rules: ['count', 'none', 'sum'] })
    for (const code of ['A', 'K'])
      for (const [nth, place] of ['HP', 'QN'].entries()) {
        own.assign(code, place)
        for (const [quarter, given] of [
          ['2020-Q1', before],
          ['2020-Q2', now],
        ] as const) {
          const amount = given[nth]!
          if (amount !== null) own.fact([code, place, quarter], amount)
        }
      }
    const answer = own.ask({ groups: [ALL, { key: 'HP', places: ['HP'] }], spans: [first, second] })
    expect(['A', 'K'].map((code) => answer.hasSameReporters(code, '*', '2020-Q2', '2020-Q1'))).toEqual([same, same])
    const alike = (before[0] === null) === (now[0] === null)
    expect(['A', 'K'].map((code) => answer.hasSameReporters(code, 'HP', '2020-Q2', '2020-Q1'))).toEqual([alike, alike])
  })
})
