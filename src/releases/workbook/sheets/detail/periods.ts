import type { Span } from '../../../../calendar/span.ts'
import type { Text } from '../../../../language/text.ts'
import type { ReleaseTable } from '../../../content/content.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import { datesUnder, yearDigits } from './dates-under.ts'

/** A period, or several of which a row has one, or all of them: by the keys of their values; `short` names it where it is named again. */
export type DetailColumn = { keys: readonly string[]; heading: string; short: string }

/**
 * A period of some tables; the same quarters are one period, named by the longest of those that tables call them: a year that begins in its
 * last quarter is that year.
 */
export type DetailPeriod = { key: string; label: Text; span: Span; isYear: boolean }

/** The periods of an indicator's tables: those of the finest table first, then the longer ones, each in the order of time. */
export function detailPeriods(tables: readonly ReleaseTable[], until: number): DetailPeriod[] {
  const found = new Map<string, DetailPeriod>()
  for (const { table } of tables)
    for (const [at, { key: name, label }] of table.columns.entries()) {
      const span = table.cells[0]?.[at]?.period
      if (!span || span.to > until) continue
      const key = periodKey(span)
      found.set(key, { key, label, span, isYear: YEAR.test(name) })
    }
  return [...found.values()]
}

/** What years are called by in addresses and tables, those of the calendar and of donors. */
const YEAR = /^(?:FY)?\d{4}$/

/** The longest of some periods, in the order of time, and those that lie within one of them: quarters within years. */
export function longestAndWithin(periods: readonly DetailPeriod[]): {
  longest: DetailPeriod[]
  within: DetailPeriod[]
} {
  const isWithin = ({ key, span }: DetailPeriod) =>
    periods.some((one) => one.key !== key && one.span.from <= span.from && one.span.to >= span.to)
  return { longest: inOrder(periods.filter((one) => !isWithin(one))), within: periods.filter(isWithin) }
}

/** Periods of several indicators, each once: in the order in which they end, the longer one of two before the other. */
export function inOrder(periods: readonly DetailPeriod[]): DetailPeriod[] {
  const each = [...new Map(periods.map((one) => [one.key, one])).values()]
  return each.sort((a, b) => a.span.to - b.span.to || a.span.from - b.span.from)
}

export function periodKey({ from, to }: Span): string {
  return `${from}-${to}`
}

/** Headings of periods; of two that are called the same the shorter one bears its dates wherever it is named. */
export function columnsOfPeriods(periods: readonly DetailPeriod[], bilingual: Bilingual): DetailColumn[] {
  return periods.map((period) => {
    const { key, label, span } = period
    const when = datesUnder(label[bilingual.main], span, bilingual)
    const short = shortName(period, bilingual)
    const name = period.isYear ? short : inOneLine(bilingual.of(label))
    const isLongest = periods.every(
      (one) => one.key === key || shortName(one, bilingual) !== short || lengthOf(one.span) < lengthOf(span),
    )
    return { keys: [key], heading: `${name} (${when})`, short: isLongest ? short : `${short} (${when})` }
  })
}

/** Of a year its digits, which say which of both it is: "2019", "2019/20". */
function shortName({ label, isYear }: DetailPeriod, { short }: Bilingual): string {
  return isYear ? yearDigits(short(label)) : short(label)
}

function lengthOf({ from, to }: Span): number {
  return to - from
}
