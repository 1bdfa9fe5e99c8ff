import { describe, expect, it } from 'vitest'
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

describe('whether the same reporters gave the figures of two spans', () => {
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
