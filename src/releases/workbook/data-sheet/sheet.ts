import type { ReleaseContent } from '../../content/content.ts'
import type { Bilingual } from '../bilingual.ts'
import type { SheetPlan } from '../plan.ts'
import { areaHeading } from '../sheets/in-words.ts'
import { type PlacedColumn, ROWS_ABOVE } from './layout.ts'
import { type DataTable, dataTable } from './table.ts'

/** What formulas and other programs know the table by, in every language. */
const TABLE_NAME = 'Data'

/** One row a figure, each figure once: for whoever wants to compute with them, and for every other sheet. */
export function dataSheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  { columns, cells }: DataTable = dataTable(content),
): SheetPlan {
  return {
    key: 'data',
    name,
    columns: columns.map(({ width }) => ({ width, wrap: false })),
    rows: [
      { cells: [bilingual.t('releases:workbook.sheet.data')], style: 'title' },
      { cells: columns.map((column) => dataHeading(column, content)), style: 'heading' },
      ...cells.map((row) => ({ cells: row })),
    ],
    freeze: { rows: ROWS_ABOVE, columns: 1 },
    print: { landscape: true, repeatRows: ROWS_ABOVE },
    table: { name: TABLE_NAME, headingRow: ROWS_ABOVE },
  }
}

/** What a column is called, in one line. */
export function dataHeading({ key, bilingual }: PlacedColumn, content: ReleaseContent): string {
  const text = key === 'place' ? areaHeading(content, bilingual) : bilingual.t(`releases:workbook.column.${key}`)
  return text.replaceAll('\n', ' / ')
}
