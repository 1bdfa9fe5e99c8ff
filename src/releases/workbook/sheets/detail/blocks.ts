import { NOTHING } from '../../../../language/text.ts'
import type { Bilingual } from '../../bilingual.ts'
import type { Cell, ColumnPlan, RowPlan } from '../../plan.ts'
import { fittingColumn } from '../../print/column-widths.ts'
import { acrossPage, pageHeight } from '../../print/pages.ts'
import { heightOf } from '../../print/row-heights.ts'
import { running } from '../../print/running.ts'
import type { DetailColumn, DetailLine, DetailLines } from './rows.ts'

/** An indicator on a sheet of details: its title, its lines, and what has to be known of them. */
export type DetailPart = {
  /** Null: it goes on from the part before. */
  title: string | null
  /** What holds of all that stands under the title. */
  about: string[]
  columns: DetailColumn[]
  lines: DetailLines[]
  /** What holds of these lines alone. */
  notes: string[]
}

/** Tables under each other: what stands before the columns of their parts, and the parts. */
export type DetailTables = { lead: string[]; parts: DetailPart[] }

/** How a sheet of details stands: how wide its columns are, and which way its paper lies. */
export type DetailSheet = { columns: ColumnPlan[]; landscape: boolean }

/**
 * Indicators with the same columns stand in one table. A table that is longer than a page ends with it and begins anew on the next with
 * its headings: no row of numbers is without those, on screens neither.
 * @param above rows that stand above the first table
 */
export function blocksFor({ lead, parts }: DetailTables, sheet: DetailSheet, above: readonly RowPlan[]): RowPlan[] {
  const page = pageHeight(sheet)
  const height = (rows: readonly RowPlan[]) => rows.reduce((sum, row) => sum + heightOf(row, sheet), 0)
  const rows = [...above]
  let used = height(rows)
  for (const same of withSameColumns(parts)) {
    const heading: RowPlan = {
      cells: [...lead, ...same[0]!.columns.map((one) => one.heading)],
      style: 'heading',
      keepWithNext: true,
    }
    let isOpen = false
    for (const unit of same.flatMap((part) => unitsOf(part, sheet.columns))) {
      const needed = height(unit) + (isOpen ? 0 : height([heading]))
      const isFull = used + needed > page
      if (isFull || !isOpen) {
        rows.push(isFull ? { ...heading, newPage: true } : heading)
        used = (isFull ? 0 : used) + height([heading])
        isOpen = true
      }
      rows.push(...unit)
      used += height(unit)
    }
  }
  return rows
}

/** In the order in which their columns come first. */
function withSameColumns(parts: readonly DetailPart[]): DetailPart[][] {
  const same = new Map<string, DetailPart[]>()
  for (const part of parts) {
    const key = part.columns.map((one) => one.key).join()
    same.set(key, [...(same.get(key) ?? []), part])
  }
  return [...same.values()]
}

/** What may not be parted by the end of a page: the title and the first lines, each value with what it rests on, the last with the notes. */
function unitsOf(part: DetailPart, wide: readonly ColumnPlan[]): RowPlan[][] {
  const { title, about, lines, columns, notes } = part
  // Where there is none of a period it was not asked for.
  const rowOf = ({ lead, cells }: DetailLine): RowPlan => ({
    cells: [...lead, ...columns.map(({ key }) => cells.get(key) ?? NOTHING)],
  })
  const titles = title === null ? [] : titleRows(title, about, wide)
  const units = lines.map((one) => one.map(rowOf))
  units[0]?.unshift(...titles)
  units.at(-1)?.push(...notes.flatMap((note) => running(note, wide, 'note')))
  return units.map((unit) =>
    unit.map((row, at): RowPlan => (at < unit.length - 1 ? { ...row, keepWithNext: true } : row)),
  )
}

/** The title with what has to be known beside it or, where that has no room in the line, under it. */
function titleRows(title: string, about: readonly string[], wide: readonly ColumnPlan[]): RowPlan[] {
  const together = running([title, ...about].join(' · '), wide, 'group')
  if (together.length === 1) return together
  const under = about.flatMap((note) => running(note, wide, 'note'))
  return [...running(title, wide, 'group'), ...under.map((row): RowPlan => ({ ...row, keepWithNext: true }))]
}

/** As wide as what stands in them, upright if that has room across the page; room that is left over saves lines of headings. */
export function sheetFor(tables: DetailTables, bilingual: Bilingual): DetailSheet {
  const least = columnsFor(tables, bilingual)
  const width = least.reduce((sum, column) => sum + column.width, 0)
  const landscape = width > acrossPage({ landscape: false })
  const first = tables.lead.length
  const spare = acrossPage({ landscape }) - width
  const more = Math.max(0, Math.floor((10 * spare) / Math.max(1, least.length - first)) / 10)
  const columns = least.map((column, at) =>
    at < first ? column : { width: Math.max(column.width, Math.min(WIDEST_PERIOD, tenths(column.width + more))) },
  )
  return { columns, landscape }
}

const WIDEST_PERIOD = 14

function tenths(width: number): number {
  return Math.round(10 * width) / 10
}

function columnsFor({ lead, parts }: DetailTables, bilingual: Bilingual): ColumnPlan[] {
  const most = Math.max(0, ...parts.map(({ columns }) => columns.length))
  return [
    ...lead.map((heading, at) => leadColumn(heading, at, parts, bilingual)),
    ...Array.from({ length: most }, (_, at) => ofColumn(at, parts, bilingual)),
  ]
}

function leadColumn(heading: string, at: number, parts: readonly DetailPart[], bilingual: Bilingual): ColumnPlan {
  const cells = parts.flatMap(({ lines }) => lines.flat().map((line) => line.lead[at] ?? null))
  return fittingColumn(cells, { heading, bilingual, least: 5, most: 34 })
}

/** Tables of a sheet share its columns, whatever stands in them. */
function ofColumn(at: number, parts: readonly DetailPart[], bilingual: Bilingual): ColumnPlan {
  const cells: Cell[] = []
  const headings = new Set<string>()
  for (const { columns, lines } of parts) {
    const column = columns[at]
    if (!column) continue
    headings.add(column.heading)
    for (const line of lines.flat()) cells.push(line.cells.get(column.key) ?? NOTHING)
  }
  const heading = [...headings].join(' ').replaceAll('\n', ' ')
  return fittingColumn(cells, { heading, bilingual, least: 6, most: 14, byWords: true })
}
