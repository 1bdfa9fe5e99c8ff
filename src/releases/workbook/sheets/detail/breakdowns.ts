import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseContent, ReleaseTable } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'
import { type LiveCells, liveCells } from '../../data-sheet/live.ts'
import { dataTable } from '../../data-sheet/table.ts'
import type { SheetPlan } from '../../plan.ts'
import { running } from '../../print/running.ts'
import { periodLine } from '../in-words.ts'
import { blocksFor, type DetailPart } from './blocks.ts'
import { detailPeriods } from './periods.ts'
import { type Context, detailTitle, linesFor } from './rows.ts'
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
    return tables.map((table, nth) => partOf(table, nth === 0, content, context))
  })
  const column = (key: 'ref' | 'by' | 'category' | 'line') => bilingual.t(`releases:workbook.column.${key}`)
  const frame = { lead: [column('ref'), column('by'), column('category')], kind: column('line'), after: [] }
  const { columns, rows } = blocksFor(parts, frame, bilingual, (wide) => [
    { cells: [bilingual.t('releases:workbook.sheet.breakdowns')], style: 'title' },
    ...running(periodLine(content, bilingual), wide, 'subtitle'),
  ])
  return {
    key: 'breakdowns',
    name,
    columns,
    rows,
    freeze: { rows: 1, columns: 1 },
    print: { landscape: true, repeatRows: 0 },
  }
}

function partOf(one: ReleaseTable, isFirst: boolean, { release }: ReleaseContent, context: Context): DetailPart {
  const { table, breakdown } = one
  const { bilingual } = context
  return {
    title: isFirst ? detailTitle(table.indicator, bilingual) : null,
    periods: detailPeriods([one], release.to),
    lines: table.rows.map((row, at) =>
      linesFor(
        {
          lead: [
            { text: table.indicator.code, tone: 'strong' },
            breakdown ? bilingual.of(breakdown) : NOTHING,
            bilingual.of(row.label),
          ],
          figures: table.cells[at] ?? [],
        },
        table.indicator,
        context,
      ),
    ),
    notes: [
      ...(table.overlapping ? [bilingual.t('releases:workbook.overlapping')] : []),
      ...tableNotes([one], bilingual),
    ],
  }
}
