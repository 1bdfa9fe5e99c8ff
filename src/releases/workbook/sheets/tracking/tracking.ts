import type { ReleaseContent } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { type LiveCells, liveCells } from '../../data-sheet/live.ts'
import { dataTable } from '../../data-sheet/table.ts'
import type { RowPlan, SheetPlan } from '../../plan.ts'
import { periodLine } from '../in-words.ts'
import { phaseOfReport } from '../report-phase.ts'
import { COLUMNS, type TrackingColumn } from './columns.ts'
import { trackedBy } from './tracked.ts'
import { yearColumns } from './year-columns.ts'

/** So many characters of the standard font are read on one page across, A4 landscape. */
const ONE_PAGE = 260

/** One row an indicator, the whole project: what a donor reads first. */
export function trackingSheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  live: LiveCells = liveCells(dataTable(content)),
): SheetPlan {
  const tracked = trackedBy(content, bilingual, live)
  const columns = content.layout.columns.flatMap(({ is, name: own }) => {
    if (is === 'years') return yearColumns(content, bilingual)
    const column: TrackingColumn | undefined = COLUMNS.find(({ key }) => key === is)
    const heading = own ? bilingual.of(own) : bilingual.t(`releases:workbook.column.${is}`)
    return !column || (column.phased && !phaseOfReport(content)) ? [] : [{ ...column, heading }]
  })
  const rows: RowPlan[] = [
    { cells: [bilingual.t('releases:workbook.sheet.tracking')], style: 'title' },
    { cells: [periodLine(content, bilingual)], style: 'subtitle' },
    { cells: columns.map(({ heading }) => heading), style: 'heading' },
    ...tracked.map((one) => ({ cells: columns.map((column) => column.cell(one)) })),
  ]
  return {
    key: 'tracking',
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows,
    freeze: { rows: 3, columns: 1 },
    print: { landscape: true, repeatRows: 3, ...acrossPages(columns) },
    filterRow: 3,
  }
}

/** A table that is too wide for a page goes on over a second one, where each indicator goes by its name again. */
function acrossPages(columns: readonly { key?: string; width: number }[]): Partial<SheetPlan['print']> {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  if (width <= ONE_PAGE) return {}
  return { pagesWide: 2, repeatColumns: columns.findIndex(({ key }) => key === 'indicator') + 1 || 1 }
}
