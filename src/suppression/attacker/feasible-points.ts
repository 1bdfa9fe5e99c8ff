import type { Part, Row } from '../rows.ts'
import type { Condensed } from './presolve.ts'

/** Which rows of a part the attacker sees only as `[c]` (1) and which as a number (0). */
export type Pattern = Uint8Array

/** The pattern with these rows hidden besides those hidden anyway. */
export function patternOf(part: Part, rows: readonly number[]): Pattern {
  const pattern = Uint8Array.from(part.rows, (row) => (row.hidden ? 1 : 0))
  for (const row of rows) pattern[row] = 1
  return pattern
}

/** One end of an interval. */
export type Side = 'lowest' | 'highest'

/** Counts that fit what is always known, and the rows in which they differ from the truth: all of these must be hidden. */
export interface World {
  values: readonly number[]
  moved: readonly number[]
}

/**
 * What the truth could be for all the attacker knows. That a world is possible is never believed of the solver: its
 * point is rounded and checked in whole numbers against every row, so that rounding errors can hide too much, never too
 * little. A world found under one pattern serves under every other that hides the rows in which it moves.
 */
export class Worlds {
  private readonly found: World[] = []

  constructor(
    private readonly rows: readonly Row[],
    private readonly condensed: Condensed,
  ) {
    this.accept(new Uint8Array(rows.length), condensed.truth)
  }

  /** The world at this point, if it is one and the pattern allows it. */
  accept(pattern: Pattern, point: ArrayLike<number>): World | null {
    const world = this.check(Array.from(point, Math.round))
    if (!world) return null
    this.found.unshift(world)
    return allows(pattern, world) ? world : null
  }

  /** Whether some world found so far lets the row be as low (as high) as the level under this pattern. */
  reach(pattern: Pattern, row: number, side: Side, level: number): boolean {
    return this.found.some((world) => {
      const value = world.values[row]!
      return (side === 'lowest' ? value <= level : value >= level) && allows(pattern, world)
    })
  }

  private check(unknowns: readonly number[]): World | null {
    if (unknowns.some((unknown) => !(unknown >= 0))) return null
    const total = (list: readonly number[]) => list.reduce((sum, unknown) => sum + unknowns[unknown]!, 0)
    if (this.condensed.ties.some(([left, right]) => total(left) !== total(right))) return null
    const values = this.condensed.terms.map(total)
    const moved = [...values.keys()].filter((row) => values[row] !== this.rows[row]!.value)
    if (moved.some((row) => this.rows[row]!.known || values[row]! < 1)) return null
    return { values, moved }
  }
}

function allows(pattern: Pattern, world: World): boolean {
  return world.moved.every((row) => pattern[row] === 1)
}
