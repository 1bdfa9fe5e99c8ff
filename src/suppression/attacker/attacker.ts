import { type Effort, Stopped } from '../budget.ts'
import type { Outcome, Solver } from '../highs.ts'
import type { Part } from '../rows.ts'
import { type Pattern, type Side, Worlds } from './feasible-points.ts'
import { Programs, type Span } from './models.ts'
import { type Condensed, condense } from './presolve.ts'

/** Smallest and largest count that fit everything the attacker knows; null = no upper limit. */
export type Interval = readonly [lowest: number, highest: number | null]

/** Far above the solver's own TOLERANCE (1e-7), far below the distance of two whole numbers. */
const TOLERANCE = 1e-5

const ENDLESS = Number.POSITIVE_INFINITY

/**
 * What someone can work out who has every published figure of a part, of this and of earlier releases: unknown whole
 * numbers >= 0 behind it all, shown rows equal to their figures, `[c]` rows at least 1.
 *
 * A linear program comes first, for its bounds enclose those in whole numbers: when it says that a count is out of
 * reach, so it is. When it does not, a whole solution is looked for, last of all by an integer program.
 */
export class Attack {
  private readonly condensed: Condensed
  private readonly programs: Programs
  private readonly worlds: Worlds

  constructor(
    private readonly part: Part,
    counts: readonly number[],
    solver: Solver,
    effort: Effort,
  ) {
    this.condensed = condense(part, counts)
    this.programs = new Programs(this.condensed, solver, effort)
    this.worlds = new Worlds(part.rows, this.condensed)
  }

  get unknowns(): number {
    return this.condensed.unknowns
  }

  close(): void {
    this.programs.close()
  }

  /** Exactly what the attacker can infer about a row. */
  interval(pattern: Pattern, row: number): Interval {
    const { value, known } = this.part.rows[row]!
    if (known || pattern[row] === 0) return [value, value]
    const lowest = this.worlds.reach(pattern, row, 'lowest', 1) ? 1 : this.end(pattern, row, 'lowest')
    return [lowest, this.isEndless(pattern, row) ? null : this.end(pattern, row, 'highest')]
  }

  /** The level if the row could be as low (as high) as that, else how far it can go. */
  limit(pattern: Pattern, row: number, side: Side, level: number): number {
    const { value, known } = this.part.rows[row]!
    if (known || pattern[row] === 0) return value
    return this.blame(pattern, row, side, level) === null ? level : this.end(pattern, row, side)
  }

  /**
   * Null when the row could, for all the attacker knows, be as low as `level` (or as high). Else the rows to blame:
   * while none of these is hidden, hiding any others changes nothing.
   */
  blame(pattern: Pattern, row: number, side: Side, level: number): readonly number[] | null {
    if (this.worlds.reach(pattern, row, side, level)) return null
    const { value } = this.part.rows[row]!
    const spans = this.spans(pattern)
    // Going beyond the level is of no use, and without a limit the program might have no end.
    if (side === 'highest') spans[row] = [1, level]
    const linear = optimal(this.programs.solve('linear', spans, this.prices([{ row, side }])))
    const reached = this.sum(row, linear.point)
    if (side === 'lowest' ? reached > level + TOLERANCE : reached < level - TOLERANCE)
      return this.blamable(pattern).filter((other) => Math.abs(linear.prices[other]!) > TOLERANCE)
    if (this.worlds.accept(pattern, linear.point)) return null
    const near = this.nearest(pattern, row, level - value)
    if (near && this.worlds.accept(pattern, near)) return null
    spans[row] = side === 'lowest' ? [1, level] : [level, ENDLESS]
    const whole = this.programs.solve('whole', spans, new Map())
    if (whole.status !== 'optimal') return this.blamable(pattern)
    if (!this.worlds.accept(pattern, whole.point)) throw new Stopped('solver-failed')
    return null
  }

