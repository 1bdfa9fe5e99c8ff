import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../../src/calendar/quarter.ts'
import { cut, type Span } from '../../../../src/calendar/span.ts'
import { spanKey } from '../../../../src/releases/content/layout.ts'
import { settledYears } from '../../../../src/releases/content/years/settled-years.ts'

const settled = (span: Span, latest: number, month = 1) =>
  settledYears(cut(span, month === 1 ? 'year' : 'fiscal-year', month), month, (quarter) => quarter <= latest).map(
    spanKey,
  )

describe('the running year of a report', () => {
  const from = quarterOf(2021, 1)
  it.each([
    [1, '2021-Q1'],
    [2, '2021-Q1..2021-Q2'],
    [3, '2021-Q1..2021-Q2'],
    [4, '2021-Q1..2021-Q4'],
  ])('of its first %i quarters, all in, is %s', (nth, last) => {
    expect(settled({ from, to: quarterOf(2021, nth) }, quarterOf(2021, nth))).toEqual([last])
  })

  it('ends with a half that is in, and goes as far as it can where none is', () => {
    expect(settled({ from, to: quarterOf(2021, 4) }, quarterOf(2021, 3))).toEqual(['2021-Q1..2021-Q2'])
    expect(settled({ from, to: quarterOf(2021, 4) }, quarterOf(2020, 4))).toEqual(['2021-Q1..2021-Q4'])
    expect(settled({ from: quarterOf(2021, 3), to: quarterOf(2021, 3) }, quarterOf(2021, 3))).toEqual(['2021-Q3'])
    // A report that begins with the second half of a half-year: that is all of it there is.
    expect(settled({ from: quarterOf(2021, 2), to: quarterOf(2021, 3) }, quarterOf(2021, 2))).toEqual(['2021-Q2'])
  })

  it('leaves the years before as they are, and has its own halves where it begins in April or July', () => {
    const span = { from: quarterOf(2020, 1), to: quarterOf(2021, 3) }
    expect(settled(span, span.to)).toEqual(['2020-Q1..2020-Q4', '2021-Q1..2021-Q2'])
    expect(settled(span, span.to, 4).at(-1)).toBe('2021-Q2..2021-Q3')
    expect(settled({ ...span, to: quarterOf(2021, 2) }, span.to, 4).at(-1)).toBe('2021-Q2')
    expect(settled(span, span.to, 7).at(-1)).toBe('2021-Q3')
    expect(settledYears([], 1, () => true)).toEqual([])
  })
})
