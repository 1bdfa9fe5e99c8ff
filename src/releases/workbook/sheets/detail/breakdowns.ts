import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseContent, ReleaseTable } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { type LiveCells, liveCells } from '../../data-sheet/live.ts'
import { dataTable } from '../../data-sheet/table.ts'
import type { RowPlan, SheetPlan } from '../../plan.ts'
import { running } from '../../print/running.ts'
import { periodLine } from '../in-words.ts'
import { blocksFor, type DetailPart, sheetFor } from './blocks.ts'
import { detailPeriods } from './periods.ts'
import { type Context, columnsOfPeriods, detailTitle, lineBeside } from './rows.ts'
import { tableNotes } from './table-notes.ts'

/** Each indicator of the whole project by its breakdowns; null where none is broken down. */
export function breakdownsSheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  live: LiveCells = liveCells(dataTable(content)),
): SheetPlan | null {
  const context = { bilingual, live }
  const own = content.tables.filter(({ section }) => section === 'breakdown')
  if (own.length === 0) return null
  const parts = content.indicators.flatMap(({ code }) => {
    const tables = own.filter(({ table }) => table.indicator.code === code)
    const parts = tables.map((table, nth) => partOf(table, nth === 0, content, context))
    return saidOnce(parts)
  })
  const column = (key: 'ref' | 'by' | 'category') => bilingual.t(`releases:workbook.column.${key}`)
  const tables = { lead: [column('ref'), column('by'), column('category')], parts }
  const sheet = sheetFor(tables, bilingual)
  const above: RowPlan[] = [
    { cells: [bilingual.t('releases:workbook.sheet.breakdowns')], style: 'title' },
    ...running(periodLine(content, bilingual), sheet.columns, 'subtitle'),
  ]
  return {
    key: 'breakdowns',
    name,
    columns: sheet.columns,
    rows: blocksFor(tables, sheet, above),
    freeze: { rows: 1, columns: 1 },
    print: { landscape: sheet.landscape, repeatRows: 0 },
  }
}

/** `own`: what is said of this breakdown whatever is said of the others. */
type BrokenDown = DetailPart & { own: string[] }

function partOf(one: ReleaseTable, isFirst: boolean, { release }: ReleaseContent, context: Context): BrokenDown {
  const { table, breakdown } = one
  const { bilingual } = context
  const periods = detailPeriods([one], release.to)
  return {
    title: isFirst ? detailTitle(table.indicator, bilingual) : null,
    columns: columnsOfPeriods(periods, table.indicator, bilingual),
    lines: table.rows.map((row, at) => {
      const lead = [
        { text: table.indicator.code, tone: 'strong' as const },
        breakdown ? bilingual.of(breakdown) : NOTHING,
        bilingual.of(row.label),
      ]
      return [lineBeside({ lead, figures: table.cells[at] ?? [] }, table.indicator, context)]
    }),
    about: [],
    own: table.overlapping ? [bilingual.t('releases:workbook.overlapping')] : [],
    notes: tableNotes([one], bilingual, { periods, isWhole: true }),
  }
}

/** What holds of every breakdown of an indicator is said once, with its title. */
function saidOnce(parts: readonly BrokenDown[]): DetailPart[] {
  const [first] = parts
  const shared = first?.notes.filter((note) => parts.every(({ notes }) => notes.includes(note))) ?? []
  return parts.map((part, at) => ({
    ...part,
    about: at === 0 ? shared : [],
    notes: [...part.own, ...part.notes.filter((note) => !shared.includes(note))],
  }))
}
