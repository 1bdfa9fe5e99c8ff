import { describe, expect, it } from 'vitest'
import { isOver } from '../../src/calendar/period.ts'
import { parseQuarter, quarterCode, quarterOf } from '../../src/calendar/quarter.ts'
import { codesOf, heldIn, overlaps, quarterWithin, validityCodes, wholeFiscalYears } from '../../src/calendar/span.ts'
import fc from '../fast-check.ts'

const q = (code: string) => parseQuarter(code)!
const SPAN = { from: quarterOf(2019, 2), to: quarterOf(2021, 3) }

it('what holds is written by its first and last quarter, and without an end until further notice', () => {
  expect(validityCodes(SPAN)).toEqual({ from: '2019-Q2', to: '2021-Q3' })
  expect(validityCodes({ from: SPAN.from, to: null })).toEqual({ from: '2019-Q2', to: null })
})

describe('a quarter of a span', () => {
  it.each([
    ['2019-Q1', 'before'],
    ['2019-Q2', SPAN.from],
    ['2020-Q1', quarterOf(2020, 1)],
    ['2021-Q3', SPAN.to],
    ['2021-Q4', 'after'],
    ['2021-Q5', 'not-a-quarter'],
    ['', 'not-a-quarter'],
  ])('%s is %s', (text, read) => {
    expect(quarterWithin(text, SPAN)).toBe(read)
  })

  it('is named by its first and last', () => {
    expect(codesOf(SPAN)).toEqual({ first: '2019-Q2', last: '2021-Q3' })
  })

  it('is over when its last day has passed in Viet Nam', () => {
    expect(isOver(SPAN.to, Date.parse('2021-09-30T23:59:00+07:00'))).toBe(false)
    expect(isOver(SPAN.to, Date.parse('2021-10-01T00:00:00+07:00'))).toBe(true)
  })
})

describe('what holds from a quarter to a quarter', () => {
  it.each<[from: number, to: number | null, quarter: number, holds: boolean]>([
    [4, 8, 3, false],
    [4, 8, 4, true],
    [4, 8, 8, true],
    [4, 8, 9, false],
    [4, null, 3, false],
    [4, null, 99, true],
  ])('%s to %s holds in %s: %s', (from, to, quarter, holds) => {
    expect(heldIn({ from, to }, quarter)).toBe(holds)
    expect(overlaps({ from, to }, { from: quarter, to: quarter })).toBe(holds)
  })

  it.each<[from: number, to: number | null, span: [number, number], meets: boolean]>([
    [4, 8, [1, 3], false],
    [4, 8, [1, 4], true],
    [4, 8, [8, 9], true],
    [4, 8, [9, 12], false],
    [4, 8, [1, 12], true],
    [4, null, [1, 3], false],
    [4, null, [50, 60], true],
  ])('%s to %s meets %s: %s', (from, to, [first, last], meets) => {
    expect(overlaps({ from, to }, { from: first, to: last })).toBe(meets)
  })
})

describe('the fiscal years that a span touches', () => {
  const years = (from: string, to: string, startMonth: number) =>
    wholeFiscalYears({ from: q(from), to: q(to) }, startMonth).map(
      (one) => `${one.key} ${quarterCode(one.from)}..${quarterCode(one.to)}`,
    )

  it.each([
    ['2020-Q1', '2020-Q1', 4, ['FY2019 2019-Q2..2020-Q1']],
    ['2020-Q2', '2021-Q1', 4, ['FY2020 2020-Q2..2021-Q1']],
    ['2020-Q1', '2020-Q2', 4, ['FY2019 2019-Q2..2020-Q1', 'FY2020 2020-Q2..2021-Q1']],
    ['2020-Q3', '2020-Q4', 10, ['FY2019 2019-Q4..2020-Q3', 'FY2020 2020-Q4..2021-Q3']],
    ['2020-Q3', '2020-Q3', 7, ['FY2020 2020-Q3..2021-Q2']],
    ['2020-Q2', '2021-Q1', 1, ['FY2020 2020-Q1..2020-Q4', 'FY2021 2021-Q1..2021-Q4']],
  ])('of %s to %s that begin in month %i are whole', (from, to, startMonth, expected) => {
    expect(years(from, to, startMonth)).toEqual(expected)
  })

  it('have four quarters each, one after the other, and hold the span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: q('2019-Q1'), max: q('2030-Q4') }),
        fc.nat(12),
        fc.constantFrom(1, 4, 7, 10),
        (from, length, startMonth) => {
          const years = wholeFiscalYears({ from, to: from + length }, startMonth)
          expect(years.map((year) => year.to - year.from)).toEqual(years.map(() => 3))
          expect(years.slice(1).map((year) => year.from)).toEqual(years.slice(0, -1).map((year) => year.to + 1))
          expect(years[0]!.from <= from && from <= years[0]!.to).toBe(true)
          expect(years.at(-1)!.from <= from + length && from + length <= years.at(-1)!.to).toBe(true)
        },
      ),
    )
  })
})
