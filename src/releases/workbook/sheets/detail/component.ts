import type { ReleaseContent } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { ofLifeCell } from '../../cells.ts'
import { seriesCharts } from '../../charts/series-charts.ts'
import { withCharts } from '../../charts/with-charts.ts'
import { liveCells } from '../../data-sheet/live.ts'
import { type DataTable, dataTable } from '../../data-sheet/table.ts'
import type { Cell, SheetPlan } from '../../plan.ts'
import { headRows } from '../head.ts'
import { areaHeading, componentName, periodLine } from '../in-words.ts'
import { type Tracked, trackedBy } from '../tracking/tracked.ts'
import { lifeCell } from '../tracking/tracked-cells.ts'
import { ACROSS, detailSheet, detailTable } from './detail-table.ts'
import { type Detailed, detailsOf, tableName } from './detailed.ts'
import { type DetailPeriod, detailPeriods, longestAndWithin, periodKey } from './periods.ts'
import { type Context, type DetailPart, detailRow, detailTitle, type ValueCells, valueCells } from './rows.ts'
import { inSharedColumns } from './shared-columns.ts'
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
  const { t } = bilingual
  const longest = new Map(details.map((one) => [one, longestOf(one, content.release.to)]))
  const toDate = t('releases:workbook.to-date')
  const table = inSharedColumns(
    {
      lead: [areaHeading(content, bilingual)],
      after: (['lop', 'percent'] as const).map((key) => ({ key, heading: t(`releases:workbook.column.${key}`) })),
      parts: details.map((one) => partOf(one, longest.get(one)!, tracked.get(one.indicator.code), context)),
    },
    [...longest.values()].flat(),
    { content, bilingual, more: [{ keys: [TO_DATE], heading: toDate, short: toDate }] },
  )
  const series = details.flatMap((one) => one.tables.filter(({ section }) => section === 'series'))
  const drawn = seriesCharts(series, data, bilingual)
  return withCharts(drawn, bilingual, ACROSS, ({ said, least }) => {
    const laidOut = detailTable(table, bilingual, {
      above: (columns) =>
        headRows(componentName({ component }, bilingual), [periodLine(content, bilingual), ...said], columns),
      ...(least ? { least } : {}),
    })
    return detailSheet({ ...names, table: tableName(names.key) }, laidOut, 2)
  })
}

const TO_DATE = 'to-date'

/** The longest periods of each place: in a year that runs a province may have its half-years alone. */
function longestOf({ tables, places }: Detailed, until: number): DetailPeriod[] {
  const all = detailPeriods(tables, until)
  return places.flatMap(({ figures }) => {
    const own = new Set(figures.map(({ period }) => periodKey(period)))
    return longestAndWithin(all.filter(({ key }) => own.has(key))).longest
  })
}

function partOf(
  { tables, indicator, places }: Detailed,
  longest: readonly DetailPeriod[],
  tracked: Tracked | undefined,
  context: Context,
): DetailPart {
  const { bilingual } = context
  return {
    indicator,
    title: detailTitle(indicator, bilingual),
    about: tableNotes(tables, bilingual, { periods: longest, isWhole: true }),
    rows: places.map(({ label, figures, isWhole }) => {
      const row = detailRow({ lead: [label], figures }, indicator, context)
      if (!isWhole || !tracked) return row
      const [values, after] = toDateCells(tracked, context)
      return { ...row, values: new Map([...row.values, [TO_DATE, values]]), after }
    }),
    notes: [],
  }
}

/** What it comes to; the target of the project's life, and how much of it is reached. */
function toDateCells(tracked: Tracked, context: Context): [ValueCells, ReadonlyMap<string, Cell>] {
  const { toDate, indicator } = tracked
  const after: [string, Cell][] = [
    ['lop', lifeCell(tracked)],
    ['percent', context.live.beside(ofLifeCell(toDate), toDate, 'percent')],
  ]
  return [valueCells(toDate, indicator, context), new Map(after)]
}
