import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseContent, ReleaseTable } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { ofLifeCell } from '../../cells.ts'
import { seriesCharts } from '../../charts/series-charts.ts'
import { liveCells } from '../../data-sheet/live.ts'
import { type DataTable, dataTable } from '../../data-sheet/table.ts'
import type { Cell, ColumnPlan, RowPlan, SheetPlan } from '../../plan.ts'
import { running } from '../../print/running.ts'
import { areaHeading, componentName, periodLine } from '../in-words.ts'
import { type Tracked, trackedBy } from '../tracking/tracked.ts'
import { lifeCell } from '../tracking/tracked-cells.ts'
import { blocksFor, type DetailPart } from './blocks.ts'
import { detailPeriods } from './periods.ts'
import { type Context, type DetailLines, detailTitle, type LineSide, linesFor } from './rows.ts'
import { tableNotes } from './table-notes.ts'

/** What stands after the periods of the whole project: what they come to, and what that is to. */
const TO_DATE = ['cumulative', 'lop', 'percent'] as const
const SECTIONS: readonly ReleaseTable['section'][] = ['series', 'provinces', 'years']

/** The indicators of a component, each for the whole project and its areas, by all their periods; and their charts. */
export function componentSheet(
  content: ReleaseContent,
  component: string | null,
  bilingual: Bilingual,
  names: { key: string; name: string },
  data: DataTable = dataTable(content),
): SheetPlan | null {
  const context = { bilingual, live: liveCells(data) }
  const tracked = new Map(trackedBy(content, bilingual, context.live).map((one) => [one.indicator.code, one]))
  const own = new Map(
    content.indicators
      .filter((one) => one.component === component)
      .map(({ code }) => [
        code,
        content.tables.filter(({ section, table }) => SECTIONS.includes(section) && table.indicator.code === code),
      ]),
  )
  const parts = [...own].flatMap(([code, tables]): DetailPart[] =>
    tables.some(({ section }) => section !== 'years') ? [partOf(tables, tracked.get(code), content, context)] : [],
  )
  if (parts.length === 0) return null
  const column = (key: 'ref' | 'line' | (typeof TO_DATE)[number]) => bilingual.t(`releases:workbook.column.${key}`)
  const above = (columns: ColumnPlan[]): RowPlan[] => [
    { cells: [componentName({ component }, bilingual)], style: 'title' },
    ...running(periodLine(content, bilingual), columns, 'subtitle'),
  ]
  const frame = {
    lead: [column('ref'), areaHeading(content, bilingual)],
    kind: column('line'),
    after: TO_DATE.map(column),
  }
  const { columns, rows } = blocksFor(parts, frame, bilingual, above)
  const series = [...own.values()].flat().filter(({ section }) => section === 'series')
  const drawn = seriesCharts(series, { data, bilingual, columns, row: rows.length })
  return {
    key: names.key,
    name: names.name,
    columns,
    rows: [...rows, ...drawn.rows],
    charts: drawn.charts,
    freeze: { rows: 1, columns: 2 },
    print: { landscape: true, repeatRows: 0 },
  }
}

function partOf(
  tables: readonly ReleaseTable[],
  tracked: Tracked | undefined,
  { release }: ReleaseContent,
  context: Context,
): DetailPart {
  const { indicator } = tables[0]!.table
  const told = tables.filter(({ section }) => section !== 'years')
  return {
    title: detailTitle(indicator, context.bilingual),
    periods: detailPeriods(tables, release.to),
    lines: placeLines(tables, tracked, context),
    notes: tableNotes(told, context.bilingual),
  }
}

/** The project and each area, with every figure that there is of them. */
function placeLines(tables: readonly ReleaseTable[], tracked: Tracked | undefined, context: Context): DetailLines[] {
  const places = new Map<string, { label: string; figures: PublishableCell[]; isWhole: boolean }>()
  for (const { section, table } of tables)
    for (const [at, { key, label }] of table.rows.entries()) {
      const isWhole = section !== 'provinces'
      const known = places.get(key) ?? { label: context.bilingual.of(label), figures: [], isWhole }
      places.set(key, { ...known, figures: [...known.figures, ...(table.cells[at] ?? [])] })
    }
  const { indicator } = tables[0]!.table
  return [...places.values()].map(({ label, figures, isWhole }) =>
    linesFor(
      {
        lead: [{ text: indicator.code, tone: 'strong' }, label],
        figures,
        after: (side) => (isWhole && tracked ? toDateCells(tracked, side, context) : TO_DATE.map(() => NOTHING)),
      },
      indicator,
      context,
    ),
  )
}

/** What it comes to, the target of the project's life, and how much of it is reached; under them what that rests on. */
function toDateCells(tracked: Tracked, side: LineSide, { bilingual, live }: Context): Cell[] {
  const { toDate, indicator } = tracked
  if (side !== 'value') return [live.base(toDate, indicator)[side], NOTHING, NOTHING]
  return [
    live.value(toDate, indicator, bilingual),
    lifeCell(tracked),
    live.beside(ofLifeCell(toDate), toDate, 'percent'),
  ]
}
