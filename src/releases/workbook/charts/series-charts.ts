import type { ReleaseTable } from '../../content/content.ts'
import type { Bilingual } from '../bilingual.ts'
import type { DataTable } from '../data-sheet/table.ts'
import { seriesChart, type UnplacedChart } from './series-chart.ts'

/** A chart with the code of the indicator that it shows. */
export type SeriesChart = { code: string; chart: UnplacedChart }

/** Of fewer the table is as easy to read. */
const LEAST_PERIODS = 4

/** Charts of the series of a sheet, in their order. */
export function seriesCharts(tables: readonly ReleaseTable[], data: DataTable, bilingual: Bilingual): SeriesChart[] {
  const long = tables.filter(({ table }) => table.columns.length >= LEAST_PERIODS)
  return long.flatMap((one) => {
    const chart = seriesChart(one, data, bilingual)
    return chart ? [{ code: one.table.indicator.code, chart }] : []
  })
}
