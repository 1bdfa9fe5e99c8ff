import { describe, expect, it } from 'vitest'
import {
  addsQuarters,
  factsOf,
  isSmallTo,
  isWithin,
  leafPartsOf,
  quarterNames,
  showsSmall,
} from '../../../src/attack/working/known-count.ts'
import { q } from '../../support/small-project.ts'
import { count, reportOf, spanOf } from './given.ts'

it.each([
  [null, false],
  [0, false],
  [1, true],
  [4, true],
  [5, false],
])('%j is small to who knows that small is below five: %s', (shown, small) => {
  expect(isSmallTo(shown, 5)).toBe(small)
})

it.each([
  ['2021-Q1..2021-Q4', true],
  ['2021-Q2', true],
  ['2020-Q4..2021-Q4', false],
  ['2021-Q1..2022-Q1', false],
])('%s lies within a year: %s', (inner, within) => {
  expect(isWithin(spanOf(inner), spanOf('2021-Q1..2021-Q4'))).toBe(within)
})

it('a denominator is its numerator and what is beside it; a span is its quarters', () => {
  expect(leafPartsOf({ part: 'denominator' })).toEqual(['numerator', 'complement'])
  expect((['amount', 'numerator', 'n'] as const).map((part) => leafPartsOf({ part }))).toEqual([
    ['amount'],
    ['numerator'],
    ['n'],
  ])
  expect(quarterNames(count(1, { span: '2021-Q1..2021-Q2' }))).toEqual([`${q('2021-Q1')}`, `${q('2021-Q2')}`])
})

it('quarters are added unless a report says that the last value counts', () => {
  expect(addsQuarters(undefined)).toBe(true)
  expect(addsQuarters({ overPlaces: 'none', overTime: 'sum' })).toBe(true)
  expect(addsQuarters({ overPlaces: 'sum', overTime: 'latest' })).toBe(false)
})

describe('whether something small is shown', () => {
  const ratio = (numerator: number | null, denominator: number | null, more = {}) => [
    count(numerator, { part: 'numerator' }),
    count(denominator, { part: 'denominator', ...more }),
  ]
  it.each([
    ['a small count', [count(9), count(4)], true],
    ['large ones', [count(9), count(5), count(null), count(0)], false],
    ['all but few of a ratio', ratio(17, 20), true],
    ['all but many', ratio(15, 20), false],
    ['all of a ratio', ratio(20, 20), false],
    ['a denominator whose numerator is hidden', ratio(null, 20), false],
    ['a denominator that is hidden', ratio(17, null), false],
    ['a denominator of another report', ratio(17, 20, { report: 1 }), false],
    ['a denominator of another place', ratio(17, 20, { place: 'A' }), false],
    ['amounts that are near each other', [count(17), count(20, { place: 'A' })], false],
  ])('%s: %s', (_, facts, shows) => {
    expect(showsSmall(facts, 5)).toBe(shows)
  })
})

describe('what reports tell, by indicator', () => {
  const latest = { V3: { overPlaces: 'sum', overTime: 'latest' } } as const
  const keys = (reports: Parameters<typeof factsOf>[0]) =>
    [...factsOf(reports)].map(([indicator, facts]) => [indicator, ...facts.map((one) => [one.report, one.shown])])

  it('is each with the position of its report', () => {
    const [one, two] = [count(5), count(6, { indicator: 'V4' })]
    expect(keys([reportOf({ told: [one, two] }), reportOf({ told: [count(7)] })])).toEqual([
      ['V3', [0, 5], [1, 7]],
      ['V4', [0, 6]],
    ])
    expect(factsOf([reportOf({ told: [one] })]).get('V3')![0]!.key).toBe(one.key)
  })

  it('is, of what counts up to a day, neither what is of its own dates nor what is absent', () => {
    const told = [
      count(5),
      count(6, { isOfValues: false }),
      count(0, { isOfValues: false, absent: true }),
      count(0, { absent: true }),
    ]
    expect(keys([reportOf({ told, adds: latest })])).toEqual([['V3', [0, 6]]])
    expect(keys([reportOf({ told })])).toEqual([['V3', [0, 5], [0, 6], [0, 0], [0, 0]]])
  })

  it('is what is of its own dates where a report has nothing else, as files for programs', () => {
    const told = [count(5), count(0, { absent: true }), count(6, { indicator: 'V4', isOfValues: false })]
    expect(keys([reportOf({ told, adds: latest })])).toEqual([
      ['V3', [0, 5]],
      ['V4', [0, 6]],
    ])
  })

  it('goes with what Data says of the same figure, under whatever name of its period', () => {
    const data = count(5, { period: 'Q1\nđến nay', coverage: '3/4', span: '2021-Q1..2021-Q2' })
    const table = count(5, { period: 'Q1 / đến nay', isOfValues: false })
    const others = [count(5, { place: 'A', isOfValues: false }), count(5, { isOfValues: false })]
    const sources = factsOf([reportOf({ told: [data, table, ...others] })])
      .get('V3')!
      .map((one) => one.sources)
    const said = { coverage: '3/4', values: `${q('2021-Q1')} to ${q('2021-Q2')}` }
    const unsaid = { coverage: null, values: null }
    expect(sources).toEqual([said, said, unsaid, unsaid])
  })
})