  /** Tries to settle many ends with one program; those that it settles cost nothing to ask for afterwards. */
  prepare(pattern: Pattern, ends: readonly { row: number; side: Side; level: number }[]): void {
    for (const side of ['highest', 'lowest'] as const) {
      const open = ends.filter(
        (end) => end.side === side && pattern[end.row] === 1 && !this.worlds.reach(pattern, end.row, side, end.level),
      )
      if (open.length < 2) continue
      const spans = this.spans(pattern)
      if (side === 'highest') for (const { row, level } of open) spans[row] = [1, level]
      const outcome = this.programs.solve('linear', spans, this.prices(open))
      if (outcome.status === 'optimal') this.worlds.accept(pattern, outcome.point)
    }
  }

  /** The lowest (highest) whole number the row could be, when it has an end on that side. */
  private end(pattern: Pattern, row: number, side: Side): number {
    const [spans, prices] = [this.spans(pattern), this.prices([{ row, side }])]
    const linear = optimal(this.programs.solve('linear', spans, prices))
    const world = this.worlds.accept(pattern, linear.point)
    if (world && Math.abs(world.values[row]! - this.sum(row, linear.point)) < TOLERANCE) return world.values[row]!
    const whole = this.worlds.accept(pattern, optimal(this.programs.solve('whole', spans, prices)).point)
    if (!whole) throw new Stopped('solver-failed')
    return whole.values[row]!
  }

  /**
   * Whether the row could grow without limit: whether it can move at all while nothing shown moves and nothing hidden
   * shrinks. Asked before the highest end is sought, since a solver is at its least reliable without an end.
   */
  private isEndless(pattern: Pattern, row: number): boolean {
    const spans = this.part.rows.map((_, other): Span => [0, pattern[other] === 1 ? ENDLESS : 0])
    spans[row] = [0, 1]
    const outcome = this.programs.solve('linear', spans, this.prices([{ row, side: 'highest' }]))
    return this.sum(row, optimal(outcome).point) > 0.5
  }

  /**
   * The point nearest to the truth in which the row has moved so far. Few figures move in it, so it is mostly whole
   * where the corner that the solver went to was not, and goes on serving under other patterns.
   */
  private nearest(pattern: Pattern, row: number, move: number): number[] | null {
    const { truth, unknowns } = this.condensed
    const spans = this.part.rows.map(({ value }, other): Span => (pattern[other] === 1 ? [1 - value, ENDLESS] : [0, 0]))
    spans[row] = [move, move]
    const prices = new Map(Array.from({ length: 2 * unknowns }, (_, column) => [column, 1]))
    const outcome = this.programs.solve('shift', spans, prices)
    if (outcome.status !== 'optimal') return null
    return truth.map((count, unknown) => count + outcome.point[unknown]! - outcome.point[unknowns + unknown]!)
  }

  private spans(pattern: Pattern): Span[] {
    return this.part.rows.map(({ value }, row) => (pattern[row] === 1 ? [1, ENDLESS] : [value, value]))
  }

  private prices(objective: readonly { row: number; side: Side }[]): Map<number, number> {
    const prices = new Map<number, number>()
    for (const { row, side } of objective)
      for (const unknown of this.condensed.terms[row]!)
        prices.set(unknown, (prices.get(unknown) ?? 0) + (side === 'lowest' ? 1 : -1))
    return prices
  }

  private sum(row: number, point: ArrayLike<number>): number {
    return this.condensed.terms[row]!.reduce((total, unknown) => total + point[unknown]!, 0)
  }

  /** Rows that could still be hidden. */
  private blamable(pattern: Pattern): number[] {
    return [...this.part.rows.keys()].filter((row) => pattern[row] === 0 && this.part.rows[row]!.candidate)
  }
}

/** Every program asked for this way has a solution, the truth, and an end. */
function optimal(outcome: Outcome): Extract<Outcome, { status: 'optimal' }> {
  if (outcome.status !== 'optimal') throw new Stopped('solver-failed')
  return outcome
}
