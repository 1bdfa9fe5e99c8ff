import type { SumRow } from './rows.ts'

/**
 * What suppressing a row costs. `cells` comes first: how many there are, and, where that is equal, how many of them were
 * shown before; `size` second: the sum of their counts.
 */
export interface Loss {
  cells: number
  size: number
}

/** Of each row. One more cell always weighs more than all cells of the block having been shown before. */
export function rowLosses(rows: readonly SumRow[], suppressedBefore: ReadonlySet<string>): Loss[] {
  const weight = rows.reduce((sum, row) => sum + row.ids.length, 0) + 1
  return rows.map(({ ids, value }) => ({
    cells: ids.reduce((sum, id) => sum + weight + (suppressedBefore.has(id) ? 0 : 1), 0),
    size: ids.length * value,
  }))
}

export function totalLoss(losses: readonly Loss[], rows: readonly number[]): Loss {
  return rows.reduce(
    (total, row) => ({ cells: total.cells + losses[row]!.cells, size: total.size + losses[row]!.size }),
    { cells: 0, size: 0 },
  )
}

/** Below zero when the first is less. */
export function compareLoss(a: Loss, b: Loss): number {
  return a.cells - b.cells || a.size - b.size
}

/** Rows from the least loss to the greatest, those of equal loss by number. */
export function byLoss(losses: readonly Loss[], rows: readonly number[]): number[] {
  return [...rows].sort((a, b) => compareLoss(losses[a]!, losses[b]!) || a - b)
}
