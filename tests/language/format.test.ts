import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { cut, type Grain } from '../../src/calendar/span.ts'
import {
  dates,
  day,
  dayAndMonth,
  exact,
  instant,
  months,
  number,
  percent,
  periodName,
  quarter,
  quarterOfYear,
  quarterWithDates,
  rounded,
  signed,
  typed,
} from '../../src/language/format.ts'

describe('rounding', () => {
  it.each([
    [1.005, 2, 1.01],
    [1.004, 2, 1],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-2.4, 0, -2],
    [0.57 * 100, 0, 57],
    [89.95, 1, 90],
    [89.94, 1, 89.9],
    [-0.004, 2, 0],
    [1e12 + 0.5, 0, 1e12 + 1],
    [1_234_567_890_123, 2, 1_234_567_890_123],
    [-7, 3, -7],
  ])('%d to %d decimals is %d', (value, decimals, result) => {
    expect(rounded(value, decimals)).toBe(result)
  })

  it('never gives minus nothing', () => {
    for (const value of [-0, -0.4]) expect(Object.is(rounded(value, 0), 0)).toBe(true)
  })
})

describe('a number', () => {
  it.each([
    [0, 0, '0', '0'],
    [999, 0, '999', '999'],
    [1000, 0, '1.000', '1,000'],
    [1234567, 0, '1.234.567', '1,234,567'],
    [1234.5, 1, '1.234,5', '1,234.5'],
    [1234.5, 0, '1.235', '1,235'],
    [0.5, 2, '0,5', '0.5'],
    [12, 2, '12', '12'],
    [-1234, 0, '−1.234', '−1,234'],
    [1.005, 2, '1,01', '1.01'],
  ])('%d with at most %d decimals is %s in Vietnamese and %s in English', (value, decimals, vi, en) => {
    expect([number(value, 'vi', decimals), number(value, 'en', decimals)]).toEqual([vi, en])
  })

  it('has exactly so many decimals where a column asks for them', () => {
    expect([number(12, 'vi', 2, true), number(12, 'en', 2, true)]).toEqual(['12,00', '12.00'])
    expect(number(1234.5, 'en', 2, true)).toBe('1,234.50')
    expect(number(1234.5, 'en', 2)).toBe('1,234.5')
  })

  it('has as many decimals as asked for, whatever was written before', () => {
    expect([1, 3, 2].map((decimals) => number(0.1234, 'en', decimals))).toEqual(['0.1', '0.123', '0.12'])
  })

  it('is written without groups and with all its decimals as a hand would type it', () => {
    expect([typed(1234.567, 'vi'), typed(1234.567, 'en')]).toEqual(['1234,567', '1234.567'])
    expect([typed(1.5e-7, 'vi'), typed(1.5e-7, 'en')]).toEqual(['0,00000015', '0.00000015'])
    expect([typed(-2e-9, 'en'), typed(0, 'vi'), typed(-3, 'vi')]).toEqual(['-0.000000002', '0', '-3'])
    expect(typed(1.25e-10, 'en')).toBe('0.000000000125')
  })

  it('is a share of a hundred as per cent', () => {
    expect([percent(0.19, 'vi'), percent(0.12345, 'en', 1), percent(12.34, 'vi', 0)]).toEqual([
      '19%',
      '12.3%',
      '1.234%',
    ])
  })
})

