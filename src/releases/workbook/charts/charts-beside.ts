import type { NativeChart } from '../../../spreadsheet/native-charts/chart.ts'
import { plainValue, type RowPlan, type SheetPlan } from '../plan.ts'
import { printedAs } from '../print/pages.ts'
import { heightOf } from '../print/row-heights.ts'
import type { SeriesChart } from './series-charts.ts'

/** Narrower ones are not read. In characters, as columns are. */
const LEAST = 38
/** Wider ones say no more. */
const MOST = 64

/** Columns for charts in the room that a sheet leaves on a page, none where it leaves too little. */
export function chartColumns({ columns }: Pick<SheetPlan, 'columns'>, across: number): SheetPlan['columns'] {
  const room = across - columns.reduce((sum, { width }) => sum + width, 0)
  const beside = Math.floor(room / LEAST)
  const width = Math.floor(10 * Math.min(MOST, room / beside)) / 10
  return Array.from({ length: Math.max(0, beside) }, () => ({ width }))
}

type Placing = {
  /** The first of the columns that are for charts, and how many there are. */
  first: number
  lanes: number
  /** In points. */
  height: number
  /** No chart stands above the rows of what it shows; else each stands as high as it can. */
  isAligned: boolean
}

/**
 * Charts at the right of the table, each beside the rows of its indicator or under the chart before it, and none over the end of a page.
 * `left`: those for which the pages of the table have no room.
 */
export function chartsBeside(
  drawn: readonly SeriesChart[],
  sheet: SheetPlan,
  { first, lanes, height, isAligned }: Placing,
): { charts: NativeChart[]; left: SeriesChart[] } {
  const heights = sheet.rows.map((row) => row.height ?? heightOf(row, sheet))
  const ends = [...printedAs(sheet).breaks.map((row) => row + 1), sheet.rows.length]
  const free: number[] = Array.from({ length: lanes }, () => sheet.table!.headingRow)
  const charts: NativeChart[] = []
  const left: SeriesChart[] = []
  for (const one of drawn) {
    const lane = free.indexOf(Math.min(...free))
    const wanted = isAligned ? firstRowOf(one.code, sheet.rows) : 0
    const place = placeFor(Math.max(free[lane]!, wanted), free[lane]!, height, { heights, ends })
    if (!place) {
      left.push(one)
      continue
    }
    const column = first + lane
    charts.push({
      ...one.chart,
      over: { from: { column, row: place.from }, to: { column: column + 1, row: place.to } },
    })
    free[lane] = place.to
  }
  return { charts, left }
}

type Pages = { heights: readonly number[]; ends: readonly number[] }

/** From a row on or, where the page ends too soon, as much higher as there is room, or on the next page. */
function placeFor(wanted: number, free: number, height: number, pages: Pages): { from: number; to: number } | null {
  const { heights, ends } = pages
  const end = ends.find((one) => one > wanted)
  if (end === undefined) return null
  for (let from = wanted; from >= free && isSamePage(from, wanted, ends); from--) {
    const to = rowAfter(from, height, heights)
    if (to !== null && to <= end) return { from, to }
  }
  return end < heights.length ? placeFor(end, end, height, pages) : null
}

function isSamePage(one: number, other: number, ends: readonly number[]): boolean {
  return ends.find((end) => end > one) === ends.find((end) => end > other)
}

/** Before which row it ends; null: there are not so many. */
function rowAfter(from: number, height: number, heights: readonly number[]): number | null {
  let covered = 0
  for (let at = from; at < heights.length; at++) {
    covered += heights[at]!
    if (covered >= height) return at + 1
  }
  return null
}

function firstRowOf(code: string, rows: readonly RowPlan[]): number {
  return rows.findIndex(({ cells, style }) => style !== 'heading' && plainValue(cells[0] ?? null) === code)
}
