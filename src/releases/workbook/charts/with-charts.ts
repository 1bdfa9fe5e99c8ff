import type { Bilingual } from '../bilingual.ts'
import type { SheetPlan } from '../plan.ts'
import { printedAs } from '../print/pages.ts'
import { withRowHeights } from '../print/row-heights.ts'
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
  // Rows are measured once, however many ways are tried.
  const narrow = LEAST_WIDTHS.map((least) => withRowHeights(sheetFor({ said, least })))
  const wide = withRowHeights(plain)
  const tried = CHART_SIZES.flatMap((size) => [
    ...narrow.flatMap((sheet) => besideIn(sheet, drawn, size, across, bilingual)),
    { sheet: withUnder(wide, drawn, size, bilingual), least: areaOf(size) },
  ])
  return unmeasured(onFewestPages(tried))
}

/** A way to place charts; `least`: how large the smallest is, by what it is high and wide at least. */
type Tried = { sheet: SheetPlan; least: number }

function areaOf({ wide, height }: { wide: number; height: number }): number {
  return wide * height
}

/** Columns are not done yet: heights follow from them at last. */
function unmeasured(sheet: SheetPlan): SheetPlan {
  const own = sheet.table!.lastRow!
  const rows = sheet.rows.map(({ height, ...row }, at) => (at < own || height === undefined ? row : { ...row, height }))
  return { ...sheet, rows }
}

/**
 * Beside the rows of their indicators or, where fewer have room so, as high as they can; what has none at the right stands under the
 * table, as large as it may without one page more.
 */
function besideIn(
  sheet: SheetPlan,
  drawn: readonly SeriesChart[],
  size: Size,
  across: number,
  bilingual: Bilingual,
): Tried[] {
  const more = chartColumns(sheet, across)
  if (more.length === 0) return []
  const [first, lanes] = [sheet.columns.length, more.length]
  return [true, false].flatMap((isAligned) => {
    const { charts, left } = chartsBeside(drawn, sheet, { first, lanes, height: size.height, isAligned })
    // A table that is lower than a chart has none beside it.
    if (charts.length === 0) return []
    const beside = { ...sheet, columns: [...sheet.columns, ...more], charts }
    const least = areaOf({ wide: more[0]!.width, height: size.height })
    if (left.length === 0) return [{ sheet: beside, least }]
    const under = CHART_SIZES.filter(({ height }) => height <= size.height)
    return under.map((own) => ({ sheet: withUnder(beside, left, own, bilingual), least: Math.min(least, areaOf(own)) }))
  })
}

function withUnder(sheet: SheetPlan, left: readonly SeriesChart[], size: Size, bilingual: Bilingual): SheetPlan {
  const under = chartsUnder(left, bilingual, { columns: sheet.columns, row: sheet.rows.length, size })
  return { ...sheet, rows: [...sheet.rows, ...under.rows], charts: [...(sheet.charts ?? []), ...under.charts] }
}

/** Of those that take no page more than any other that whose smallest chart is the largest, the first of several. */
function onFewestPages(tried: readonly Tried[]): SheetPlan {
  const pages = tried.map(({ sheet }) => printedAs(sheet).breaks.length)
  const fewest = tried.filter((_, at) => pages[at] === Math.min(...pages))
  const largest = Math.max(...fewest.map(({ least }) => least))
  return fewest.find(({ least }) => least === largest)!.sheet
}
