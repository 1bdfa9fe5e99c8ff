import type { Block } from '../blocks.ts'
import { type Budget, SolveFailure } from '../budget.ts'
import type { Group } from '../groups/group.ts'
import type { Solution, Solver, WeightedSum } from '../lp.ts'
import { FeasiblePoints, type Pattern, type Side, weighted } from './feasible-points.ts'
import { AttackerModels, type Bounds, differenceOf } from './models.ts'
import { type Presolved, presolve } from './presolve.ts'

/** Smallest and largest count that fit everything the attacker knows; null = no upper limit. */
export type FeasibilityInterval = readonly [lowest: number, highest: number | null]

/** How low (high) a row or a group should be able to be for all the attacker knows. */
export interface End {
  /** Rows of the block, then its groups. */
  row: number
  side: Side
  level: number
}

/** Of these ends the attacker must find one at least possible. */
export type Requirement = readonly End[]

/** Far above the solver's own tolerance (1e-7), far below the distance of two whole numbers. */
const TOLERANCE = 1e-5

const UNBOUNDED = Number.POSITIVE_INFINITY

/**
 * What someone can work out who has everything published of a block, now and earlier: unknown whole numbers >= 0
 * behind it all, shown rows equal to their counts, `[c]` rows at least 1.
 *
 * A linear program comes first, for its bounds enclose those in whole numbers: when it says that a count is out of
 * reach, so it is. When it does not, a whole solution is looked for, last of all by an integer program.
 */
export class Attacker {
  private readonly presolved: Presolved
  private readonly models: AttackerModels
  private readonly points: FeasiblePoints
  private readonly groups: readonly Group[]
  /** Of rows, then of groups. */
  private readonly sums: readonly Required<WeightedSum>[]

  /** @param grouped what `candidateGroups` found in the block; without it only rows are looked at */
  constructor(
    private readonly block: Block,
    counts: readonly number[],
    solver: Solver,
    budget: Budget,
    grouped?: { list: readonly Group[]; presolved: Presolved },
  ) {
    this.presolved = grouped?.presolved ?? presolve(block, counts)
    this.groups = grouped?.list ?? []
    const { terms } = this.presolved
    const termsOf = (rows: readonly number[]) => rows.map((row) => terms[row]!)
    this.sums = [
      ...block.rows.map((_, row) => differenceOf([terms[row]!], [])),
      ...this.groups.map(({ plus, minus }) => differenceOf(termsOf(plus), termsOf(minus))),
    ]
    this.models = new AttackerModels(this.presolved, this.sums, solver, budget)
    this.points = new FeasiblePoints(block.rows, this.presolved, this.sums)
  }

  get unknowns(): number {
    return this.presolved.unknowns
  }

  close(): void {
    this.models.close()
  }

  /** Exactly what the attacker can infer about a row. */
  interval(pattern: Pattern, row: number): FeasibilityInterval {
    const value = this.told(pattern, row)
    if (value !== null) return [value, value]
    const lowest = this.points.reach(pattern, row, 'lowest', 1) ? 1 : this.extreme(pattern, row, 'lowest')
    return [lowest, this.isUnbounded(pattern, row) ? null : this.extreme(pattern, row, 'highest')]
  }

  /** The level if the row could be as low (as high) as that, else how far it can go. */
  limit(pattern: Pattern, { row, side, level }: End): number {
    const value = this.told(pattern, row)
    if (value !== null) return value
    return this.cover(pattern, [{ row, side, level }]) === null ? level : this.extreme(pattern, row, side)
  }

  /**
   * Null when one of the ends is, for all the attacker knows, possible. Else the shown rows that the inference rests on:
   * while none of these is suppressed, suppressing any others changes nothing.
   */
  cover(pattern: Pattern, requirement: Requirement): readonly number[] | null {
    if (requirement.some(({ row, side, level }) => this.points.reach(pattern, row, side, level))) return null
    const rows = new Set<number>()
    for (const end of requirement) {
      const cover = this.coverOf(pattern, end)
      if (cover === null) return null
      for (const row of cover) rows.add(row)
    }
    return [...rows].sort((a, b) => a - b)
  }

  /** The same of one end that no point found so far reaches. */
  private coverOf(pattern: Pattern, { row, side, level }: End): readonly number[] | null {
    const value = this.valueOf(row)
    const bounds = this.bounds(pattern)
    // Going beyond the level is of no use, and without a limit the program might be unbounded.
    bounds[row] = this.upTo(row, side, level)
    const linear = optimal(this.models.solve('linear', bounds, this.costs([{ row, side }])))
    const reached = this.sum(row, linear.point)
    if (side === 'lowest' ? reached > level + TOLERANCE : reached < level - TOLERANCE)
      return this.coverable(pattern).filter((other) => Math.abs(linear.duals[other]!) > TOLERANCE)
    if (this.points.accept(pattern, linear.point)) return null
    const near = this.nearest(pattern, row, level - value)
    if (near && this.points.accept(pattern, near)) return null
    bounds[row] = side === 'lowest' ? [this.least(row), level] : [level, UNBOUNDED]
    const integer = this.models.solve('integer', bounds, new Map())
    if (integer.status !== 'optimal') return this.coverable(pattern)
    if (!this.points.accept(pattern, integer.point)) throw new SolveFailure('solver-failed')
    return null
  }

