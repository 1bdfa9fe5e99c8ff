import { earlierNumberIn, type PublishableCell, type PublishableTable } from '../../../disclosure/publishable.ts'
import { markText, whyText } from '../../../figures/in-words.ts'
import { partUnitText, unitText } from '../../../indicators/in-words.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { type StoredPart, traitsOf } from '../../../indicators/measure.ts'
import { instant } from '../../../language/format.ts'
import { NOTHING } from '../../../language/text.ts'
import type { NativeChart } from '../../../spreadsheet/native-charts/chart.ts'
import type { ReleaseContent, ReleaseTable } from '../../content/content.ts'
import type { Bilingual } from '../bilingual.ts'
import { chartRow } from '../charts/chart-row.ts'
import { seriesChart } from '../charts/series-chart.ts'
import { type LiveCells, liveCells } from '../data-sheet/live.ts'
import { type DataTable, dataTable } from '../data-sheet/table.ts'
import type { RowPlan, SheetPlan } from '../plan.ts'
import { areaHeading, componentName, periodLine } from './in-words.ts'

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
    ({ section, table }) => section !== 'tracking' && table.indicator.component === component,
  )
  if (tables.length === 0) return null
  const widest = Math.max(...tables.map(({ table }) => table.columns.length))
  const rows: RowPlan[] = [
    { cells: [componentName({ component }, bilingual)], style: 'title' },
    { cells: [periodLine(content, bilingual)], style: 'subtitle' },
  ]
  const charts: NativeChart[] = []
  for (const { code } of content.indicators) {
    const own = tables.filter(({ table }) => table.indicator.code === code)
    if (own.length === 0) continue
    const [title, ...tablesBelow] = indicatorRows(own, areaHeading(content, bilingual), bilingual, live)
    rows.push({ cells: [] }, title!)
    for (const one of own.filter(({ section }) => section === 'series')) {
      const drawn = seriesChart(one, data, bilingual)
      if (!drawn) continue
      const { row, chart } = chartRow(drawn, rows.length, CHART_COLUMNS)
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

/** Beside the words of what it shows, as wide as the notes and the columns of four periods. */
const CHART_COLUMNS = { from: 1, to: 6 }

function indicatorRows(
  tables: readonly ReleaseTable[],
  areas: string,
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
    ...tables.flatMap((one) => tableRows(one, areas, bilingual, live)),
  ]
}

function tableRows(
  { table, breakdown }: ReleaseTable,
  areas: string,
  bilingual: Bilingual,
  live: LiveCells,
): RowPlan[] {
  const corner = breakdown ? bilingual.of(breakdown) : areas
  const columns = table.columns.map(({ label, dates }) =>
    dates ? `${bilingual.of(label)}\n${bilingual.short(dates)}` : bilingual.of(label),
  )
  const notes = table.rows.map((_, at) => noteOn(table, table.cells[at] ?? [], bilingual))
  const rows = table.rows.flatMap((row, at): RowPlan[] => {
    const cells = table.cells[at] ?? []
    const label = bilingual.of(row.label)
    const again = at > 0 && notes[at] !== NOTHING && notes[at] === notes[at - 1]
    const note = again ? bilingual.t('releases:workbook.as-above') : notes[at]!
    return [
      { cells: [label, note, ...cells.map((cell) => live.value(cell, table.indicator, bilingual))] },
      ...baseRows(table.indicator, cells, label, bilingual, live),
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

/** What can't be added over a change, is partial, carried, without those who left, or broken, in words, with the periods in which it is. */
function noteOn({ columns }: PublishableTable, cells: readonly PublishableCell[], bilingual: Bilingual): string {
  const notes = (['held', 'partial', 'carried', 'ended', 'break'] as const).flatMap((flag) => {
    const found = cells.flatMap(({ shown }, at) => {
      if (shown.kind === 'confidential' || !shown.figure.flags.includes(flag)) return []
      const period = bilingual.short(columns[at]!.label)
      return [flag === 'partial' ? `${period} ${shown.figure.coverage.join('/')}` : period]
    })
    return found.length === 0
      ? []
      : [`${oneLine(bilingual.say((words) => markText(flag, words)))}: ${found.join(', ')}`]
  })
  const apart = cells.flatMap(({ shown }, at) =>
    shown.kind === 'figure' && shown.figure.why === 'definitions' ? [bilingual.short(columns[at]!.label)] : [],
  )
  const why =
    apart.length === 0
      ? []
      : [`${oneLine(bilingual.say((words) => whyText('definitions', words)))} (${apart.join(', ')})`]
  return [...why, ...notes].length === 0 ? NOTHING : [...why, ...notes].join('\n')
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ')
}
