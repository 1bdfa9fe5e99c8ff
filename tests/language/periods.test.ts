import { expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import type { NamedSpan } from '../../src/calendar/span.ts'
import { dayOfYear, monthName, periodName, periodWithDates } from '../../src/language/format.ts'
import { both } from '../../src/language/text.ts'

const half = (nth: 1 | 2, year: number): NamedSpan => ({
  grain: 'fiscal-half-year',
  key: `FY${year}-H${nth}`,
  year,
  nth,
  from: quarterOf(year, 2),
  to: quarterOf(year, 3),
})
const round = (name: { vi: string; en: string } | null): NamedSpan => ({
  ...half(1, 2020),
  grain: 'round',
  key: 'round',
  nth: 2,
  name,
})
const told = (span: NamedSpan) => both((language) => periodName(span, language))

it('a month is named as each language names it', () => {
  expect([1, 4, 12].map((month) => monthName(month, 'vi'))).toEqual(['tháng 1', 'tháng 4', 'tháng 12'])
  expect([1, 4, 12].map((month) => monthName(month, 'en'))).toEqual(['January', 'April', 'December'])
  expect([dayOfYear(31, 3, 'vi'), dayOfYear(1, 4, 'en')]).toEqual(['31/3', '1 April'])
})

it('halves of a fiscal year are named by it, of a century’s last year by two digits', () => {
  expect(told(half(1, 2020))).toEqual({ vi: '6 tháng đầu năm tài chính 2020/21', en: 'H1 FY2020/21' })
  expect(told(half(2, 2099))).toEqual({ vi: '6 tháng cuối năm tài chính 2099/00', en: 'H2 FY2099/00' })
})

it('a survey round goes by its name, or by its number', () => {
  expect(told(round({ vi: 'Đầu kỳ', en: 'Baseline' }))).toEqual({ vi: 'Đầu kỳ', en: 'Baseline' })
  expect(told(round(null))).toEqual({ vi: 'Đợt khảo sát 2', en: 'Survey round 2' })
})

it('a period that stands alone has its dates', () => {
  expect(periodWithDates(half(1, 2020), 'en')).toBe('H1 FY2020/21 (1 Apr 2020 – 30 Sept 2020)')
})