  /** Tries to reach many ends with one program; those that it reaches cost nothing to ask for afterwards. */
  reachTogether(pattern: Pattern, ends: readonly End[]): void {
    for (const side of ['highest', 'lowest'] as const) {
      const open = ends.filter(
        (end) =>
          end.side === side &&
          this.told(pattern, end.row) === null &&
          !this.points.reach(pattern, end.row, side, end.level),
      )
      if (open.length < 2) continue
      const bounds = this.bounds(pattern)
      const furthest = new Map<number, End>()
      for (const end of open) {
        const other = furthest.get(end.row)
        if (!other || (side === 'highest' ? end.level > other.level : end.level < other.level))
          furthest.set(end.row, end)
      }
      for (const { row, level } of furthest.values()) bounds[row] = this.upTo(row, side, level)
      const costs = this.costs([...furthest.values()])
      this.points.accept(pattern, optimal(this.models.solve('linear', bounds, costs)).point)
    }
  }

  /** The lowest (highest) whole number the row could be, when it is bounded on that side. */
  private extreme(pattern: Pattern, row: number, side: Side): number {
    const [bounds, costs] = [this.bounds(pattern), this.costs([{ row, side }])]
    const linear = optimal(this.models.solve('linear', bounds, costs))
    const point = this.points.accept(pattern, linear.point)
    if (point && Math.abs(point.values[row]! - this.sum(row, linear.point)) < TOLERANCE) return point.values[row]!
    const integer = this.points.accept(pattern, optimal(this.models.solve('integer', bounds, costs)).point)
    if (!integer) throw new SolveFailure('solver-failed')
    return integer.values[row]!
  }

  /**
   * Whether the row could grow without limit: whether it can move at all while nothing shown moves and nothing
   * suppressed shrinks. Asked before the highest value is sought, since a solver is at its least reliable when there is
   * none.
   */
  private isUnbounded(pattern: Pattern, row: number): boolean {
    const bounds = this.bounds(pattern)
    for (const other of this.block.rows.keys()) bounds[other] = [0, pattern[other] === 1 ? UNBOUNDED : 0]
    bounds[row] = [0, 1]
    const solution = this.models.solve('linear', bounds, this.costs([{ row, side: 'highest' }]))
    return this.sum(row, optimal(solution).point) > 0.5
  }

  /**
   * The point nearest to the truth in which the row has moved so far. Few rows move in it, so it is mostly whole where
   * the vertex that the solver went to was not, and goes on serving under other patterns.
   */
  private nearest(pattern: Pattern, row: number, move: number): number[] | null {
    const { truth, unknowns } = this.presolved
    const bounds = this.bounds(pattern)
    for (const [other, { value }] of this.block.rows.entries())
      bounds[other] = pattern[other] === 1 ? [1 - value, UNBOUNDED] : [0, 0]
    bounds[row] = [move, move]
    const costs = new Map(Array.from({ length: 2 * unknowns }, (_, column) => [column, 1]))
    const solution = this.models.solve('deviation', bounds, costs)
    if (solution.status !== 'optimal') return null
    return truth.map((count, unknown) => count + solution.point[unknown]! - solution.point[unknowns + unknown]!)
  }

  /** The value if the row is shown, or if the group is the difference of two rows that are. */
  private told(pattern: Pattern, row: number): number | null {
    const isShown = (one: number) => this.block.rows[one]!.known || pattern[one] === 0
    const group = this.groups[row - this.block.rows.length]
    const shown = group ? group.pairs.some((pair) => pair.every(isShown)) : isShown(row)
    return shown ? this.valueOf(row) : null
  }

  private valueOf(row: number): number {
    return this.block.rows[row]?.value ?? this.groups[row - this.block.rows.length]!.count
  }

  /** What a suppressed row is at least; a group may be nothing, and a change a fall. */
  private least(row: number): number {
    return row < this.block.rows.length ? 1 : Number.NEGATIVE_INFINITY
  }

  private upTo(row: number, side: Side, level: number): Bounds {
    if (side === 'highest') return [this.least(row), level]
    return [Math.max(this.least(row), level), UNBOUNDED]
  }

  private bounds(pattern: Pattern): Bounds[] {
    return [
      ...this.block.rows.map(({ value }, row): Bounds => (pattern[row] === 1 ? [1, UNBOUNDED] : [value, value])),
      ...this.groups.map((): Bounds => [Number.NEGATIVE_INFINITY, UNBOUNDED]),
    ]
  }

  private costs(objective: readonly { row: number; side: Side }[]): Map<number, number> {
    const costs = new Map<number, number>()
    for (const { row, side } of objective) {
      const { columns, weights } = this.sums[row]!
      const sign = side === 'lowest' ? 1 : -1
      for (const [at, unknown] of columns.entries()) costs.set(unknown, (costs.get(unknown) ?? 0) + sign * weights[at]!)
    }
    return costs
  }

  private sum(row: number, point: ArrayLike<number>): number {
    return weighted(this.sums[row]!, point)
  }

  /** Rows that could still be suppressed. */
  private coverable(pattern: Pattern): number[] {
    return [...this.block.rows.keys()].filter((row) => pattern[row] === 0 && this.block.rows[row]!.candidate)
  }
}

/** Every program asked for this way has a solution, the truth, and an optimum. */
function optimal(solution: Solution): Extract<Solution, { status: 'optimal' }> {
  if (solution.status !== 'optimal') throw new SolveFailure('solver-failed')
  return solution
}
