import { datesOf, quartersIn, type Span, wholeFiscalYears, wholeOf } from '../../../calendar/span.ts'
import { dates, dayAndMonth, periodName } from '../../../language/format.ts'
import type { Words } from '../../../language/words.ts'
import type { Bilingual } from '../bilingual.ts'

/**
 * The donor's years that a report touches, whole, and the days of their quarters: "Q1" is another quarter in every donor's years, so
 * a reader is told which. All of them have the same days.
 * @param fiscalStart first month of it
 */
export function fiscalLabels(span: Span, fiscalStart: number, { say }: Bilingual): string {
  const years = wholeFiscalYears(span, fiscalStart)
  const [first, last] = [years[0]!, years.at(-1)!]
  return say((words) => {
    const quarters = quartersOf(first, words)
    const name = (year: typeof first) => periodName(year, words.language)
    const whole = { dates: dates(wholeOf(years), words.language), quarters }
    if (first === last) return words.t('releases:workbook.cover.fiscal-year', { year: name(first), ...whole })
    const { first: begins, last: ends } = datesOf(first)
    return words.t('releases:workbook.cover.fiscal-years', {
      ...{ first: name(first), last: name(last), ...whole },
      ...{ begins: dayAndMonth(begins, words.language), ends: dayAndMonth(ends, words.language) },
    })
  })
}

function quartersOf(year: Span, { t, language }: Words): string {
  const said = quartersIn(year).map((quarter, at) => {
    const { first, last } = datesOf({ from: quarter, to: quarter })
    const days = { first: dayAndMonth(first, language), last: dayAndMonth(last, language) }
    return t('releases:workbook.cover.fiscal-quarter', { nth: at + 1, ...days })
  })
  return said.join('; ')
}