describe('days and periods', () => {
  const Q3 = quarterOf(2021, 3)

  it('are written as each language writes them', () => {
    expect([day('2021-09-05', 'vi'), day('2021-09-05', 'en')]).toEqual(['05/09/2021', '5 Sept 2021'])
    expect(dates({ from: Q3, to: Q3 + 1 }, 'vi')).toBe('01/07/2021 – 31/12/2021')
    expect(dates({ from: Q3, to: Q3 }, 'en')).toBe('1 Jul 2021 – 30 Sept 2021')
  })

  it('tell an instant by the clock of Viet Nam', () => {
    const at = Date.parse('2021-12-31T17:05:00Z')
    expect([instant(at, 'vi'), instant(at, 'en')]).toEqual(['01/01/2022 00:05', '1 Jan 2022 00:05'])
  })

  it('name a quarter, with its dates where it stands alone', () => {
    expect([1, 2, 3, 4].map((nth) => quarter(quarterOf(2021, nth), 'vi'))).toEqual([
      'Quý I/2021',
      'Quý II/2021',
      'Quý III/2021',
      'Quý IV/2021',
    ])
    expect(quarter(Q3, 'en')).toBe('Q3 2021')
    expect(quarterWithDates(Q3, 'vi')).toBe('Quý III/2021 (01/07/2021 – 30/09/2021)')
  })

  const year = { from: quarterOf(2021, 1), to: quarterOf(2021, 4) }
  it.each<[Grain, string[], string[]]>([
    [
      'quarter',
      ['Quý I/2021', 'Quý II/2021', 'Quý III/2021', 'Quý IV/2021'],
      ['Q1 2021', 'Q2 2021', 'Q3 2021', 'Q4 2021'],
    ],
    ['half-year', ['6 tháng đầu năm 2021', '6 tháng cuối năm 2021'], ['H1 2021', 'H2 2021']],
    ['year', ['Năm 2021'], ['2021']],
    ['fiscal-year', ['Năm tài chính 2020/21', 'Năm tài chính 2021/22'], ['FY2020/21', 'FY2021/22']],
    ['to-date', ['Lũy kế'], ['To date']],
  ])('name periods of a %s', (grain, vi, en) => {
    const periods = cut(year, grain)
    expect(periods.map((one) => periodName(one, 'vi'))).toEqual(vi)
    expect(periods.map((one) => periodName(one, 'en'))).toEqual(en)
  })

  it('name the fiscal year before a century by two digits', () => {
    const [one] = cut({ from: quarterOf(2099, 4), to: quarterOf(2099, 4) }, 'fiscal-year')
    expect([periodName(one!, 'en'), periodName({ ...one!, year: 2008 }, 'vi')]).toEqual([
      'FY2099/00',
      'Năm tài chính 2008/09',
    ])
  })
})

describe('a difference', () => {
  it.each([
    [12, 0, '+12', '+12'],
    [-3, 0, '−3', '−3'],
    [0, 0, '0', '0'],
    [1234.56, 1, '+1.234,6', '+1,234.6'],
    [-1234.56, 1, '−1.234,6', '−1,234.6'],
  ])('of %d with %d decimals has its sign: %s, %s', (value, decimals, vi, en) => {
    expect([signed(value, 'vi', decimals), signed(value, 'en', decimals)]).toEqual([vi, en])
  })
})

it('a number that is read with all its decimals has the sign that is as wide as a plus, and no groups', () => {
  expect([exact(-1234.5678, 'vi'), exact(-1234.5678, 'en')]).toEqual(['−1234,5678', '−1234.5678'])
  expect(exact(0.0000015, 'vi')).toBe('0,0000015')
})

it('what stands beside the name of its year has no year of its own', () => {
  expect([dayAndMonth('2020-04-01', 'vi'), dayAndMonth('2020-04-01', 'en')]).toEqual(['01/04', '1 Apr'])
  expect([1, 2, 3, 4].map((nth) => quarterOfYear(quarterOf(2021, nth), 'vi'))).toEqual([
    'quý I',
    'quý II',
    'quý III',
    'quý IV',
  ])
  expect(quarterOfYear(quarterOf(2021, 3), 'en')).toBe('Q3')
})

it('names the months of a span, whole as all periods are', () => {
  const span = { from: 2019 * 4 + 1, to: 2020 * 4 }
  expect([months(span, 'vi'), months(span, 'en')]).toEqual(['04/2019 – 03/2020', 'Apr 2019 – Mar 2020'])
})
