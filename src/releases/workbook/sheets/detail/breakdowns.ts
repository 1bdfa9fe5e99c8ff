import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseContent, ReleaseTable } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { type LiveCells, liveCells } from '../../data-sheet/live.ts'
import { dataTable } from '../../data-sheet/table.ts'
import type { SheetPlan } from '../../plan.ts'
import { headRows } from '../head.ts'
import { periodLine } from '../in-words.ts'
import { detailSheet, detailTable } from './detail-table.ts'
import { detailPeriods } from './periods.ts'
import { type Context, type DetailPart, detailRow, detailTitle } from './rows.ts'
import { inSharedColumns } from './shared-columns.ts'
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
    return saidOnce(tables.map((table, nth) => partOf(table, nth === 0, content, context)))
  })
  const column = (key: 'by' | 'category') => bilingual.t(`releases:workbook.column.${key}`)
  const periods = own.flatMap((one) => detailPeriods([one], content.release.to))
  const lead = [column('by'), column('category')]
  const laidOut = detailTable(inSharedColumns({ lead, after: [], parts }, periods, { content, bilingual }), bilingual, {
    above: (columns) =>
      headRows(bilingual.t('releases:workbook.sheet.breakdowns'), [periodLine(content, bilingual)], columns),
  })
  return detailSheet({ key: 'breakdowns', name, table: 'Breakdowns' }, laidOut, 3)
}

/** `own`: what is said of this breakdown whatever is said of the others. */
type BrokenDown = DetailPart & { own: string[] }

function partOf(one: ReleaseTable, isFirst: boolean, { release }: ReleaseContent, context: Context): BrokenDown {
  const { table, breakdown } = one
  const { indicator, overlapping } = table
  const { bilingual } = context
  const by = breakdown ? bilingual.of(breakdown) : NOTHING
  const periods = detailPeriods([one], release.to)
  return {
    indicator,
    title: isFirst ? detailTitle(indicator, bilingual) : null,
    rows: table.rows.map((row, at) => {
      const figures = table.cells[at] ?? []
      return detailRow({ lead: [by, bilingual.of(row.label)], figures }, indicator, context)
    }),
    about: [],
    own: overlapping ? [bilingual.t('releases:workbook.overlapping')] : [],
    notes: tableNotes([one], bilingual, { periods, isWhole: true, isBrokenDown: true }),
  }
}

/** What holds of every breakdown of an indicator is said once, with its title; what holds of several with the first of them. */
function saidOnce(parts: readonly BrokenDown[]): DetailPart[] {
  const [first] = parts
  const said = new Set(first?.notes.filter((note) => parts.every(({ notes }) => notes.includes(note))))
  const about = [...said]
  return parts.map((part, at) => {
    const own = part.notes.filter((note) => !said.has(note))
    for (const note of own) said.add(note)
    return { ...part, about: at === 0 ? about : [], notes: [...part.own, ...own] }
  })
}
