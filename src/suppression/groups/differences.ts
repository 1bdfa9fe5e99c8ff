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
 * Pairs of visible rows, one of this publication at least, of which the first is larger by 1…k−1 and holds the second.
 * Rows stand in the order of their values.
 */
export function nestedPairs({ rows }: Block, sets: ClassSets, threshold: number): RowPair[] {
  const pairs: RowPair[] = []
  for (const [inner, small] of rows.entries()) {
    if (!isVisible(small)) continue
    for (let outer = inner + 1; outer < rows.length; outer++) {
      const large = rows[outer]!
      if (large.value - small.value >= threshold) break
      if (!isSmall(large.value - small.value, threshold) || !isVisible(large)) continue
      if (small.ids.length === 0 && large.ids.length === 0) continue
      if (sets.isWithin(inner, outer)) pairs.push([outer, inner])
    }
  }
  return pairs
}
