import type { Bilingual } from '../bilingual.ts'
import type { DataRow } from './rows.ts'

/** Code of what belongs to no component. */
export const WHOLE_PROJECT = 'project'
/** Of a cell that is no category. */
const TOTAL = 'total'

export function placeName({ row, column, one: { table } }: DataRow, { of, t }: Bilingual): string {
  if (table.rowsAre === 'places') return of(row.label)
  return table.columnsAre === 'places' ? of(column.label) : t('releases:workbook.all-project')
}

export function categoryName({ row, one: { table } }: DataRow, { of, t }: Bilingual): string {
  return table.rowsAre === 'categories' ? of(row.label) : t('releases:workbook.undivided')
}

/** "female" of "sex=female". */
export function categoryCode({ cell: { ref } }: DataRow): string {
  return ref.cell === '' ? TOTAL : ref.cell.slice(ref.cell.indexOf('=') + 1)
}
