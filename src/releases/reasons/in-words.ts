import { dayAt } from '../../calendar/day.ts'
import { day, quarter } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { writtenLines } from '../explanations/page.ts'
import type { Reopening } from './reopening.ts'

/** A reason as it was written, and of which report and when, without who wrote it. */
export function reopeningWords(
  { partner, place, quarter: of, at, reason, rows }: Reopening,
  { t, of: said, language }: Words,
) {
  return {
    by: t('releases:reasons.by', {
      ...{ partner: said(partner), place: said(place), quarter: quarter(of, language) },
      day: day(dayAt(at), language),
    }),
    lines: [...writtenLines(reason), ...rows.flatMap((row) => writtenLines(`${row.indicator}: ${row.text}`))],
  }
}
