import type { Bilingual } from '../bilingual.ts'
import type { SheetPlan } from '../plan.ts'
import { printedAs } from '../print/pages.ts'
import { chartColumns, chartsBeside } from './charts-beside.ts'
import { chartsUnder } from './charts-under.ts'
import type { SeriesChart } from './series-charts.ts'

/**
 * How large a chart is, the largest first: `wide` in characters, as columns are, at least; `height` in points. The smallest is enough
 * for a title, a legend and three lines of numbers.
 */
export const CHART_SIZES = [
  { wide: 46, height: 210 },
  { wide: 46, height: 180 },
  { wide: 38, height: 160 },
  { wide: 38, height: 140 },
  { wide: 38, height: 120 },
  { wide: 38, height: 110 },
  { wide: 38, height: 100 },
] as const

/** Columns of numbers as wide as that have headings of fewer lines, and leave charts less room. */
const LEAST_WIDTHS = [8, 7, 6] as const

type WithoutCharts = (beside: { said: string[]; least?: number }) => SheetPlan
type Size = (typeof CHART_SIZES)[number]

/**
 * A sheet with its charts where they take the fewest pages and are the largest: at the right of its table if a page has room for that,
 * else under it.
 * @param sheetFor the sheet without them; `said`: what is to be said of charts above its table; `least`: how wide its columns of numbers
 * are at least, absent where they may be as wide as the page
 */
export function withCharts(
  drawn: readonly SeriesChart[],
  bilingual: Bilingual,
  across: number,
  sheetFor: WithoutCharts,
): SheetPlan {
  const plain = sheetFor({ said: [] })
  if (drawn.length === 0) return plain
  const said = [bilingual.t('releases:workbook.chart.lead-beside')]
  const narrow = LEAST_WIDTHS.map((least) => sheetFor({ said, least }))
  const sheets = CHART_SIZES.flatMap((size) => [
    ...narrow.flatMap((sheet) => besideIn(sheet, drawn, size, across, bilingual)),
    withUnder(plain, drawn, size, bilingual),
  ])
  return onFewestPages(sheets)
}

/** Beside the rows of their indicators or, where fewer have room so, as high as they can; what has none at the right stands under the table. */
function besideIn(
  sheet: SheetPlan,
  drawn: readonly SeriesChart[],
  size: Size,
  across: number,
  bilingual: Bilingual,
): SheetPlan[] {
  const more = chartColumns(sheet, across)
  if (more.length === 0) return []
  return [true, false].flatMap((isAligned) => {
    const place = { first: sheet.columns.length, lanes: more.length, height: size.height, isAligned }
    const { charts, left } = chartsBeside(drawn, sheet, place)
    // A table that is lower than a chart has none beside it.
    return charts.length === 0
      ? []
      : withUnder({ ...sheet, columns: [...sheet.columns, ...more], charts }, left, size, bilingual)
  })
}

function withUnder(sheet: SheetPlan, left: readonly SeriesChart[], size: Size, bilingual: Bilingual): SheetPlan {
  const under = chartsUnder(left, bilingual, { columns: sheet.columns, row: sheet.rows.length, size })
  return { ...sheet, rows: [...sheet.rows, ...under.rows], charts: [...(sheet.charts ?? []), ...under.charts] }
}

/** The first of those that take no page more than any other. */
function onFewestPages(sheets: readonly SheetPlan[]): SheetPlan {
  const pages = sheets.map((sheet) => printedAs(sheet).breaks.length)
  return sheets[pages.indexOf(Math.min(...pages))]!
}
