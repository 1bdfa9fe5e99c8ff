import type { Bilingual } from '../../bilingual.ts'
import type { Cell, ColumnPlan, RowPlan } from '../../plan.ts'
import { fittingColumn } from '../../print/column-widths.ts'
import { pageHeight } from '../../print/pages.ts'
import { heightOf } from '../../print/row-heights.ts'
import { running } from '../../print/running.ts'
import { type DetailPeriod, detailHeading } from './periods.ts'
import { cellsInOrder, type DetailLine, type DetailLines } from './rows.ts'

/** An indicator on a sheet of details: its title, its lines, and what has to be known of them. */
export type DetailPart = {
  /** Null: it goes on from the part before. */
  title: string | null
  periods: DetailPeriod[]
  lines: DetailLines[]
  notes: string[]
}

/** What stands before the periods, and after them. */
export type DetailFrame = { lead: string[]; kind: string; after: string[] }

/**
 * Indicators with the same periods stand in one table. A table that is longer than a page ends with it and begins anew on the next with
 * its headings: no row of numbers is without those, on screens neither.
 * @param above rows that stand above the first table
 */
export function blocksFor(
  parts: readonly DetailPart[],
  frame: DetailFrame,
  bilingual: Bilingual,
  above: (columns: ColumnPlan[]) => RowPlan[],
): { columns: ColumnPlan[]; rows: RowPlan[] } {
  const columns = columnsFor(parts, frame, bilingual)
  const page = pageHeight({ columns, landscape: true })
  const height = (rows: readonly RowPlan[]) => rows.reduce((sum, row) => sum + heightOf(row, { columns }), 0)
  const rows = above(columns)
  let used = height(rows)
  for (const same of withSamePeriods(parts)) {
    const { periods } = same[0]!
    const heading: RowPlan = {
      cells: [
        ...[...frame.lead, frame.kind],
        ...[...periods.map((one) => detailHeading(one, bilingual)), ...frame.after],
      ],
      style: 'heading',
      keepWithNext: true,
    }
    let isOpen = false
    for (const unit of same.flatMap((part) => unitsOf(part, columns))) {
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
  return { columns, rows }
}

/** In the order in which their periods come first. */
function withSamePeriods(parts: readonly DetailPart[]): DetailPart[][] {
  const same = new Map<string, DetailPart[]>()
  for (const part of parts) {
    const key = part.periods.map((one) => one.key).join()
    same.set(key, [...(same.get(key) ?? []), part])
  }
  return [...same.values()]
}

/** What may not be parted by the end of a page: the title and the first lines, each value with what it rests on, the last with the notes. */
function unitsOf({ title, lines, periods, notes }: DetailPart, columns: readonly ColumnPlan[]): RowPlan[][] {
  const rowOf = (line: DetailLine): RowPlan => ({
    cells: [...line.lead, line.kind, ...cellsInOrder(line, periods), ...line.after],
  })
  const titles = title === null ? [] : running(title, columns, 'group')
  const units = lines.map((one) => one.map(rowOf))
  units[0]?.unshift(...titles)
  units.at(-1)?.push(...notes.flatMap((note) => running(note, columns, 'note')))
  return units.map((unit) =>
    unit.map((row, at): RowPlan => (at < unit.length - 1 ? { ...row, keepWithNext: true } : row)),
  )
}

function columnsFor(parts: readonly DetailPart[], frame: DetailFrame, bilingual: Bilingual): ColumnPlan[] {
  const lines = parts.flatMap((part) => part.lines.flat())
  const most = Math.max(0, ...parts.map(({ periods }) => periods.length))
  const lead = frame.lead.map((heading, at) =>
    fittingColumn(
      lines.map((line) => line.lead[at] ?? null),
      { heading, bilingual, least: 5, most: 30 },
    ),
  )
  const kind = fittingColumn(
    lines.map((line) => line.kind),
    { heading: frame.kind, bilingual, least: 4, most: 18 },
  )
  // A table of fewer periods has what follows them sooner.
  const rest = Array.from({ length: most + frame.after.length }, (_, at): ColumnPlan => {
    const cells: Cell[] = []
    let heading = ''
    for (const { periods, lines: own } of parts) {
      const period = periods[at]
      const after = at - periods.length
      const said = period ? detailHeading(period, bilingual) : (frame.after[after] ?? '')
      heading += ` ${said.replaceAll('\n', ' ')}`
      for (const line of own.flat()) {
        const cell = period ? line.cells.get(period.key) : line.after[after]
        if (cell !== undefined) cells.push(cell)
      }
    }
    return fittingColumn(cells, { heading, bilingual, least: 6, most: 14, byWords: true })
  })
  const spare = ONE_PAGE - [...lead, kind, ...rest].reduce((sum, { width }) => sum + width, 0)
  // Room that is left over saves lines of headings.
  const more = Math.max(0, Math.floor((10 * spare) / rest.length) / 10)
  return [...lead, kind, ...rest.map(({ width }) => ({ width: Math.min(WIDEST_PERIOD, width + more) }))]
}

/** In characters of the standard letters: as wide as a page on which nine points are read. */
const ONE_PAGE = 160
const WIDEST_PERIOD = 16
