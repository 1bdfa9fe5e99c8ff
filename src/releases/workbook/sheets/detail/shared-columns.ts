import { type Span, wholeFiscalYears } from '../../../../calendar/span.ts'
import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseContent } from '../../../content/content.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import { isEndingIn, yearsOf } from '../years.ts'
import { monthsAcross } from './dates-under.ts'
import { columnsOfPeriods, type DetailColumn, type DetailPeriod, inOrder } from './periods.ts'
import type { DetailRow, DetailTable } from './rows.ts'

/** A year of the report, and the period of other years that shares its column; null: none does. */
type PeriodPair = { year: DetailPeriod; other: DetailPeriod | null }

/**
 * The columns of a table. Where a donor's years cut the values of some indicators, these stand by years of their own: a column of each
 * would leave two thirds of a page empty, so the two years that end in one another share one, and each row says which its numbers are of.
 * @param more columns that stand after those of periods
 */
export function inSharedColumns(
  { lead, after, parts }: Pick<DetailTable, 'lead' | 'after' | 'parts'>,
  periods: readonly DetailPeriod[],
  { content, bilingual, more = [] }: { content: ReleaseContent; bilingual: Bilingual; more?: readonly DetailColumn[] },
): DetailTable {
  const each = inOrder(periods)
  const columns = columnsOfPeriods(each, bilingual)
  const rows = parts.flatMap((part) => part.rows)
  const pairs = pairsIn(each, yearsOf(content)).filter(({ other }) => other !== null)
  if (pairs.length === 0 || rows.some((row) => isOfBoth(row, pairs)))
    return { lead, periods: [...columns, ...more], after, parts }
  const columnOf = ({ key }: DetailPeriod) => columns.find(({ keys }) => keys[0] === key)!
  const shared = new Set(pairs.map(({ other }) => other!.key))
  const said = yearsSaid(pairs, content, bilingual)
  const withYears = (row: DetailRow): DetailRow => ({ ...row, lead: [...row.lead, yearsOfRow(row, pairs, said)] })
  return {
    lead: [...lead, bilingual.t('releases:workbook.column.years')],
    periods: [
      ...each
        .filter(({ key }) => !shared.has(key))
        .map((period) => {
          const other = pairs.find(({ year }) => year === period)?.other
          return other ? either(columnOf(period), columnOf(other), bilingual) : columnOf(period)
        }),
      ...more,
    ],
    after,
    parts: parts.map((part) => ({ ...part, rows: part.rows.map(withYears) })),
  }
}

/** Each period that is no year of the report, or the beginning of one, beside the first that ends with it or later in the same year. */
function pairsIn(periods: readonly DetailPeriod[], years: readonly Span[]): PeriodPair[] {
  const endsIn = ({ span }: DetailPeriod) => years.findIndex((year) => isEndingIn(span, year))
  const isOfReport = ({ span }: DetailPeriod) => years.some(({ from, to }) => span.from === from && span.to <= to)
  const pairs: PeriodPair[] = periods.filter(isOfReport).map((year) => ({ year, other: null }))
  for (const other of periods.filter((one) => !isOfReport(one))) {
    const free = pairs.find(
      (pair) => !pair.other && endsIn(pair.year) === endsIn(other) && pair.year.span.to >= other.span.to,
    )
    if (free) free.other = other
  }
  return pairs
}

function isOfBoth({ values }: DetailRow, pairs: readonly PeriodPair[]): boolean {
  return pairs.some(({ year }) => values.has(year.key)) && pairs.some(({ other }) => values.has(other!.key))
}

function yearsOfRow(
  { values }: DetailRow,
  pairs: readonly PeriodPair[],
  said: { year: string; other: string },
): string {
  if (pairs.some(({ other }) => values.has(other!.key))) return said.other
  return pairs.some(({ year }) => values.has(year.key)) ? said.year : NOTHING
}

/** The two kinds of years by their months, which are short and the same in both languages: "04 – 03", "01 – 12". */
function yearsSaid(pairs: readonly PeriodPair[], { release, fiscalStart }: ReleaseContent, bilingual: Bilingual) {
  const others = pairs.map(({ other }) => other!.span)
  const other = others.every(isOfCalendar) ? yearFrom(JANUARY, others[0]!) : others.find(isWhole)
  const start = release.layout.years === 'fiscal' ? fiscalStart : JANUARY
  return {
    year: monthsAcross(yearFrom(start, pairs[0]!.year.span), bilingual.main),
    other: other ? monthsAcross(other, bilingual.main) : inOneLine(bilingual.t('releases:workbook.years.own')),
  }
}

const JANUARY = 1

function yearFrom(month: number, span: Span): Span {
  return wholeFiscalYears(span, month)[0]!
}

function isWhole({ from, to }: Span): boolean {
  return to - from === 3
}

/** A year of the calendar, or the beginning of one. */
function isOfCalendar({ from, to }: Span): boolean {
  return from % 4 === 0 && to - from < 4
}

function either(year: DetailColumn, other: DetailColumn, { t }: Bilingual): DetailColumn {
  const or = ` ${inOneLine(t('releases:workbook.years.or'))} `
  return {
    keys: [...year.keys, ...other.keys],
    heading: `${year.heading}${or}${other.heading}`,
    short: `${year.short}${or}${other.short}`,
  }
}
