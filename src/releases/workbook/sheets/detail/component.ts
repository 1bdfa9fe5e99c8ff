import type { ReleaseContent } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { ofLifeCell } from '../../cells.ts'
import { CHART_SIZES, type ChartSize, seriesCharts } from '../../charts/series-charts.ts'
import { liveCells } from '../../data-sheet/live.ts'
import { type DataTable, dataTable } from '../../data-sheet/table.ts'
import type { Cell, RowPlan, SheetPlan } from '../../plan.ts'
import { printedAs } from '../../print/pages.ts'
import { running } from '../../print/running.ts'
import { areaHeading, componentName, periodLine } from '../in-words.ts'
import { type Tracked, trackedBy } from '../tracking/tracked.ts'
import { lifeCell } from '../tracking/tracked-cells.ts'
import { blocksFor, type DetailPart, type DetailTables, sheetFor } from './blocks.ts'
import { type Detailed, detailsOf, leadOf } from './detailed.ts'
import { detailPeriods, longestAndWithin } from './periods.ts'
import {
  besideCells,
  type Context,
  columnsBeside,
  columnsOfPeriods,
  type DetailColumn,
  detailTitle,
  lineBeside,
} from './rows.ts'
import { tableNotes } from './table-notes.ts'

/**
 * The indicators of a component, each for the whole project and its areas, by years with what they come to, and their charts; the
 * quarters and half-years within those years stand on a sheet of their own.
 */
export function componentSheet(
  content: ReleaseContent,
  component: string | null,
  bilingual: Bilingual,
  names: { key: string; name: string },
  data: DataTable = dataTable(content),
): SheetPlan | null {
  const context = { bilingual, live: liveCells(data) }
  const details = detailsOf(content, component, bilingual)
  if (details.length === 0) return null
  const tracked = new Map(trackedBy(content, bilingual, context.live).map((one) => [one.indicator.code, one]))
  const tables: DetailTables = {
    lead: [bilingual.t('releases:workbook.column.ref'), areaHeading(content, bilingual)],
    parts: details.map((one) => partOf(one, tracked.get(one.indicator.code), content, context)),
  }
  const sheet = sheetFor(tables, bilingual)
  const { columns, landscape } = sheet
  const above: RowPlan[] = [
    { cells: [componentName({ component }, bilingual)], style: 'title' },
    ...running(periodLine(content, bilingual), columns, 'subtitle'),
  ]
  const rows = blocksFor(tables, sheet, above)
  const series = details.flatMap((one) => one.tables.filter(({ section }) => section === 'series'))
  const drawnIn = (size: ChartSize): SheetPlan => {
    const drawn = seriesCharts(series, { data, bilingual, columns, row: rows.length, size })
    return {
      key: names.key,
      name: names.name,
      columns,
      rows: [...rows, ...drawn.rows],
      charts: drawn.charts,
      freeze: { rows: 1, columns: 2 },
      print: { landscape, repeatRows: 0 },
    }
  }
  return onFewestPages(CHART_SIZES.map(drawnIn))
}

/** The first of those that take no page more than any other. */
function onFewestPages(sheets: readonly SheetPlan[]): SheetPlan {
  const pages = sheets.map((sheet) => printedAs(sheet).breaks.length)
  return sheets[pages.indexOf(Math.min(...pages))]!
}

function partOf(
  { tables, indicator, places }: Detailed,
  tracked: Tracked | undefined,
  content: ReleaseContent,
  context: Context,
): DetailPart {
  const { bilingual } = context
  const { longest } = longestAndWithin(detailPeriods(tables, content.release.to))
  return {
    title: detailTitle(indicator, bilingual),
    about: tableNotes(tables, bilingual, { periods: longest, isWhole: true }),
    columns: [...columnsOfPeriods(longest, indicator, bilingual), ...toDateColumns(indicator, bilingual)],
    lines: places.map(({ label, figures, isWhole }) => {
      const line = lineBeside({ lead: leadOf(indicator, label), figures }, indicator, context)
      const toDate = isWhole && tracked ? toDateCells(tracked, context) : []
      return [{ ...line, cells: new Map([...line.cells, ...toDate]) }]
    }),
    notes: [],
  }
}

/** What it comes to, the target of the project's life, and how much of it is reached. */
function toDateColumns(indicator: Detailed['indicator'], bilingual: Bilingual): DetailColumn[] {
  const toDate = bilingual.t('releases:workbook.to-date')
  return [
    ...columnsBeside({ key: 'cumulative', heading: toDate, short: toDate }, indicator, bilingual),
    ...(['lop', 'percent'] as const).map((key) => ({ key, heading: bilingual.t(`releases:workbook.column.${key}`) })),
  ]
}

function toDateCells(tracked: Tracked, context: Context): [string, Cell][] {
  const { toDate, indicator } = tracked
  return [
    ...besideCells('cumulative', toDate, indicator, context),
    ['lop', lifeCell(tracked)],
    ['percent', context.live.beside(ofLifeCell(toDate), toDate, 'percent')],
  ]
}
