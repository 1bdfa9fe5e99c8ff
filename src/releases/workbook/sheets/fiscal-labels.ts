import { datesOf, quartersIn, type Span, wholeFiscalYears } from '../../../calendar/span.ts'
import { dates, dayAndMonth, periodName } from '../../../language/format.ts'
import type { Bilingual } from '../bilingual.ts'

/**
 * The donor's years that a report touches, whole, each with its quarters and their days: "Q1" is another quarter in every fiscal year, so
 * a reader is told which.
 * @param fiscalStart first month of it
 */
export function fiscalLabels(span: Span, fiscalStart: number, bilingual: Bilingual): string {
  return wholeFiscalYears(span, fiscalStart)
    .map((year) =>
      bilingual.say((words) => {
        const quarters = quartersIn(year).map((quarter, at) => {
          const days = datesOf({ from: quarter, to: quarter })
          return words.t('releases:workbook.cover.fiscal-quarter', {
            nth: at + 1,
            first: dayAndMonth(days.first, words.language),
            last: dayAndMonth(days.last, words.language),
          })
        })
        return words.t('releases:workbook.cover.fiscal-year', {
          year: periodName(year, words.language),
          dates: dates(year, words.language),
          quarters: quarters.join('; '),
        })
      }),
    )
    .join('\n')
}
