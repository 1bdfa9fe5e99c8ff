import { earlierNumberIn, type PublishableCell } from '../../../../disclosure/publishable.ts'
import { markText, whyText } from '../../../../figures/in-words.ts'
import { ruleText } from '../../../../indicators/in-words.ts'
import type { Indicator } from '../../../../indicators/indicator.ts'
import { dates } from '../../../../language/format.ts'
import type { TrackingColumnName } from '../../../../project/workbook-parts.ts'
import { spanOfCell } from '../../../../targets/figure-table.ts'
import { isRestated, type ReleaseContent } from '../../../content/content.ts'
import {
  coverageCell,
  markCell,
  ofLifeCell,
  ofTargetCell,
  planCell,
  ragCell,
  statusText,
  varianceCell,
} from '../../cells.ts'
import type { Cell } from '../../plan.ts'
import { componentName, definitionOf } from '../in-words.ts'
import { phaseOfReport } from '../report-phase.ts'
import { baselineCell, baselineSourceCell } from './baseline-cells.ts'
import { evidenceCell } from './evidence-cell.ts'
import { explanationCell } from './explanation-cell.ts'
import type { Tracked } from './tracked.ts'
import { lifeCell, periodTargetCell, phaseTargetCell, plannedCell, reachedCell, unitCell } from './tracked-cells.ts'

export type TrackingColumn = {
  key: TrackingColumnName
  width: number
  /** Only in reports that have something to say in it. */
  when?: (content: ReleaseContent) => boolean
  cell: (tracked: Tracked) => Cell
}

/** The columns that donors' tracking tables have, over all the templates that were compared. */
export const COLUMNS = [
  { key: 'ref', width: 5, cell: ({ indicator }) => ({ text: indicator.code, tone: 'strong' }) },
  { key: 'component', width: 11, cell: ({ indicator, bilingual }) => componentName(indicator, bilingual) },
  {
    key: 'level',
    width: 9,
    cell: ({ indicator, bilingual }) => bilingual.t(`releases:workbook.level.${indicator.level}`),
  },
  { key: 'indicator', width: 32, cell: ({ indicator, bilingual }) => bilingual.of(indicator.name) },
  { key: 'definition', width: 64, cell: ({ indicator, bilingual }) => definitionOf(indicator, bilingual) },
  { key: 'unit', width: 9, cell: unitCell },
  {
    key: 'rule',
    width: 26,
    cell: ({ indicator, bilingual }) => bilingual.say((words) => ruleText(indicator, words).join(' ')),
  },
  {
    key: 'direction',
    width: 12,
    cell: ({ indicator, bilingual }) => bilingual.t(`indicators:direction.${indicator.direction}`),
  },
  { key: 'baseline', width: 8, cell: baselineCell },
  { key: 'baseline-source', width: 22, cell: baselineSourceCell },
  {
    key: 'target-period',
    width: 9,
    cell: periodTargetCell,
  },
  {
    key: 'achieved',
    width: 9,
    cell: ({ period, indicator, bilingual, live }) => live.value(period, indicator, bilingual),
  },
  { key: 'n', width: 9, cell: ({ period, indicator, live }) => live.base(period, indicator).upper },
  { key: 'd', width: 9, cell: ({ period, indicator, live }) => live.base(period, indicator).lower },
  {
    key: 'cumulative',
    width: 11,
    cell: (tracked) => reachedCell(tracked, 'toDate'),
  },
  {
    key: 'cumulative-n',
    width: 11,
    cell: ({ reached, indicator, live }) => live.base(reached.toDate, indicator).upper,
  },
  {
    key: 'cumulative-d',
    width: 11,
    cell: ({ reached, indicator, live }) => live.base(reached.toDate, indicator).lower,
  },
  {
    key: 'phase-cumulative',
    width: 11,
    when: isPhased,
    cell: (tracked) => reachedCell(tracked, 'rated'),
  },
  {
    key: 'planned',
    width: 9,
    cell: plannedCell,
  },
  {
    key: 'percent-planned',
    width: 9,
    cell: ({ rated, live }) => live.beside(ofTargetCell(rated), rated, 'percent-planned'),
  },
  {
    key: 'phase-target',
    width: 9,
    when: isPhased,
    cell: phaseTargetCell,
  },
  {
    key: 'phase-percent',
    width: 9,
    when: isPhased,
    cell: ({ rated, live }) => live.beside(ofLifeCell(rated), rated, 'phase-percent'),
  },
  {
    key: 'lop',
    width: 9,
    cell: lifeCell,
  },
  { key: 'percent', width: 9, cell: ({ toDate, live }) => live.beside(ofLifeCell(toDate), toDate, 'percent') },
  {
    key: 'variance',
    width: 9,
    cell: ({ period, indicator, live }) => live.beside(varianceCell(period, indicator), period, 'variance-short'),
  },
  { key: 'rag', width: 15.4, cell: ({ rated, bilingual }) => ragCell(rated, bilingual) },
  { key: 'plan', width: 22, cell: ({ rated, bilingual }) => planCell(rated, bilingual) },
  { key: 'breakdown', width: 20, cell: breakdownsOf },
  {
    key: 'coverage',
    width: 10,
    cell: ({ period, indicator, bilingual }) => coverageCell(period, indicator, bilingual),
  },
  { key: 'status', width: 20, cell: statusOf },
  { key: 'means', width: 28, cell: ({ indicator, bilingual }) => bilingual.of(indicator.meansOfVerification) },
  { key: 'explanation', width: 26, cell: explanationCell },
  { key: 'evidence', width: 22, when: ({ evidence }) => evidence.length > 0, cell: evidenceCell },
  { key: 'responsible', width: 20, cell: ({ indicator, bilingual }) => bilingual.of(indicator.responsible) },
  { key: 'tags', width: 16, cell: ({ indicator }) => tagsOf(indicator) },
] as const satisfies readonly TrackingColumn[]

