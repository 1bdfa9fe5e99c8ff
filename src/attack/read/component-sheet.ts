import type { Measure } from '../../vocabulary/indicator.ts'
import { isHeading, type PeriodColumn, periodColumns } from './columns.ts'
import { groupOfRow } from './data-sheet.ts'
import { type Sheet, type SheetCell, textAt } from './read-xlsx.ts'
import { seriesKey, type ToldFigure } from './report.ts'
import { isSaying } from './sayings.ts'
import { countOfCell, partsOf } from './value.ts'

type ComponentTable = { indicator: string; breakdown: string | null; columns: PeriodColumn[] }

/** The tables of a component's sheet: quarters of the project, provinces, breakdowns. A sheet without any gives none. */
export function readTables(
  { rows }: Sheet,
  measures: ReadonlyMap<string, Measure>,
): { told: ToldFigure[]; overlapping: string[] } {
  const told: ToldFigure[] = []
  const overlapping: string[] = []
  let indicator: string | null = null
  let table: ComponentTable | null = null
  for (const [nth, row] of rows.entries()) {
    const first = textAt(row, 0)
    const code = /^(\S+) {2}/.exec(first ?? '')?.[1]
    if (code && measures.has(code)) indicator = code
    if (indicator && isSaying(textAt(row, 1), 'releases:workbook.column.notes')) {
      const isPlaces = isHeading(first, 'place')
      table = { indicator, breakdown: isPlaces ? null : first, columns: periodColumns(row) }
    } else if (first === null) table = null
    else if (table?.breakdown && isSaying(first, 'releases:workbook.overlapping'))
      overlapping.push(seriesKey(table.indicator, table.breakdown))
    else if (table) told.push(...toldIn(table, rows, nth, measures.get(table.indicator)!))
  }
  return { told, overlapping }
}

/** What a row tells, with the rows under it that say what it rests on; those are named after it, and tell nothing by themselves. */
function toldIn(
  { indicator, breakdown, columns }: ComponentTable,
  rows: readonly (readonly SheetCell[])[],
  nth: number,
  measure: Measure,
): ToldFigure[] {
  const label = textAt(rows[nth]!, 0)!
  const isUnder = (row: readonly SheetCell[] | undefined) =>
    row !== undefined && textAt(row, 0)?.startsWith(`${oneLine(label)}: `)
  const under = [rows[nth + 1], rows[nth + 2]].filter(isUnder)
  const group = groupOfRow(breakdown, { category: label, place: label })
  return columns.flatMap(({ nth: at, span, period }) => {
    const entries = { value: rows[nth]![at] ?? null, upper: under[0]?.[at] ?? null, lower: under[1]?.[at] ?? null }
    return partsOf(measure, entries).flatMap(([part, entry]) => {
      const count = countOfCell(entry)
      return count ? [{ indicator, ...group, span, period, part, ...count }] : []
    })
  })
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ')
}
