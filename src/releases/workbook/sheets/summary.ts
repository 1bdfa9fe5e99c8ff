import { MARKS } from '../../../figures/marks.ts'
import { instant } from '../../../language/format.ts'
import { NOTHING } from '../../../language/text.ts'
import type { ProjectCard } from '../../../project/project.ts'
import { ragText } from '../../../targets/in-words.ts'
import { RAG } from '../../../vocabulary/rag.ts'
import { isRestated, type ReleaseContent } from '../../content/content.ts'
import { type Bilingual, inOneLine } from '../bilingual.ts'
import { chartRow } from '../charts/chart-row.ts'
import { ratingsChart } from '../charts/ratings-chart.ts'
import { type LiveCells, liveCells } from '../data-sheet/live.ts'
import { ratingCode } from '../data-sheet/ratings.ts'
import { dataTable } from '../data-sheet/table.ts'
import { WHOLE_PROJECT } from '../data-sheet/where.ts'
import type { Cell, ColumnPlan, RowPlan, SheetPlan } from '../plan.ts'
import { running } from '../print/running.ts'
import { blocksIn } from './blocks.ts'
import { headRows } from './head.ts'
import { componentName, periodLine } from './in-words.ts'
import { phaseOfReport } from './report-phase.ts'
import { type Tracked, trackedBy } from './tracking/tracked.ts'
import { progressCells, reachedCell } from './tracking/tracked-cells.ts'

/** So many rows of a table have room on one page with everything else; in two languages each is taller. */
const MOST_ROWS = { one: 9, two: 3 } as const

/** One printed page: indicators by progress and component, what has changed, what needs attention, and the headline figures. */
export function summarySheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  live: LiveCells = liveCells(dataTable(content)),
): SheetPlan {
  const tracked = trackedBy(content, bilingual, live)
  const columns: ColumnPlan[] = [
    { width: 20 },
    { width: 54 },
    ...[12, 12, 12, 12, 28, 12, 12].map((width) => ({ width })),
    ...(phaseOfReport(content) ? [{ width: 12 }] : []),
  ]
  const line = (text: string) => running(text, columns, 'subtitle')
  const said = [
    periodLine(content, bilingual),
    bilingual.t('releases:workbook.summary.lead'),
    ...content.endedPlaces.map(bilingual.of),
    changesText(content, bilingual),
  ]
  const above = headRows(bilingual.t('releases:workbook.sheet.summary'), said, columns)
  const [headings, ...components] = byComponent(tracked, content.project, bilingual, live)
  const drawn = ratingsChart(components, above.length + 1, bilingual)
  const { row, chart } = chartRow(drawn, above.length + 1 + components.length, { ...CHART_COLUMNS, columns })
  const troubled = tracked.filter(({ rated }) => ['red', 'amber'].includes(ratingCode(rated))).sort(worstFirst)
  const group = (key: 'attention' | 'headline') =>
    running(bilingual.t(`releases:workbook.summary.${key}`), columns, 'group')
  const attention =
    troubled.length === 0
      ? line(bilingual.t('releases:workbook.summary.attention-none'))
      : indicatorRows(troubled, columns, bilingual)
  const rows: RowPlan[] = [
    ...[...above, headings!, ...components, row],
    ...[...group('attention'), ...attention],
    ...[...group('headline'), ...indicatorRows(byWeight(tracked), columns, bilingual)],
  ]
  return {
    key: 'summary',
    name,
    columns,
    rows,
    blocks: blocksIn(rows, [
      'SummaryProgress',
      ...(troubled.length > 0 ? ['SummaryAttention'] : []),
      'SummaryHeadline',
    ]),
    charts: [chart],
    freeze: { rows: 2, columns: 0 },
    print: { landscape: true, repeatRows: 0, onePage: true },
  }
}

/** Beside the words of what it shows, which stand under the names of components. */
const CHART_COLUMNS = { from: 1, to: 7 }

/** Red before amber; each as the framework has them. */
function worstFirst(one: Tracked, other: Tracked): number {
  const rank = ({ rated }: Tracked) => (ratingCode(rated) === 'red' ? 0 : 1)
  return rank(one) - rank(other)
}

const LEVELS = ['impact', 'outcome', 'output'] as const

/** What the project is for before what it does for it. */
function byWeight(tracked: readonly Tracked[]): Tracked[] {
  return LEVELS.flatMap((level) => tracked.filter(({ indicator }) => indicator.level === level))
}

/** How many figures differ from the report before, and where each is told. */
function changesText({ previous, changes, untold, held }: ReleaseContent, { say, t }: Bilingual): string {
  if (!previous) return t('releases:workbook.changes.first')
  const corrected = changes.filter(isRestated).length
  return say((words) => {
    const lead = words.t('releases:workbook.changes.lead', {
      title: previous.title,
      when: instant(previous.issuedAt, words.language),
    })
    const codes = [...new Set(changes.map(({ indicator }) => indicator))].join(', ')
    const said =
      changes.length > 0
        ? words.t('releases:workbook.summary.changes', { count: changes.length, corrected, codes })
        : untold.length + held.length > 0
          ? words.t('releases:workbook.summary.changes-untold')
          : words.t('releases:workbook.changes.none')
    return `${lead} ${said}`
  })
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
  ].map(inOneLine)
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

/** As many as have room, and which others there are. */
function indicatorRows(all: readonly Tracked[], widths: readonly ColumnPlan[], bilingual: Bilingual): RowPlan[] {
  const phased = all.some(({ content }) => phaseOfReport(content))
  const columns = [
    ...(['ref', 'indicator', 'unit'] as const),
    phased ? 'phase-cumulative' : 'cumulative',
    ...(['planned', 'percent-planned', 'rag'] as const),
    ...(phased ? (['phase-target', 'phase-percent', 'cumulative'] as const) : (['lop', 'percent'] as const)),
  ] as const
  const most = bilingual.languages.length > 1 ? MOST_ROWS.two : MOST_ROWS.one
  const [shown, others] = [all.slice(0, most), all.slice(most)]
  const codes = others.map(({ indicator }) => indicator.code).join(', ')
  return [
    { cells: columns.map((key) => inOneLine(bilingual.t(`releases:workbook.column.${key}`))), style: 'heading' },
    ...shown.map((one): RowPlan => ({ cells: cellsOf(one, phased) })),
    ...(codes === '' ? [] : running(bilingual.t('releases:workbook.summary.others', { codes }), widths, 'note')),
  ]
}

function cellsOf(one: Tracked, phased: boolean): Cell[] {
  const { indicator } = one
  const code: Cell = { text: indicator.code, tone: 'strong' }
  return [code, ...progressCells(one, phased), ...(phased ? [reachedCell(one, 'toDate')] : [])]
}
