import { earlierNumberIn, type PublishableCell } from '../../../disclosure/publishable.ts'
import { partUnitText, unitText } from '../../../indicators/in-words.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { type StoredPart, traitsOf } from '../../../indicators/measure.ts'
import { instant } from '../../../language/format.ts'
import { NOTHING } from '../../../language/text.ts'
import type { NativeChart } from '../../../spreadsheet/native-charts/chart.ts'
import type { ReleaseContent, ReleaseTable } from '../../content/content.ts'
import type { Bilingual } from '../bilingual.ts'
import { ofLifeCell } from '../cells.ts'
import { chartRow } from '../charts/chart-row.ts'
import { seriesChart } from '../charts/series-chart.ts'
import { type LiveCells, liveCells } from '../data-sheet/live.ts'
import { type DataTable, dataTable } from '../data-sheet/table.ts'
import type { Cell, RowPlan, SheetPlan } from '../plan.ts'
import { areaHeading, componentName, periodLine } from './in-words.ts'
import { noteOn } from './table-notes.ts'
import { type Tracked, trackedBy } from './tracking/tracked.ts'
import { lifeCell } from './tracking/tracked-cells.ts'

/** Every table of a component's indicators, one under the other: quarters of the project, provinces, breakdowns. */
export function componentSheet(
  content: ReleaseContent,
  component: string | null,
  bilingual: Bilingual,
  names: { key: string; name: string },
  data: DataTable = dataTable(content),
): SheetPlan | null {
  const live = liveCells(data)
  const tables = content.tables.filter(
    ({ section, table }) => section !== 'tracking' && section !== 'years' && table.indicator.component === component,
  )
  if (tables.length === 0) return null
  const tracked = new Map(trackedBy(content, bilingual, live).map((one) => [one.indicator.code, one]))
  const wide = ({ section, table }: ReleaseTable) => table.columns.length + (section === 'series' ? TO_DATE.length : 0)
  const widest = Math.max(...tables.map(wide))
  const rows: RowPlan[] = [
    { cells: [componentName({ component }, bilingual)], style: 'title' },
    { cells: [periodLine(content, bilingual)], style: 'subtitle' },
  ]
  const charts: NativeChart[] = []
  for (const { code } of content.indicators) {
    const own = tables.filter(({ table }) => table.indicator.code === code)
    if (own.length === 0) continue
    const [title, ...tablesBelow] = indicatorRows(
      own,
      areaHeading(content, bilingual),
      tracked.get(code),
      bilingual,
      live,
    )
    rows.push({ cells: [] }, title!)
    for (const one of own.filter(({ section }) => section === 'series')) {
      const drawn = seriesChart(one, data, bilingual)
      if (!drawn) continue
      const { row, chart } = chartRow(drawn, rows.length, { from: 1, to: Math.min(WIDEST_CHART, 2 + widest) })
      rows.push(row)
      charts.push(chart)
    }
    rows.push(...tablesBelow)
  }
  return {
    key: names.key,
    name: names.name,
    columns: [{ width: 40 }, { width: 34 }, ...Array.from({ length: widest }, () => ({ width: 13 }))],
    rows,
    charts,
    freeze: { rows: 2, columns: 1 },
    print: { landscape: true, repeatRows: 0 },
  }
}

/** What stands after the periods of the whole project: what they come to, and what that is to. */
const TO_DATE = ['cumulative', 'lop', 'percent'] as const

/** A chart stands beside the words of what it shows, as wide as the notes and the columns of eight periods where there are so many. */
const WIDEST_CHART = 10

