import type { ReleaseContent } from '../../content/content.ts'
import { type Bilingual, inOneLine } from '../bilingual.ts'
import { type LiveCells, liveCells } from '../data-sheet/live.ts'
import { dataTable } from '../data-sheet/table.ts'
import type { Cell, RowPlan, SheetPlan } from '../plan.ts'
import { periodLine } from './in-words.ts'
import { phaseOfReport } from './report-phase.ts'
import { type Tracked, trackedBy } from './tracking/tracked.ts'
import { progressCells } from './tracking/tracked-cells.ts'

/** An indicator under one of the goals that it is tagged with. */
type Tagged = { goal: string; tracked: Tracked }

const COLUMNS = [
  ...(['goal', 'ref', 'indicator', 'unit', 'cumulative'] as const),
  ...(['planned', 'percent-planned', 'rag', 'lop', 'percent'] as const),
] as const
const WIDTHS = { goal: 11, ref: 5, indicator: 66, unit: 13, rag: 29, usual: 10 } as const

/**
 * What the project adds to targets of the Sustainable Development Goals and objectives of the Global Compact for Migration, for those
 * who write a country's voluntary review; null where no indicator is tagged with any.
 */
export function goalsSheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  live: LiveCells = liveCells(dataTable(content)),
): SheetPlan | null {
  const tagged = byGoal(trackedBy(content, bilingual, live))
  if (tagged.length === 0) return null
  const isPhased = phaseOfReport(content) !== null
  return {
    key: 'goals',
    name,
    columns: COLUMNS.map((key) => ({ width: key in WIDTHS ? WIDTHS[key as keyof typeof WIDTHS] : WIDTHS.usual })),
    rows: [
      { cells: [bilingual.t('releases:workbook.sheet.goals')], style: 'title' },
      { cells: [periodLine(content, bilingual)], style: 'subtitle' },
      { cells: COLUMNS.map((key) => inOneLine(headingOf(key, isPhased, bilingual))), style: 'heading' },
      ...tagged.map((one): RowPlan => ({ cells: cellsOf(one, isPhased) })),
    ],
    freeze: { rows: 3, columns: 2 },
    print: { landscape: true, repeatRows: 3 },
    table: { name: 'Goals', headingRow: 3 },
  }
}

/** Targets before objectives, each in its own order: 5.2 before 5.10. */
function byGoal(tracked: readonly Tracked[]): Tagged[] {
  const under = (said: (one: Tracked) => (string | number)[], name: string): Tagged[] =>
    tracked
      .flatMap((one) => said(one).map((tag) => ({ tag: String(tag), tracked: one })))
      .sort((a, b) => a.tag.localeCompare(b.tag, 'en', { numeric: true }))
      .map(({ tag, tracked: own }) => ({ goal: `${name} ${tag}`, tracked: own }))
  return [
    ...under(({ indicator }) => indicator.tags.sdg, 'SDG'),
    ...under(({ indicator }) => indicator.tags.gcm, 'GCM'),
  ]
}

/** In a project of several phases what is planned and reached is that of the phase. */
function headingOf(key: (typeof COLUMNS)[number], isPhased: boolean, { t }: Bilingual): string {
  const phased = { cumulative: 'phase-cumulative', lop: 'phase-target', percent: 'phase-percent' } as const
  return t(`releases:workbook.column.${isPhased && key in phased ? phased[key as keyof typeof phased] : key}`)
}

function cellsOf({ goal, tracked }: Tagged, isPhased: boolean): Cell[] {
  return [{ text: goal, tone: 'strong' }, tracked.indicator.code, ...progressCells(tracked, isPhased)]
}