/** In a project of several phases. */
function isPhased(content: ReleaseContent): boolean {
  return phaseOfReport(content) !== null
}

function breakdownsOf({ indicator, bilingual }: Tracked): Cell {
  return indicator.breakdowns.length === 0
    ? markCell('not applicable')
    : indicator.breakdowns.map(bilingual.of).join('; ')
}

/** The dates of what was achieved, and of all to date, where they are not those of the report. */
function ownDates({ content, period, toDate, reached, bilingual }: Tracked): string[] {
  const { release } = content
  const { from, to } = spanOfCell(period)
  const said = (column: 'achieved' | 'cumulative', cell: PublishableCell) =>
    bilingual.say((words) => {
      const name = words.t(`releases:workbook.column.${column}`)
      return words.t('releases:workbook.own-dates', { column: name, dates: dates(spanOfCell(cell), words.language) })
    })
  return [
    ...(from === release.from && to === release.to ? [] : [said('achieved', period)]),
    ...(toDate.covers === null && reached.toDate === toDate ? [] : [said('cumulative', reached.toDate)]),
  ]
}

/** Which figures of the row beside that of the period are held; its own flags stand with it. */
function heldNotes({ reached: { toDate, rated }, bilingual }: Tracked): string[] {
  const said = (column: 'cumulative' | 'phase-cumulative') =>
    bilingual.say((words) => `${markText('held', words)}: ${words.t(`releases:workbook.column.${column}`)}`)
  return [
    ...(earlierNumberIn(toDate) ? [said('cumulative')] : []),
    ...(rated !== toDate && earlierNumberIn(rated) ? [said('phase-cumulative')] : []),
  ]
}

function statusOf(tracked: Tracked): Cell {
  const { content, indicator, period, toDate, breaks, bilingual } = tracked
  const revised = content.changes.some((change) => change.indicator === indicator.code && isRestated(change))
  const why = [period, toDate].some(({ shown }) => shown.kind === 'figure' && shown.figure.why === 'definitions')
  return [
    statusText(period, indicator, bilingual, revised),
    ...ownDates(tracked),
    ...heldNotes(tracked),
    ...(indicator.ended ? [bilingual.of(indicator.ended)] : []),
    ...(why ? [bilingual.say((words) => whyText('definitions', words))] : []),
    ...breaks.map(bilingual.of),
  ].join('\n')
}

function tagsOf({ tags }: Indicator): Cell {
  const all = [...tags.sdg.map((tag) => `SDG ${tag}`), ...tags.gcm.map((tag) => `GCM ${tag}`)]
  return all.length === 0 ? markCell('not applicable') : all.join(', ')
}
