import { type Pair, pairsOf, totalOf } from '../../figures/sums.ts'
import { type Entry, isRemark } from '../entry.ts'
import type { CellGrid, FormRow } from '../entry-form/definition.ts'
import type { LastReported } from './previous.ts'

/** The total of one block as typed so far. */
export function totalIn(row: FormRow, grid: CellGrid, entries: readonly Entry[]): Pair | null {
  return totalOf(row.indicator.measure, pairsOf(entries.filter((entry) => grid.cells.includes(entry.cell))))
}

/** The total of the primary breakdown in an earlier quarter. */
export function previousTotal(row: FormRow, previous: LastReported): Pair | null {
  return totalOf(row.indicator.measure, pairsOf(previous.entries.filter(isUndividedOrPrimary(row, previous))))
}

/** An older quarter may have had an older primary breakdown: whatever is not an extra breakdown of this row is its primary. */
function isUndividedOrPrimary(row: FormRow, previous: LastReported): (entry: Entry) => boolean {
  const extras = new Set(row.grids.slice(1).flatMap((grid) => grid.cells))
  const inPrimary = new Set(row.grids[0].cells)
  const known = previous.entries.some((entry) => inPrimary.has(entry.cell))
  return (entry) => (known ? inPrimary.has(entry.cell) : !extras.has(entry.cell))
}

/** The values of one row, or the state in their place. */
export function entriesFor(row: FormRow, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => entry.indicator === row.indicator.code && !isRemark(entry))
}
