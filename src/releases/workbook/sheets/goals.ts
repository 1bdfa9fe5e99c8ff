import type { ReleaseContent } from '../../content/content.ts'
import { type Bilingual, inOneLine } from '../bilingual.ts'
import { type LiveCells, liveCells } from '../data-sheet/live.ts'
import { dataTable } from '../data-sheet/table.ts'
import type { Cell, ColumnPlan, RowPlan, SheetPlan } from '../plan.ts'
import { fittingColumn } from '../print/column-widths.ts'
import { printedAs } from '../print/pages.ts'
import { headRows } from './head.ts'
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
const WIDTHS = { goal: 11, ref: 5, indicator: 66, unit: 24, rag: 29, usual: 10 } as const
/** Words that are shorter leave their room to headings. */
const FITTING: readonly string[] = ['indicator', 'unit'] satisfies (typeof COLUMNS)[number][]

/**
 * What the project adds to targets of the Sustainable Development Goals and objectives of the Global Compact for Migration, for those
 * who write a country's voluntary review; null where no indicator is tagged with any. An indicator stands under each of its targets, as
 * the tracking table has it once: of more than a page that is for the screen alone, and says so.
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
  const cells = tagged.map((one) => cellsOf(one, isPhased))
  const headings = COLUMNS.map((key) => inOneLine(headingOf(key, isPhased, bilingual)))
  const columns = columnsOver(cells, headings, bilingual)
  const under = [{ cells: headings, style: 'heading' }, ...cells.map((own): RowPlan => ({ cells: own }))] as const
  const sheet = (...said: string[]): SheetPlan => {
    const head = headRows(
      bilingual.t('releases:workbook.sheet.goals'),
      [periodLine(content, bilingual), ...said],
      columns,
    )
    const headingRow = head.length + 1
    return {
      ...{ key: 'goals', name, columns },
      rows: [...head, ...under],
      freeze: { rows: headingRow, columns: 2 },
      print: { landscape: true, repeatRows: headingRow },
      table: { name: 'Goals', headingRow },
    }
  }
  const whole = sheet()
  if (printedAs(whole).breaks.length === 0) return whole
  return {
    ...sheet(bilingual.t('releases:workbook.goals-left')),
    print: { landscape: true, repeatRows: 0, isOff: true },
  }
}

function columnsOver(rows: readonly Cell[][], headings: readonly string[], bilingual: Bilingual): ColumnPlan[] {
  return COLUMNS.map((key, at): ColumnPlan => {
    const width = key in WIDTHS ? WIDTHS[key as keyof typeof WIDTHS] : WIDTHS.usual
    if (!FITTING.includes(key)) return { width }
    const cells = rows.map((row) => row[at] ?? '')
    return fittingColumn(cells, { heading: headings[at]!, bilingual, least: 8, most: width })
  })
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
