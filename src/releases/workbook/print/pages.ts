import { pointsOnPaper } from '../../../spreadsheet/writing/room.ts'
import type { ColumnPlan, RowPlan, SheetPlan } from '../plan.ts'
import { heightOf } from './row-heights.ts'

/** In inches, as files have them: enough for the feet of pages, and for printers. */
export const PAPER_MARGINS = { left: 0.3, right: 0.3, top: 0.25, bottom: 0.4, header: 0.2, footer: 0.22 } as const
const INCH = 72
const A4 = { short: (210 / 25.4) * INCH, long: (297 / 25.4) * INCH }
/** Letters of nine points are read well at this per cent, seven points, and more rows stand on a page. */
const LARGEST = 78
/** Programs round heights to pixels, each in its own way. */
const SLACK = 0.98

/** How a sheet stands on paper: `scale` in per cent, `breaks` the rows, from 0, after which a page ends. */
export type Printed = { scale: number; breaks: number[] }

/**
 * One page across, and no heading at the foot of a page: what a row belongs to is on its page. The scale is given rather than "fit to
 * one page", under which programs take no page break. A row that is to stand with the next one goes over with it; headings that are
 * repeated take their room on each page.
 */
export function printedAs(sheet: Pick<SheetPlan, 'columns' | 'rows' | 'print'>): Printed {
  const { columns, rows, print } = sheet
  const heights = rows.map((row) => row.height ?? heightOf(row, sheet))
  const down = roomOn(print).down
  const tall = print.onePage ? down / sum(heights) : 1
  const scale = Math.max(10, Math.min(wholeScale(columns.slice(0, print.columns), print), Math.floor(100 * tall)))
  const page = down / (scale / 100)
  return { scale, breaks: print.onePage || print.isOff ? [] : breaksOf(rows, heights, page, print.repeatRows) }
}

/** How many characters of the standard letters are as wide as a page on which letters are as large as they get. */
export function acrossPage(paper: { landscape: boolean }): number {
  return Math.floor(roomOn(paper).across / (LARGEST / 100) / pointsOnPaper([{ width: 1 }]))
}

function wholeScale(columns: readonly ColumnPlan[], paper: { landscape: boolean }): number {
  return Math.min(LARGEST, Math.floor((100 * roomOn(paper).across) / pointsOnPaper(columns)))
}

function roomOn({ landscape }: { landscape: boolean }): { across: number; down: number } {
  const [across, down] = landscape ? [A4.long, A4.short] : [A4.short, A4.long]
  return {
    across: (across - (PAPER_MARGINS.left + PAPER_MARGINS.right) * INCH) * SLACK,
    down: (down - (PAPER_MARGINS.top + PAPER_MARGINS.bottom) * INCH) * SLACK,
  }
}

/** @param page how tall it is, in points of the sheet @param repeated number of the row that stands on each page, from 1; 0 = none */
function breaksOf(rows: readonly RowPlan[], heights: readonly number[], page: number, repeated: number): number[] {
  const again = repeated > 0 ? heights[repeated - 1]! : 0
  const breaks: number[] = []
  let [begun, used] = [0, 0]
  for (let at = 0; at < rows.length; at = endOf(rows, at)) {
    const end = endOf(rows, at)
    const height = sum(heights.slice(at, end))
    if (at > begun && used + height > page) {
      breaks.push(at - 1)
      ;[begun, used] = [at, again]
    }
    used += height
  }
  return breaks
}

/** Before which row those end that are to stay together. */
function endOf(rows: readonly RowPlan[], at: number): number {
  let end = at
  while (end < rows.length - 1 && rows[end]!.keepWithNext) end++
  return end + 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
