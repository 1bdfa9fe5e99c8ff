import { describe, expect, it } from 'vitest'
import { dayAt } from '../../src/calendar/day.ts'
import {
  FIRST_QUARTER,
  LAST_QUARTER,
  nthOf,
  parseQuarter,
  quarterAt,
  quarterCode,
  quarterOf,
  quarterOfDay,
  yearOf,
} from '../../src/calendar/quarter.ts'
import { cut, datesOf, GRAINS, quartersIn } from '../../src/calendar/span.ts'

const q = (code: string) => parseQuarter(code)!
const keys = (from: string, to: string, ...how: [Parameters<typeof cut>[1], number?]) =>
  cut({ from: q(from), to: q(to) }, ...how).map((one) => `${one.key} ${quarterCode(one.from)}..${quarterCode(one.to)}`)

describe('quarters', () => {
  it('are whole numbers in order of time', () => {
    expect(q('2020-Q1')).toBe(8080)
    expect(q('2020-Q4') + 1).toBe(q('2021-Q1'))
    expect([yearOf(8083), nthOf(8083), yearOf(8084), nthOf(8084)]).toEqual([2020, 4, 2021, 1])
  })

  it('are read as they are written, and nothing else is', () => {
    for (let quarter = q('2019-Q1'); quarter <= q('2021-Q4'); quarter++)
      expect(parseQuarter(quarterCode(quarter))).toBe(quarter)
    for (const text of ['2020-Q5', '2020-Q0', '2020Q1', 'x2020-Q1', '2020-Q11', '20-Q1', '2020-q1', ''])
      expect(parseQuarter(text)).toBeNull()
  })

  it('lie between 1990 and 2100', () => {
    expect([parseQuarter('1990-Q1'), parseQuarter('2100-Q4')]).toEqual([FIRST_QUARTER, LAST_QUARTER])
    expect([parseQuarter('1989-Q4'), parseQuarter('2101-Q1')]).toEqual([null, null])
  })

  it('have a first and a last day', () => {
    expect(datesOf({ from: q('2020-Q1'), to: q('2020-Q1') })).toEqual({ first: '2020-01-01', last: '2020-03-31' })
    expect(datesOf({ from: q('2019-Q4'), to: q('2020-Q4') })).toEqual({ first: '2019-10-01', last: '2020-12-31' })
    expect(datesOf({ from: q('2020-Q2'), to: q('2020-Q3') })).toEqual({ first: '2020-04-01', last: '2020-09-30' })
  })

  it('hold their days', () => {
    for (let quarter = q('2019-Q1'); quarter <= q('2021-Q4'); quarter++) {
      const { first, last } = datesOf({ from: quarter, to: quarter })
      expect([quarterOfDay(first), quarterOfDay(last)]).toEqual([quarter, quarter])
    }
  })

  it('change at midnight in Viet Nam', () => {
    expect(quarterAt(Date.UTC(2020, 2, 31, 16, 59, 59, 999))).toBe(q('2020-Q1'))
    expect(quarterAt(Date.UTC(2020, 2, 31, 17))).toBe(q('2020-Q2'))
    expect(quarterAt(Date.UTC(2020, 11, 31, 17))).toBe(q('2021-Q1'))
    expect(dayAt(Date.UTC(2020, 2, 31, 16, 59))).toBe('2020-03-31')
    expect(dayAt(Date.UTC(2020, 2, 31, 17))).toBe('2020-04-01')
  })

  it('make up spans', () => {
    expect(quartersIn({ from: 5, to: 8 })).toEqual([5, 6, 7, 8])
    expect(quartersIn({ from: 5, to: 5 })).toEqual([5])
    expect(quartersIn({ from: 5, to: 4 })).toEqual([])
    expect(quartersIn({ from: 9, to: 4 })).toEqual([])
  })
})

describe('a span cut into periods', () => {
  it('is its quarters', () => {
    expect(keys('2019-Q4', '2020-Q1', 'quarter')).toEqual(['2019-Q4 2019-Q4..2019-Q4', '2020-Q1 2020-Q1..2020-Q1'])
  })

  it('is half-years, cut to the span', () => {
    expect(keys('2019-Q2', '2020-Q3', 'half-year')).toEqual([
      '2019-H1 2019-Q2..2019-Q2',
      '2019-H2 2019-Q3..2019-Q4',
      '2020-H1 2020-Q1..2020-Q2',
      '2020-H2 2020-Q3..2020-Q3',
    ])
  })

  it('is calendar years', () => {
    expect(keys('2019-Q1', '2020-Q2', 'year')).toEqual(['2019 2019-Q1..2019-Q4', '2020 2020-Q1..2020-Q2'])
  })

  it('is British fiscal years, named after the year they start in', () => {
    expect(keys('2019-Q1', '2021-Q1', 'fiscal-year')).toEqual([
      'FY2018 2019-Q1..2019-Q1',
      'FY2019 2019-Q2..2020-Q1',
      'FY2020 2020-Q2..2021-Q1',
    ])
  })

  it.each([
    [1, ['FY2020 2020-Q1..2020-Q4', 'FY2021 2021-Q1..2021-Q1']],
    [4, ['FY2019 2020-Q1..2020-Q1', 'FY2020 2020-Q2..2021-Q1']],
    [7, ['FY2019 2020-Q1..2020-Q2', 'FY2020 2020-Q3..2021-Q1']],
    [10, ['FY2019 2020-Q1..2020-Q3', 'FY2020 2020-Q4..2021-Q1']],
  ])('is fiscal years that start in month %i', (month, expected) => {
    expect(keys('2020-Q1', '2021-Q1', 'fiscal-year', month)).toEqual(expected)
  })

  it('calls fiscal years from January what they are: years', () => {
    const span = { from: q('2020-Q2'), to: q('2021-Q1') }
    expect(cut(span, 'fiscal-year', 1).map(({ grain, year }) => [grain, year])).toEqual([
      ['year', 2020],
      ['year', 2021],
    ])
    expect(cut(span, 'fiscal-year', 4).map(({ grain }) => grain)).toEqual(['fiscal-year'])
  })

  it('is one period to date', () => {
    expect(keys('2019-Q1', '2021-Q1', 'to-date')).toEqual(['to-date 2019-Q1..2021-Q1'])
  })

  it('says which year and which of the year each is', () => {
    const told = (grain: Parameters<typeof cut>[1]) =>
      cut({ from: q('2020-Q2'), to: q('2020-Q3') }, grain).map(({ grain: of, year, nth }) => [of, year, nth])
    expect(told('quarter')).toEqual([
      ['quarter', 2020, 2],
      ['quarter', 2020, 3],
    ])
    expect(told('half-year')).toEqual([
      ['half-year', 2020, 1],
      ['half-year', 2020, 2],
    ])
    expect(told('year')).toEqual([['year', 2020, 1]])
    expect(told('fiscal-year')).toEqual([['fiscal-year', 2020, 1]])
    expect(told('to-date')).toEqual([['to-date', 2020, 1]])
  })

  it('loses and repeats no quarter', () => {
    expect(GRAINS).toEqual(['quarter', 'half-year', 'year', 'fiscal-year', 'to-date'])
    for (const grain of GRAINS) {
      const span = { from: quarterOf(2019, 2), to: quarterOf(2022, 3) }
      expect(cut(span, grain, 7).flatMap(quartersIn)).toEqual(quartersIn(span))
    }
  })
})
