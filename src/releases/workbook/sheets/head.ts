import type { ColumnPlan, RowPlan } from '../plan.ts'
import { running } from '../print/running.ts'

/** How a sheet begins: its title, and under it what holds of all of it, across the columns that are printed. */
export function headRows(
  title: string,
  lines: readonly string[],
  columns: readonly Pick<ColumnPlan, 'width'>[],
): RowPlan[] {
  return [{ cells: [title], style: 'title' }, ...lines.flatMap((line) => running(line, columns, 'subtitle'))]
}
