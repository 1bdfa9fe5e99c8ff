import type { NativeChart } from '../../../spreadsheet/native-charts/chart.ts'
import { pointsAcross } from '../../../spreadsheet/writing/room.ts'
import type { Bilingual } from '../bilingual.ts'
import type { ColumnPlan, RowPlan } from '../plan.ts'
import { running } from '../print/running.ts'
import type { SeriesChart } from './series-charts.ts'

/** What stands before the charts: the code and what they show in words. */
const WORDS = 2

/**
 * Charts under the table of a sheet, as many beside each other as can be read, each row of them beside the codes of what it shows.
 * @param row of the sheet in which the first stands, from 0
 */
export function chartsUnder(
  drawn: readonly SeriesChart[],
  bilingual: Bilingual,
  {
    columns,
    row,
    size: { wide, height },
  }: { columns: readonly ColumnPlan[]; row: number; size: { wide: number; height: number } },
): { rows: RowPlan[]; charts: NativeChart[] } {
  if (drawn.length === 0) return { rows: [], charts: [] }
  const rows: RowPlan[] = running(bilingual.t('releases:workbook.chart.lead'), columns, 'note').map((one) => ({
    ...one,
    keepWithNext: true,
  }))
  const charts: NativeChart[] = []
  const edges = edgesIn(columns, wide)
  const beside = edges.length - 1
  for (let at = 0; at < drawn.length; at += beside) {
    const some = drawn.slice(at, at + beside)
    const here = row + rows.length
    rows.push({ cells: [null, wordsFor(some, bilingual)], style: 'text', height })
    for (const [nth, { chart }] of some.entries())
      charts.push({
        ...chart,
        over: { from: { ...edges[nth]!, row: here }, to: { ...edges[nth + 1]!, row: here + 1 } },
      })
  }
  return { rows, charts }
}

function wordsFor(charts: readonly SeriesChart[], { t }: Bilingual): string {
  return t('releases:workbook.chart.row', { codes: charts.map(({ code }) => code).join(', ') })
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
