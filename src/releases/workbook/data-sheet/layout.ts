import { cellAddress } from '../../../spreadsheet/address.ts'
import type { ReleaseContent } from '../../content/content.ts'
import { type Bilingual, bilingualIn, languagesApart } from '../bilingual.ts'
import { phaseOfReport } from '../sheets/report-phase.ts'
import { DATA_COLUMNS, type DataColumn, type DataKey } from './columns.ts'

/** Rows above the figures: the title and the headings. */
export const ROWS_ABOVE = 2

/** A column as it stands on the sheet, in the language, or languages, that it is written in. */
export type PlacedColumn = DataColumn & { bilingual: Bilingual }

/** The columns of a report's sheet of data: what is worded stands once in each language. */
export function placedColumns(content: Pick<ReleaseContent, 'release' | 'project'>): PlacedColumn[] {
  const { release, project } = content
  const together = bilingualIn(release.language, project.terms)
  const apart = languagesApart(release.language, project.terms)
  const shown = DATA_COLUMNS.filter(({ phased }) => !phased || phaseOfReport(content))
  return shown.flatMap((column) =>
    (column.kind === 'worded' ? apart : [together]).map((bilingual) => ({ ...column, bilingual })),
  )
}

/** Where a column stands, from 0: of one in two languages the first. */
export function columnAt(columns: readonly PlacedColumn[], key: DataKey): number {
  return columns.findIndex((column) => column.key === key)
}

/** The address of a figure's cell on the sheet of data. */
export function dataAddress(column: number, row: number): string {
  return cellAddress(column, ROWS_ABOVE + row)
}
