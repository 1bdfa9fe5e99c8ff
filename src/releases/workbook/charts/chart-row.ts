import type { NativeChart } from '../../../spreadsheet/native-charts/chart.ts'
import type { RowPlan } from '../plan.ts'
import type { UnplacedChart } from './series-chart.ts'

/** In points: of a title, the numbers and a legend, and of each bar with a number in it. */
const [AROUND, BAR] = [76, 18]

/**
 * A chart has a row of its own, in which it stands beside the words of what it shows.
 * @param row which of the sheet it is, from 0
 * @param columns from the first to before the second
 */
export function chartRow(
  chart: UnplacedChart,
  row: number,
  { from, to }: { from: number; to: number },
): { row: RowPlan; chart: NativeChart } {
  return {
    row: { cells: [chart.alt], style: 'text', height: AROUND + BAR * chart.categories.values.length },
    chart: { ...chart, over: { from: { column: from, row }, to: { column: to, row: row + 1 } } },
  }
}
