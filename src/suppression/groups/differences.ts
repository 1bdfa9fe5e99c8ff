import type { Block } from '../blocks.ts'
import { isSmall } from '../problem.ts'
import type { SumRow } from '../rows.ts'
import type { ClassSets } from './classes.ts'
import type { RowPair } from './group.ts'

/** A row that is or may be seen as a number, and is not zero. */
export function isVisible({ value, known, candidate }: SumRow): boolean {
  return value > 0 && (known || candidate)
}

/**
 * A row that only earlier publications had, and hid for the sake of others: what it told with another row was protected then, and must be
 * now that more is known.
 */
export function wasHidden({ value, ids, earlier }: SumRow, threshold: number): boolean {
  return ids.length === 0 && earlier === 'hidden' && value >= threshold
}

/**
 * Pairs of rows of which the first is larger by 1…k−1 and holds the second: visible ones, one of this publication at least; and those that
 * an earlier publication hid, with others or with each other. Rows stand in the order of their values.
 */
export function nestedPairs({ rows }: Block, sets: ClassSets, threshold: number): RowPair[] {
  const pairs: RowPair[] = []
  const counts = (row: SumRow) => isVisible(row) || wasHidden(row, threshold)
  for (const [inner, small] of rows.entries()) {
    if (!counts(small)) continue
    for (let outer = inner + 1; outer < rows.length; outer++) {
      const large = rows[outer]!
      if (large.value - small.value >= threshold) break
      if (!isSmall(large.value - small.value, threshold) || !counts(large)) continue
      // Told already, by earlier publications alone.
      if (small.ids.length === 0 && large.ids.length === 0 && small.known && large.known) continue
      if (sets.isWithin(inner, outer)) pairs.push([outer, inner])
    }
  }
  return pairs
}
