import { RAG } from '../../../targets/progress.ts'
import { COMPONENTS } from '../../../vocabulary/indicator.ts'
import type { ReleaseContent } from '../../content/content.ts'
import type { Voice } from '../bilingual.ts'
import { ofTargetCell, ragCell, targetCell, valueCell } from '../cells.ts'
import type { Cell, RowPlan, SheetPlan } from '../plan.ts'
import { componentName, periodLine, trackedBy } from './tracking.ts'

type Tracked = ReturnType<typeof trackedBy>[number]

/** How far the project is: indicators by progress and component, those that need attention, and what was achieved. */
export function summarySheet(content: ReleaseContent, voice: Voice, name: string): SheetPlan {
  const tracked = trackedBy(content, voice)
  const troubled = tracked.filter(({ toDate }) => ['red', 'amber'].includes(ragOf(toDate)))
  return {
    key: 'summary',
    name,
    columns: [{ width: 22 }, { width: 46 }, ...Array.from({ length: 5 }, () => ({ width: 18 }))],
    rows: [
      { cells: [voice.t('releases:workbook.sheet.summary')], style: 'title' },
      { cells: [periodLine(content, voice)], style: 'subtitle' },
      ...voice
        .t('releases:workbook.summary.lead')
        .split('\n')
        .map((line): RowPlan => ({ cells: [line], style: 'subtitle' })),
      { cells: [] },
      ...byComponent(tracked, voice),
      { cells: [] },
      { cells: [voice.t('releases:workbook.summary.attention')], style: 'group' },
      ...(troubled.length === 0
        ? [{ cells: [voice.t('releases:workbook.summary.attention-none')] }]
        : indicatorRows(troubled, voice)),
      { cells: [] },
      { cells: [voice.t('releases:workbook.summary.headline')], style: 'group' },
      ...indicatorRows(tracked, voice),
    ],
    freeze: { rows: 2, columns: 0 },
    print: { landscape: true, repeatRows: 0 },
  }
}

/** Hidden indicators are counted apart: which colour they have is hidden with them. */
function byComponent(tracked: readonly Tracked[], voice: Voice): RowPlan[] {
  const headings: Cell[] = [
    voice.t('releases:workbook.summary.component'),
    voice.t('releases:workbook.summary.indicators'),
    ...RAG.map((rag) => voice.t(`releases:workbook.rag.${rag}`)),
    voice.t('releases:workbook.summary.confidential'),
  ]
  const rows = [null, ...COMPONENTS].map((component): RowPlan => {
    const own = tracked.filter(({ indicator }) => indicator.component === component)
    const counted = [...RAG, 'confidential'].map((rag) => own.filter(({ toDate }) => ragOf(toDate) === rag).length)
    return { cells: [{ text: componentName({ component }, voice), tone: 'strong' }, own.length, ...counted] }
  })
  return [{ cells: headings, style: 'heading' }, ...rows]
}

function indicatorRows(tracked: readonly Tracked[], voice: Voice): RowPlan[] {
  const columns = ['ref', 'indicator', 'unit', 'cumulative', 'lop', 'percent', 'rag'] as const
  return [
    { cells: columns.map((key) => voice.t(`releases:workbook.column.${key}`)), style: 'heading' },
    ...tracked.map(
      ({ indicator, toDate }): RowPlan => ({
        cells: [
          { text: indicator.code, tone: 'strong' },
          voice.of(indicator.name),
          voice.of(indicator.countingUnit),
          valueCell(toDate, indicator),
          targetCell(toDate, indicator),
          ofTargetCell(toDate),
          ragCell(toDate, voice),
        ],
      }),
    ),
  ]
}

function ragOf({ shown }: Tracked['toDate']): (typeof RAG)[number] | 'confidential' {
  return shown.kind === 'confidential' ? 'confidential' : (shown.progress?.rag ?? 'grey')
}
