import type { Block } from '../blocks.ts'
import type { WeightedSum } from '../lp.ts'
import type { SumRow } from '../rows.ts'
import type { Unknowns } from './builder.ts'

/** Which rows of a block the attacker sees only as `[c]` (1) and which as a number (0). */
export type Pattern = Uint8Array

/** The pattern with these rows suppressed besides those suppressed anyway. */
export function patternOf({ rows }: Pick<Block, 'rows'>, chosen: readonly number[]): Pattern {
  const pattern = Uint8Array.from(rows, (row) => (row.suppressed ? 1 : 0))
  for (const row of chosen) pattern[row] = 1
  return pattern
}

/** One end of an interval. */
export type Side = 'lowest' | 'highest'

/** Counts that fit what is always known, and the rows in which they differ from the truth: all of these must be suppressed. */
export interface FeasiblePoint {
  /** Of rows, then of groups. */
  values: readonly number[]
  moved: readonly number[]
}

/**
 * What the truth could be for all the attacker knows. That a point is feasible is never believed of the solver: it is
 * rounded and checked in whole numbers against every row, so that rounding errors can suppress too much, never too
 * little. A point found under one pattern serves under every other that suppresses the rows in which it moves.
 */
export class FeasiblePoints {
  private readonly found: FeasiblePoint[] = []

  constructor(
    private readonly rows: readonly SumRow[],
    private readonly presolved: Pick<Unknowns, 'ties' | 'truth'>,
    private readonly sums: readonly Required<WeightedSum>[],
  ) {
    this.accept(new Uint8Array(rows.length), presolved.truth)
  }

  /** The point at these unknowns, if it is feasible and the pattern allows it. */
  accept(pattern: Pattern, unknowns: ArrayLike<number>): FeasiblePoint | null {
    const point = this.check(Array.from(unknowns, Math.round))
    if (!point) return null
    this.found.unshift(point)
    return allows(pattern, point) ? point : null
  }

  /** Whether some point found so far lets the row be as low (as high) as the level under this pattern. */
  reach(pattern: Pattern, row: number, side: Side, level: number): boolean {
    return this.found.some((point) => {
      const value = point.values[row]!
      return (side === 'lowest' ? value <= level : value >= level) && allows(pattern, point)
    })
  }

  private check(unknowns: readonly number[]): FeasiblePoint | null {
    if (unknowns.some((unknown) => !(unknown >= 0))) return null
    const total = (list: readonly number[]) => list.reduce((sum, unknown) => sum + unknowns[unknown]!, 0)
    if (this.presolved.ties.some(([left, right]) => total(left) !== total(right))) return null
    const values = this.sums.map((sum) => weighted(sum, unknowns))
    const moved = [...this.rows.keys()].filter((row) => values[row] !== this.rows[row]!.value)
    if (moved.some((row) => this.rows[row]!.known || values[row]! < 1)) return null
    return { values, moved }
  }
}

/** What a sum comes to at these unknowns. */
export function weighted({ columns, weights }: Required<WeightedSum>, unknowns: ArrayLike<number>): number {
  let total = 0
  for (let at = 0; at < columns.length; at++) total += weights[at]! * unknowns[columns[at]!]!
  return total
}

function allows(pattern: Pattern, point: FeasiblePoint): boolean {
  return point.moved.every((row) => pattern[row] === 1)
}
