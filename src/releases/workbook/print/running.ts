import { wrapped } from '../../../spreadsheet/text-width.ts'
import { roomAcross } from '../../../spreadsheet/writing/room.ts'
import type { ColumnPlan, RowPlan } from '../plan.ts'
import { ROW_LETTERS } from '../theme.ts'

/** A text on as many rows as it takes to run on over the columns of a sheet; two languages stand under each other. */
export function running(
  text: string,
  columns: readonly Pick<ColumnPlan, 'width'>[],
  style: 'title' | 'group' | 'note' | 'subtitle',
): RowPlan[] {
  const row = (line: string, nth: number): RowPlan => ({
    ...{ cells: [line], style },
    ...(style === 'group' ? { keepWithNext: true } : {}),
    ...(nth > 0 ? { runsOn: true } : {}),
  })
  return text.split('\n').flatMap((line) => wrapped(line, roomAcross(columns), ROW_LETTERS[style]).map(row))
}
