import { MARKS } from '../../../figures/marks.ts'
import { NOTHING } from '../../../language/text.ts'
import type { ProjectCard } from '../../../project/project.ts'
import { ragText } from '../../../targets/in-words.ts'
import { RAG } from '../../../vocabulary/rag.ts'
import type { ReleaseContent } from '../../content/content.ts'
import type { Bilingual } from '../bilingual.ts'
import { chartRow } from '../charts/chart-row.ts'
import { ratingsChart } from '../charts/ratings-chart.ts'
import { type LiveCells, liveCells } from '../data-sheet/live.ts'
import { ratingCode } from '../data-sheet/ratings.ts'
import { dataTable } from '../data-sheet/table.ts'
import { WHOLE_PROJECT } from '../data-sheet/where.ts'
import type { Cell, RowPlan, SheetPlan } from '../plan.ts'
import { componentName, periodLine, sentences } from './in-words.ts'
import { phaseOfReport } from './report-phase.ts'
import { type Tracked, trackedBy } from './tracking/tracked.ts'
import { progressCells } from './tracking/tracked-cells.ts'

/** How far the project is: indicators by progress and component, those that need attention, and what was achieved. */
export function summarySheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  live: LiveCells = liveCells(dataTable(content)),
): SheetPlan {
  const tracked = trackedBy(content, bilingual, live)
  const troubled = tracked.filter(({ rated }) => ['red', 'amber'].includes(ratingCode(rated)))
  const above: RowPlan[] = [
    { cells: [bilingual.t('releases:workbook.sheet.summary')], style: 'title' },
    { cells: [periodLine(content, bilingual)], style: 'subtitle' },
    ...sentences(bilingual.t('releases:workbook.summary.lead')),
    ...endedRows(content, bilingual),
    { cells: [] },
  ]
  const [headings, ...components] = byComponent(tracked, content.project, bilingual, live)
  const drawn = ratingsChart(components, above.length + 1, bilingual)
  const { row, chart } = chartRow(drawn, above.length + 1 + components.length, CHART_COLUMNS)
  return {
    key: 'summary',
    name,
    columns: [
      { width: 22 },
      { width: 46 },
      ...Array.from({ length: phaseOfReport(content) ? 8 : 7 }, () => ({ width: 18 })),
    ],
    rows: [
      ...above,
      headings!,
      ...components,
      row,
      { cells: [] },
      { cells: [bilingual.t('releases:workbook.summary.attention')], style: 'group' },
      ...(troubled.length === 0
        ? sentences(bilingual.t('releases:workbook.summary.attention-none'))
        : indicatorRows(troubled, bilingual)),
      { cells: [] },
      { cells: [bilingual.t('releases:workbook.summary.headline')], style: 'group' },
      ...indicatorRows(tracked, bilingual),
    ],
    charts: [chart],
    freeze: { rows: 2, columns: 0 },
    print: { landscape: true, repeatRows: 0 },
  }
}

/** Beside the words of what it shows, which stand under the names of components. */
const CHART_COLUMNS = { from: 1, to: 7 }

/** What is missing from the coverage since a place ended: it stands where coverage is read first. */
function endedRows({ endedPlaces }: ReleaseContent, bilingual: Bilingual): RowPlan[] {
  return endedPlaces.flatMap((one) => sentences(bilingual.of(one)))
}

/** Hidden indicators are counted apart: which colour they have is hidden with them. */
function byComponent(
  tracked: readonly Tracked[],
  { terms }: ProjectCard,
  bilingual: Bilingual,
  live: LiveCells,
): RowPlan[] {
  const headings: Cell[] = [
    bilingual.t('releases:workbook.summary.component'),
    bilingual.t('releases:workbook.summary.indicators'),
    ...RAG.map((rag) => bilingual.say((words) => ragText(rag, words))),
    bilingual.t('releases:workbook.summary.confidential'),
  ]
  const rows = [null, ...terms.components.map(({ code }) => code)].flatMap((component): RowPlan[] => {
    const own = tracked.filter(({ indicator }) => indicator.component === component)
    // Most projects have nothing that belongs to no component.
    if (component === null && own.length === 0) return []
    const code = { 'component-code': component ?? WHOLE_PROJECT }
    const counted = [...RAG, MARKS.confidential.sign].map((rag) =>
      live.count(own.filter(({ rated }) => ratingCode(rated) === rag).length, { ...code, 'rag-planned-code': rag }),
    )
    const all = live.count(own.length, { ...code, 'rag-planned-code': `<>${NOTHING}` })
    return [{ cells: [{ text: componentName({ component }, bilingual), tone: 'strong' }, all, ...counted] }]
  })
  return [{ cells: headings, style: 'heading' }, ...rows]
}

function indicatorRows(tracked: readonly Tracked[], bilingual: Bilingual): RowPlan[] {
  const phased = tracked.some(({ content }) => phaseOfReport(content))
  const columns = [
    ...(['ref', 'indicator', 'unit'] as const),
    phased ? 'phase-cumulative' : 'cumulative',
    ...(['planned', 'percent-planned', 'rag'] as const),
    ...(phased ? (['phase-target', 'phase-percent', 'cumulative'] as const) : (['lop', 'percent'] as const)),
  ] as const
  return [
    { cells: columns.map((key) => bilingual.t(`releases:workbook.column.${key}`)), style: 'heading' },
    ...tracked.map((one): RowPlan => ({ cells: cellsOf(one, phased) })),
  ]
}

function cellsOf(one: Tracked, phased: boolean): Cell[] {
  const { indicator, toDate, bilingual, live } = one
  const code: Cell = { text: indicator.code, tone: 'strong' }
  return [code, ...progressCells(one, phased), ...(phased ? [live.value(toDate, indicator, bilingual)] : [])]
}
