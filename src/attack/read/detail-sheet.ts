import type { Span } from '../../calendar/span.ts'
import { TRAITS } from '../../indicators/measure.ts'
import type { Measure } from '../../vocabulary/indicator.ts'
import { byColumn, type Headings, headingColumns, type PeriodColumn, periodColumns } from './columns.ts'
import { groupOfRow } from './data-sheet.ts'
import { type Sheet, type SheetCell, textAt } from './read-xlsx.ts'
import { seriesKey, type ToldFigure, type ToldPart } from './report.ts'
import { firstMonth, isSaying, partedBy } from './sayings.ts'
import { countOfCell } from './value.ts'

const KEYS = ['ref', 'place', 'by', 'category', 'years', 'line'] as const
type DetailKey = (typeof KEYS)[number]
/**
 * `parts`: where what a value rests on stands, if it stands beside it and not in rows of its own; `other`: the period of rows that are
 * told by years of their own.
 */
type DetailColumns = PeriodColumn & { other: PeriodColumn | null; parts: ReadonlyMap<ToldPart, number> }
type DetailTable = Headings<DetailKey> & { periods: DetailColumns[] }

/**
 * Tables of indicators by periods, as sheets of components, of shorter periods and of breakdowns have them: each row bears the code of
 * its indicator; in reports of earlier versions headings stand above every table again. What a value rests on stands beside it or, where
 * a column says what each row is, under it. A sheet without any gives none.
 */
export function readDetails(
  { rows }: Sheet,
  measures: ReadonlyMap<string, Measure>,
): { told: ToldFigure[]; overlapping: string[] } {
  const told: ToldFigure[] = []
  const overlapping: string[] = []
  let table: DetailTable | null = null
  let last: ToldFigure | null = null
  for (const [nth, row] of rows.entries()) {
    const found = tableIn(row, nth)
    if (found) table = found
    else if (table) {
      const read = toldIn(table, row, measures)
      last = read.at(-1) ?? last
      told.push(...read)
      // After the code or, in reports of earlier versions, in its place.
      const isOverlapping = [0, 1].some((at) => isSaying(textAt(row, at), 'releases:workbook.overlapping'))
      if (last?.breakdown && isOverlapping) overlapping.push(seriesKey(last.indicator, last.breakdown))
    }
  }
  return { told, overlapping }
}

function tableIn(row: readonly SheetCell[], nth: number): DetailTable | null {
  const columns = headingColumns(row, KEYS)
  // The tracking table has a column of breakdowns too, and columns of years, which are no rows of categories.
  if (!columns.has('ref') || !(columns.has('place') || columns.has('category'))) return null
  const [periods, others] = [0, 1].map((which) => periodColumns(row.map((one) => headingOf(one, which))))
  const found = periods!.map((one): DetailColumns => {
    const other = others!.find(({ nth: column }) => column === one.nth) ?? null
    return { ...one, other, parts: partsAfter(row, one.nth) }
  })
  return found.length === 0 ? null : { row: nth, columns, beside: new Map(), periods: found }
}

/** Of a column of two periods, the one of the report's years before that of others, one of them; the second is blank where there is one. */
function headingOf(entry: SheetCell, which: number): SheetCell {
  return { ...entry, text: partedBy(entry.text ?? '', 'releases:workbook.years.or')[which] || null }
}

/** The value itself, and what stands in the columns after it until the next period: one may be of numerators and of n. */
function partsAfter(row: readonly SheetCell[], at: number): Map<ToldPart, number> {
  const found = new Map<ToldPart, number>([['amount', at]])
  for (let next = at + 1; ; next++) {
    const [name] = textAt(row, next)?.split(': ') ?? []
    const side = BESIDE.find((one) => isSaying(name ?? null, `releases:workbook.line-beside.${one}`))
    if (!side) return found
    for (const part of PARTS_BESIDE[side]) found.set(part, next)
  }
}

const PARTS_BESIDE = {
  upper: ['numerator', 'n'],
  lower: ['denominator'],
  // Of reports of earlier versions, in which ratios and means stood in tables of their own.
  ...{ numerator: ['numerator'], denominator: ['denominator'], n: ['n'] },
} as const satisfies Record<string, readonly ToldPart[]>
const BESIDE = Object.keys(PARTS_BESIDE) as (keyof typeof PARTS_BESIDE)[]

function toldIn(table: DetailTable, row: readonly SheetCell[], measures: ReadonlyMap<string, Measure>): ToldFigure[] {
  const at = byColumn(row, table)
  const indicator = at('ref')?.text ?? ''
  const measure = measures.get(indicator)
  if (!measure) return []
  const line = table.columns.has('line') ? partOf(at('line')?.text ?? null) : null
  const breakdown = at('by')?.text ?? null
  const group = groupOfRow(breakdown, { category: at('category')?.text ?? null, place: at('place')?.text ?? '' })
  const years = at('years')?.text ?? null
  return table.periods.flatMap(({ parts, ...column }) => {
    const { span, period } = periodOf(column, years)
    return [...parts].flatMap(([beside, nth]) => {
      const part = line ?? beside
      const count = TRAITS[measure].counted.includes(part) ? countOfCell(row[nth] ?? null) : null
      return count ? [{ indicator, ...group, span, period, part, ...count }] : []
    })
  })
}

/**
 * Which of two periods a row is told by: it says the months of its years or, in reports of earlier versions, what they are called. The
 * calendar's may be the report's own years, or those of what these would cut.
 */
function periodOf({ other, ...first }: Omit<DetailColumns, 'parts'>, years: string | null): PeriodColumn {
  if (!other) return first
  const month = firstMonth(years)
  const isCalendar = month === 1 || isSaying(years, 'releases:workbook.years.calendar')
  const isOther = isCalendar
    ? !isOfCalendar(first.span)
    : (month !== null && !isOfYears(first.span, month)) || isSaying(years, 'releases:workbook.years.own')
  return isOther ? other : first
}

/** Whether a span is a year from some month on, or the beginning or the end of one. */
function isOfYears({ from, to }: Span, month: number): boolean {
  const start = Math.floor((month - 1) / 3)
  return from % 4 === start || (to + 1) % 4 === start
}

function isOfCalendar({ from, to }: Span): boolean {
  return from % 4 === 0 && to - from < 4
}

const BASES = ['numerator', 'denominator', 'n'] as const

function partOf(line: string | null): ToldPart {
  const found = BASES.find((one) => isSaying(line, `releases:workbook.line.${one}`))
  return found ?? 'amount'
}
