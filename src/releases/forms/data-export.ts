import { type ExportCell, type ExportColumn, type ExportSheet, PLAIN } from '../../charts/export/sheet.ts'
import { dates, instant } from '../../language/format.ts'
import { dayOfSerial } from '../../spreadsheet/serial-day.ts'
import type { ReleaseContent } from '../content/content.ts'
import { bilingualIn } from '../workbook/bilingual.ts'
import type { PlacedColumn } from '../workbook/data-sheet/layout.ts'
import { dataHeading } from '../workbook/data-sheet/sheet.ts'
import { dataTable } from '../workbook/data-sheet/table.ts'
import { type Cell, plainValue } from '../workbook/plan.ts'

/** The rows and columns of the workbook's *Data* as a table for CSV files: the same cells, none worked out anew. */
export function dataExport(content: ReleaseContent): ExportSheet {
  const { release, project, draft, versionAt } = content
  const { t, say, of } = bilingualIn(release.language, project.terms)
  const inOneLine = (text: string) => text.replaceAll('\n', ' / ')
  const { columns, cells } = dataTable(content)
  const version = say((words) =>
    words.t(`releases:workbook.cover.version-${draft ? 'draft' : 'value'}`, {
      id: release.id,
      when: instant(versionAt, words.language),
    }),
  )
  return {
    name: t('releases:workbook.sheet.data'),
    title: release.title,
    warning: project.illustrative ? inOneLine(t('releases:workbook.illustrative')) : null,
    lead: inOneLine(say((words) => dates(release, words.language))),
    facts: [
      ...(draft ? [t('releases:workbook.draft')] : []),
      of(project.name),
      version,
      `${t('releases:workbook.cover.as-at')}: ${say((words) => instant(release.asAt, words.language))}`,
      t('releases:workbook.cover.rule-value', { most: release.threshold - 1 }),
    ].map(inOneLine),
    columns: columns.map((column) => exportColumn(column, content)),
    rows: cells.map((row) => row.map((cell, at) => exportCell(cell, columns[at]!))),
  }
}

/** Machines know a column in words by its language, whether the report has one or two. */
function exportColumn(column: PlacedColumn, content: ReleaseContent): ExportColumn {
  const { key, kind, bilingual } = column
  return {
    key: kind === 'worded' ? `${key}-${bilingual.main}` : key,
    label: dataHeading(column, content),
    kind: isDay(column) ? 'day' : kind === 'number' ? 'number' : 'text',
  }
}

/** A number on the scale of *Data*, where per cent is a format; a day as ISO 8601 has it. */
function exportCell(cell: Cell, column: PlacedColumn): ExportCell {
  if (typeof cell === 'object' && cell !== null && 'number' in cell) {
    if (isDay(column)) return dayOfSerial(cell.number)
    return { number: cell.number, style: cell.format.includes('%') ? PER_CENT : PLAIN }
  }
  return typeof cell === 'number' ? { number: cell, style: PLAIN } : (plainValue(cell) as string | null)
}

const PER_CENT = { scale: 100, decimals: 2, isPercent: true } as const

function isDay({ key }: PlacedColumn): boolean {
  return key === 'first' || key === 'last' || key === 'as-at'
}
