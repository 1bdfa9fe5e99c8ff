import { clockAt } from '../calendar/day.ts'
import { nthOf, type Quarter, yearOf } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { datesOf, type NamedSpan } from '../calendar/span.ts'
import type { Language } from '../vocabulary/language.ts'

/** The only place where numbers, dates and periods become text. */

const LOCALE: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }
const ROMAN = ['I', 'II', 'III', 'IV'] as const
const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const ENGLISH_MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
const formatters = new Map<string, Intl.NumberFormat>()

/** The only rounding: half away from zero, on the decimals a reader sees (1.005 is 1.01, as spreadsheets have it). Never -0. */
export function rounded(value: number, decimals: number): number {
  // A whole number rounds to itself; most are, and the digits below are the dearest part of writing one.
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return value + 0
  const shift = 10 ** decimals
  const size = Math.round(inFifteenDigits(Math.abs(value) * shift)) / shift
  return value < 0 && size !== 0 ? -size : size
}

/** A number times ten, or a hundred, without what binary fractions leave behind: 0.07 × 100 is 7. Spreadsheets hold as many digits. */
export function inFifteenDigits(value: number): number {
  return Number(value.toPrecision(15))
}

/** A difference, or what was divided, without the same: 0.3 − 0.1 is 0.2, and a threshold is met where it is. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(12))
}

/** A number with at most (or exactly) so many decimals, grouped as the language groups. */
export function number(value: number, language: Language, decimals = 0, exactly = false): string {
  const shown = rounded(value, decimals)
  // What is too small to be grouped needs no formatter, and a page has hundreds of them.
  if (shown >= 0 && shown < 1000 && !exactly) return typed(shown, language)
  const key = `${language}/${decimals}/${exactly}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(LOCALE[language], {
      minimumFractionDigits: exactly ? decimals : 0,
      maximumFractionDigits: decimals,
      useGrouping: 'always' as never,
    })
    formatters.set(key, formatter)
  }
  return withMinus(formatter.format(shown))
}

/** A difference: "+12", "−3". */
export function signed(value: number, language: Language, decimals = 0): string {
  return `${value > 0 ? '+' : ''}${number(value, language, decimals)}`
}

/** A number with all its decimals, to be read. */
export function exact(value: number, language: Language): string {
  return withMinus(typed(value, language))
}

/** The sign that is as wide as a plus. What is typed, and files that programs read, have the hyphen of the keyboard. */
function withMinus(text: string): string {
  return text.startsWith('-') ? `−${text.slice(1)}` : text
}

/** A number as this language's hand would type it: no grouping, all its decimals. */
export function typed(value: number, language: Language): string {
  const text = withoutExponent(String(value))
  return language === 'vi' ? text.replace('.', ',') : text
}

/** "1.5e-7", as a small number is printed by the language of this program, is 0.00000015 to everybody else. */
function withoutExponent(text: string): string {
  const found = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text)
  if (!found) return text
  const [, sign, first, rest = '', places] = found
  return `${sign}0.${'0'.repeat(Number(places) - 1)}${first}${rest}`
}

/** A bare quotient as per cent. */
export function percent(value: number, language: Language, decimals = 0): string {
  return `${number(value * 100, language, decimals)}%`
}

/** 2021-09-30 → 30/09/2021 (vi, leading zeros as official documents write) or 30 Sept 2021 (en). */
export function day(isoDay: string, language: Language): string {
  const [y, m, d] = isoDay.split('-') as [string, string, string]
  if (language === 'vi') return `${d}/${m}/${y}`
  return ENGLISH_DAY.format(new Date(`${isoDay}T00:00:00Z`))
}

/** A day beside the name of its year: "01/04", "1 Apr". */
export function dayAndMonth(isoDay: string, language: Language): string {
  const [, m, d] = isoDay.split('-') as [string, string, string]
  return language === 'vi' ? `${d}/${m}` : day(isoDay, language).split(' ').slice(0, 2).join(' ')
}

/** Months from the first to the last of a span: "04/2019 – 03/2020", "Apr 2019 – Mar 2020". */
export function months(span: Span, language: Language): string {
  const { first, last } = datesOf(span)
  return `${monthIn(first, language)} – ${monthIn(last, language)}`
}

/** The month of a day with its year: "04/2019", "Apr 2019". */
export function monthIn(isoDay: string, language: Language): string {
  return `${monthAlone(isoDay, language)}${language === 'vi' ? '/' : ' '}${isoDay.slice(0, 4)}`
}

/** The same under the name of its year: "04", "Apr". */
export function monthAlone(isoDay: string, language: Language): string {
  const month = isoDay.slice(5, 7)
  return language === 'vi' ? month : monthName(Number(month), language).slice(0, 3)
}

/** "April", "tháng 4". */
export function monthName(month: number, language: Language): string {
  return language === 'vi' ? `tháng ${month}` : ENGLISH_MONTH.format(new Date(Date.UTC(2000, month - 1)))
}

/** A day of every year: "1/4", "1 April". */
export function dayOfYear(nth: number, month: number, language: Language): string {
  return language === 'vi' ? `${nth}/${month}` : `${nth} ${monthName(month, language)}`
}

/** An instant as date and time in Viet Nam. */
export function instant(at: number, language: Language): string {
  const there = clockAt(at)
  return `${day(there.day, language)} ${there.time}`
}

/** Quý III/2021 · Q3 2021. Never without `dates` beside it. */
export function quarter(q: Quarter, language: Language): string {
  return language === 'vi' ? `Quý ${ROMAN[nthOf(q) - 1]}/${yearOf(q)}` : `Q${nthOf(q)} ${yearOf(q)}`
}

/** The same within its year: quý III · Q3. */
export function quarterOfYear(q: Quarter, language: Language): string {
  return language === 'vi' ? `quý ${ROMAN[nthOf(q) - 1]}` : `Q${nthOf(q)}`
}

export function dates(span: Span, language: Language): string {
  const { first, last } = datesOf(span)
  return `${day(first, language)} – ${day(last, language)}`
}

/** The name of a period of any grain. */
export function periodName(span: NamedSpan, language: Language): string {
  const vi = language === 'vi'
  switch (span.grain) {
    case 'quarter':
      return quarter(span.from, language)
    case 'half-year':
      return vi ? `6 tháng ${span.nth === 1 ? 'đầu' : 'cuối'} năm ${span.year}` : `H${span.nth} ${span.year}`
    case 'year':
      return vi ? `Năm ${span.year}` : `${span.year}`
    case 'fiscal-year': {
      const next = String((span.year + 1) % 100).padStart(2, '0')
      return vi ? `Năm tài chính ${span.year}/${next}` : `FY${span.year}/${next}`
    }
    case 'fiscal-half-year': {
      const next = String((span.year + 1) % 100).padStart(2, '0')
      return vi
        ? `6 tháng ${span.nth === 1 ? 'đầu' : 'cuối'} năm tài chính ${span.year}/${next}`
        : `H${span.nth} FY${span.year}/${next}`
    }
    case 'round':
      return span.name?.[language] ?? (vi ? `Đợt khảo sát ${span.nth}` : `Survey round ${span.nth}`)
    case 'to-date':
      return vi ? 'Lũy kế' : 'To date'
  }
}

/** A period with its dates: "H1 2020 (1 Jan 2020 – 30 Jun 2020)". */
export function periodWithDates(span: NamedSpan, language: Language): string {
  return `${periodName(span, language)} (${dates(span, language)})`
}

/** Quarter with its dates: "Quý III/2021 (01/07/2021 – 30/09/2021)". */
export function quarterWithDates(q: Quarter, language: Language): string {
  return `${quarter(q, language)} (${dates({ from: q, to: q }, language)})`
}
