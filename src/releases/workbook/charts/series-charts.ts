import type { NativeChart } from '../../../spreadsheet/native-charts/chart.ts'
import { pointsAcross } from '../../../spreadsheet/writing/room.ts'
import type { ReleaseTable } from '../../content/content.ts'
import type { Bilingual } from '../bilingual.ts'
import type { DataTable } from '../data-sheet/table.ts'
import type { ColumnPlan, RowPlan } from '../plan.ts'
import { running } from '../print/running.ts'
import { seriesChart, type UnplacedChart } from './series-chart.ts'

/**
 * How large a chart is, the largest first: `wide` in characters, as columns are, at least; `height` in points. The smallest is enough
 * for a title, a legend and three lines of numbers.
 */
export const CHART_SIZES = [
  { wide: 46, height: 210 },
  { wide: 46, height: 180 },
  { wide: 38, height: 160 },
  { wide: 38, height: 140 },
  { wide: 30, height: 140 },
  { wide: 30, height: 120 },
  { wide: 30, height: 100 },
] as const
export type ChartSize = (typeof CHART_SIZES)[number]
/** Of fewer the table is as easy to read. */
const LEAST_PERIODS = 4
/** What stands before the charts: the code and what they show in words. */
const WORDS = 2

/**
 * Charts of the series of a sheet, as many beside each other under its tables as can be read, each row of them beside the codes of what it shows.
 * @param row of the sheet in which the first stands, from 0
 */
export function seriesCharts(
  tables: readonly ReleaseTable[],
  {
    data,
    bilingual,
    columns,
    row,
    size,
  }: {
    data: DataTable
    bilingual: Bilingual
    columns: readonly ColumnPlan[]
    row: number
    size: ChartSize
  },
): { rows: RowPlan[]; charts: NativeChart[] } {
  const long = tables.filter(({ table }) => table.columns.length >= LEAST_PERIODS)
  const drawn = long.flatMap((table) => seriesChart(table, data, bilingual) ?? [])
  if (drawn.length === 0) return { rows: [], charts: [] }
  const rows: RowPlan[] = running(bilingual.t('releases:workbook.chart.lead'), columns, 'note').map((one) => ({
    ...one,
    keepWithNext: true,
  }))
  const charts: NativeChart[] = []
  const edges = edgesIn(columns, size.wide)
  const beside = edges.length - 1
  for (let at = 0; at < drawn.length; at += beside) {
    const some = drawn.slice(at, at + beside)
    const here = row + rows.length
    rows.push({ cells: [null, wordsFor(some, bilingual)], style: 'text', height: size.height })
    for (const [nth, chart] of some.entries())
      charts.push({
        ...chart,
        over: { from: { ...edges[nth]!, row: here }, to: { ...edges[nth + 1]!, row: here + 1 } },
      })
  }
  return { rows, charts }
}

function wordsFor(charts: readonly UnplacedChart[], { t }: Bilingual): string {
  return t('releases:workbook.chart.row', { codes: charts.map(({ title }) => title.split(' ')[0]).join(', ') })
}

/** Where the room after the words is parted into as many equal parts as charts stand beside each other: columns, and points into them. */
function edgesIn(columns: readonly ColumnPlan[], wide: number): { column: number; points: number }[] {
  const room = columns.slice(WORDS)
  const beside = Math.max(1, Math.floor(room.reduce((sum, { width }) => sum + width, 0) / wide))
  const each = pointsAcross(room) / beside
  return Array.from({ length: beside + 1 }, (_, nth) => {
    if (nth === beside) return { column: columns.length, points: 0 }
    let column = WORDS
    while (pointsAcross(columns.slice(WORDS, column + 1)) <= each * nth) column++
    return { column, points: each * nth - pointsAcross(columns.slice(WORDS, column)) }
  })
}
