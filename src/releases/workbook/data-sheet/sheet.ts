import type { ReleaseContent } from '../../content/content.ts'
import { type Bilingual, inOneLine } from '../bilingual.ts'
import type { SheetPlan } from '../plan.ts'
import { fittingColumn } from '../print/column-widths.ts'
import { areaHeading } from '../sheets/in-words.ts'
import { type PlacedColumn, ROWS_ABOVE } from './layout.ts'
import { type DataTable, dataTable } from './table.ts'

/** What formulas and other programs know the table by, in every language. */
const TABLE_NAME = 'Data'

/** No column can be wider (Excel specifications and limits). */
const WIDEST = 255
/** In characters: what programs draw over the end of a heading. */
const FILTER_BUTTON = 3

/** One row a figure, each figure once: for whoever wants to compute with them, and for every other sheet. */
export function dataSheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  { columns, cells }: DataTable = dataTable(content),
): SheetPlan {
  const headings = columns.map((column) => dataHeading(column, content))
  return {
    key: 'data',
    name,
    columns: headings.map((heading, at) => ({
      ...fittingColumn(
        cells.map((row) => row[at] ?? null),
        { heading, bilingual, least: FILTER_BUTTON + 2, most: WIDEST },
      ),
      wrap: false,
    })),
    rows: [
      { cells: [bilingual.t('releases:workbook.sheet.data')], style: 'title' },
      { cells: headings, style: 'heading' },
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
  return inOneLine(text)
}
