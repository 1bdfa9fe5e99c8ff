import { isSmall } from '../problem.ts'

/**
 * A number of persons or cases that stands in no table and follows from tables:
 *
 * - `difference` of two rows of which one holds the other: eleven minus ten is one person
 * - `finest`: atoms that no row tells apart
 * - `change`: of one figure between an earlier publication and this one, or of the finest part of it that was corrected
 */
export interface Group {
  kind: 'difference' | 'finest' | 'change'
  /** 1…k−1: what is added less what is taken away. */
  count: number
  /** What it is the sum of: rows of the block and, from the number of rows on, the probes that it was presolved with. */
  plus: readonly number[]
  minus: readonly number[]
  /** Positions of the atoms that are added, and of those taken away. */
  atoms: readonly number[]
  less: readonly number[]
  /** Pairs of rows that give it away as soon as both are shown, the larger first. */
  pairs: readonly RowPair[]
}

export type RowPair = readonly [row: number, other: number]

export type Range = readonly [lowest: number, highest: number]

/** What is known of a group says that it is small, and more than that. */
export function isGivenAway([lowest, highest]: Range, threshold: number): boolean {
  return isSmall(lowest, threshold) && isSmall(highest, threshold) && (lowest > 1 || highest < threshold - 1)
}
