import type { NativeChart } from '../../../spreadsheet/native-charts/chart.ts'
import type { ColumnPlan, RowPlan } from '../plan.ts'
import { heightOf } from '../print/row-heights.ts'
import type { UnplacedChart } from './series-chart.ts'

/** In points: of a title, the numbers and a legend, and of each bar with a number in it. */
const [AROUND, BAR] = [76, 18]

/**
 * A chart has a row of its own, in which it stands beside the words of what it shows.
 * @param row which of the sheet it is, from 0
 * @param place columns from the first to before the second, of those of the sheet
 */
export function chartRow(
  chart: UnplacedChart,
  row: number,
  { from, to, columns }: { from: number; to: number; columns: readonly ColumnPlan[] },
): { row: RowPlan; chart: NativeChart } {
  const words: RowPlan = { cells: [chart.alt], style: 'text' }
  const height = Math.max(AROUND + BAR * chart.categories.values.length, heightOf(words, { columns: [...columns] }))
  return {
    row: { ...words, height },
    chart: { ...chart, over: { from: { column: from, row }, to: { column: to, row: row + 1 } } },
  }
}