function indicatorRows(
  tables: readonly ReleaseTable[],
  areas: string,
  tracked: Tracked | undefined,
  bilingual: Bilingual,
  live: LiveCells,
): RowPlan[] {
  const { indicator, source, asAt } = tables[0]!.table
  const title = `${indicator.code}  ${bilingual.of(indicator.name)} (${oneLine(bilingual.say((words) => unitText(indicator, words)))})`
  const said = bilingual.say((words) =>
    words.t('releases:workbook.source', { source: words.of(source), asAt: instant(asAt, words.language) }),
  )
  return [
    { cells: [oneLine(title)], style: 'group' },
    { cells: [null, said] },
    ...tables.flatMap((one) => tableRows(one, areas, one.section === 'series' ? tracked : undefined, bilingual, live)),
  ]
}

/** @param tracked the indicator to date, beside its periods */
function tableRows(
  { table, breakdown }: ReleaseTable,
  areas: string,
  tracked: Tracked | undefined,
  bilingual: Bilingual,
  live: LiveCells,
): RowPlan[] {
  const corner = breakdown ? bilingual.of(breakdown) : areas
  const columns = table.columns.map(({ label, dates }) =>
    dates ? `${bilingual.of(label)}\n${bilingual.short(dates)}` : bilingual.of(label),
  )
  if (tracked) columns.push(...TO_DATE.map((key) => bilingual.t(`releases:workbook.column.${key}`)))
  const notes = table.rows.map((_, at) => noteOn(table, table.cells[at] ?? [], bilingual))
  const rows = table.rows.flatMap((row, at): RowPlan[] => {
    const cells = table.cells[at] ?? []
    const label = bilingual.of(row.label)
    const again = at > 0 && notes[at] !== NOTHING && notes[at] === notes[at - 1]
    const note = again ? bilingual.t('releases:workbook.as-above') : notes[at]!
    const shown = [...cells, ...(tracked ? [tracked.toDate] : [])]
    const values = shown.map((cell) => live.value(cell, table.indicator, bilingual))
    return [
      { cells: [label, note, ...values, ...(tracked ? ofLife(tracked) : [])] },
      ...baseRows(table.indicator, shown, label, bilingual, live),
    ]
  })
  const overlaps: RowPlan[] = table.overlapping
    ? [{ cells: [oneLine(bilingual.t('releases:workbook.overlapping'))], style: 'subtitle' }]
    : []
  const held: RowPlan[] = table.cells.flat().some(earlierNumberIn)
    ? [{ cells: [oneLine(bilingual.t('releases:workbook.held-apart'))], style: 'subtitle' }]
    : []
  const breaks = table.breaks.map(
    (sentence): RowPlan => ({ cells: [oneLine(bilingual.of(sentence))], style: 'subtitle' }),
  )
  return [
    { cells: [] },
    { cells: [corner, bilingual.t('releases:workbook.column.notes'), ...columns], style: 'heading' },
    ...rows,
    ...overlaps,
    ...held,
    ...breaks,
  ]
}

/** The target of the project's life, and how much of it is reached. */
function ofLife(tracked: Tracked): Cell[] {
  const { toDate, live } = tracked
  return [lifeCell(tracked), live.beside(ofLifeCell(toDate), toDate, 'percent')]
}

/** What a ratio, mean or median rests on, under its value. */
function baseRows(
  indicator: Indicator,
  cells: readonly PublishableCell[],
  label: string,
  bilingual: Bilingual,
  live: LiveCells,
): RowPlan[] {
  const { base } = traitsOf(indicator)
  if (base === null) return []
  const bases = cells.map((cell) => live.base(cell, indicator))
  const row = (name: 'numerator' | 'denominator' | 'n', part: StoredPart, side: 'upper' | 'lower'): RowPlan => {
    const what = bilingual.say((words) =>
      words.t(`releases:workbook.${name}`, { unit: partUnitText(indicator, part, words) }),
    )
    return { cells: [`${oneLine(label)}: ${oneLine(what)}`, NOTHING, ...bases.map((one) => one[side])] }
  }
  return base === 'n' ? [row('n', 'base', 'upper')] : [row('numerator', 'value', 'upper'), row(base, 'base', 'lower')]
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ')
}
