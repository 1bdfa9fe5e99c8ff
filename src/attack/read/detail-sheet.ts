import { TRAITS } from '../../indicators/measure.ts'
import type { Measure } from '../../vocabulary/indicator.ts'
import { byColumn, type Headings, headingColumns, type PeriodColumn, periodColumns } from './columns.ts'
import { nameOrWhole } from './data-sheet.ts'
import { type Sheet, type SheetCell, textAt } from './read-xlsx.ts'
import { seriesKey, type ToldFigure, type ToldPart } from './report.ts'
import { isSaying } from './sayings.ts'
import { countOfCell } from './value.ts'

const KEYS = ['ref', 'place', 'by', 'category', 'line'] as const
type DetailKey = (typeof KEYS)[number]
type Table = Headings<DetailKey> & { periods: PeriodColumn[] }

/**
 * Tables of indicators by periods, as sheets of components and of breakdowns have them: each row bears the code of its indicator, and
 * headings stand above every table again. A sheet without any gives none.
 */
export function readDetails(
  { rows }: Sheet,
  measures: ReadonlyMap<string, Measure>,
): { told: ToldFigure[]; overlapping: string[] } {
  const told: ToldFigure[] = []
  const overlapping: string[] = []
  let table: Table | null = null
  let last: ToldFigure | null = null
  for (const [nth, row] of rows.entries()) {
    const found = tableIn(row, nth)
    if (found) table = found
    else if (table) {
      const read = toldIn(table, row, measures)
      last = read.at(-1) ?? last
      told.push(...read)
      if (last?.breakdown && isSaying(textAt(row, 0), 'releases:workbook.overlapping'))
        overlapping.push(seriesKey(last.indicator, last.breakdown))
    }
  }
  return { told, overlapping }
}

function tableIn(row: readonly SheetCell[], nth: number): Table | null {
  const columns = headingColumns(row, KEYS)
  if (!columns.has('ref') || !columns.has('line')) return null
  return { row: nth, columns, beside: new Map(), periods: periodColumns(row) }
}

function toldIn(table: Table, row: readonly SheetCell[], measures: ReadonlyMap<string, Measure>): ToldFigure[] {
  const at = byColumn(row, table)
  const indicator = at('ref')?.text ?? ''
  const measure = measures.get(indicator)
  const part = partOf(at('line')?.text ?? null)
  if (!measure || !TRAITS[measure].counted.includes(part)) return []
  const breakdown = at('by')?.text ?? null
  const group = breakdown
    ? { place: null, breakdown, category: at('category')?.text ?? null }
    : { place: nameOrWhole(at('place')?.text ?? ''), breakdown, category: null }
  return table.periods.flatMap(({ nth, span, period }) => {
    const count = countOfCell(row[nth] ?? null)
    return count ? [{ indicator, ...group, span, period, part, ...count }] : []
  })
}

function partOf(line: string | null): ToldPart {
  const found = (['numerator', 'denominator', 'n'] as const).find((one) =>
    isSaying(line, `releases:workbook.line.${one}`),
  )
  return found ?? 'amount'
}
