import { type Condensed, condense } from './condense.ts'
import type { Outcome, Program, Solver } from './solver.ts'
import type { Part } from './system.ts'

/** Smallest and largest count that fit everything the attacker knows; null = no upper limit. */
export type Interval = readonly [lowest: number, highest: number | null]

/** One end of an interval. */
export type Side = 'lowest' | 'highest'

/** Which rows of a part the attacker sees only as `[c]` (1) and which as a number (0). */
export type Pattern = Uint8Array

/** The work had to stop before it was proved that nothing leaks: nothing may be released. */
export class Stopped extends Error {
  constructor(
    readonly code: 'solver-failed' | 'out-of-time',
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

/** Counts the programs solved and watches the time. */
export class Effort {
  programs = 0

  constructor(private readonly deadline: () => number = () => Number.POSITIVE_INFINITY) {}

  secondsLeft(): number {
    const seconds = this.deadline() / 1000
    if (!(seconds > 0)) throw new Stopped('out-of-time')
    return seconds
  }
}

/** Far above the solver's own tolerance (1e-7), far below the distance of two whole numbers. */
const tolerance = 1e-5

/**
 * What someone can work out who has every published figure of a part, of this and of earlier releases: unknown whole
 * numbers >= 0 behind it all, shown rows equal to their figures, `[c]` rows at least 1.
 *
 * That a count is possible is never believed of the solver: its point is rounded and checked in whole numbers against
 * every row. Rounding errors can therefore hide too much, never too little.
 */
export class Attack {
  private readonly condensed: Condensed
  private linear: Bounded | undefined
  private whole: Bounded | undefined
  private readonly worlds: World[] = []

  constructor(
    private readonly part: Part,
    counts: readonly number[],
    private readonly solver: Solver,
    private readonly effort: Effort,
  ) {
    this.condensed = condense(part, counts)
    this.remember(this.condensed.truth)
  }

  get unknowns(): number {
    return this.condensed.unknowns
  }

  close(): void {
    for (const program of [this.linear, this.whole]) {
      try {
        program?.close()
      } catch {
        // An aborted instance cannot tidy up after itself; its memory goes with it.
      }
    }
  }

  /** Exactly what the attacker can infer about a row. */
  interval(pattern: Pattern, row: number): Interval {
    return [this.end(pattern, row, 'lowest') ?? 0, this.end(pattern, row, 'highest')]
  }

  private end(pattern: Pattern, row: number, side: Side): number | null {
    const { value, known } = this.part.rows[row]!
    if (known || pattern[row] === 0) return value
    if (side === 'lowest' && this.hasWorld(pattern, row, side, 1)) return 1
    const objective = [{ row, side }]
    const linear = this.solve(false, pattern, objective)
    if (linear.status === 'unbounded' && side === 'highest') return null
    const world = this.accept(pattern, point(linear))
    const reached = this.sum(row, point(linear))
    if (world && Math.abs(world.values[row]! - reached) < tolerance) return world.values[row]!
    const exact = this.accept(pattern, point(this.solve(true, pattern, objective)))
    if (!exact) throw new Stopped('solver-failed')
    return exact.values[row]!
  }

  /** The level if the row could be as low (as high) as that, else how far it can go. */
  limit(pattern: Pattern, row: number, side: Side, level: number): number {
    const { known, value } = this.part.rows[row]!
    if (known) return value
    if (this.blame(pattern, row, side, level) === null) return level
    return this.end(pattern, row, side) ?? level
  }

  /**
   * Whether the row could, for all the attacker knows, be as low as `level` (or as high). If not, the rows to blame:
   * while none of these is hidden, hiding any others changes nothing.
   */
  blame(pattern: Pattern, row: number, side: Side, level: number): readonly number[] | null {
    if (this.hasWorld(pattern, row, side, level)) return null
    // Going further than the level is of no use, and without a limit the program might have no end.
    const caps = side === 'highest' ? new Map([[row, [1, level] as const]]) : undefined
    const linear = this.solve(false, pattern, [{ row, side }], caps)
    const reached = this.sum(row, point(linear))
    const short = side === 'lowest' ? reached > level + tolerance : reached < level - tolerance
    if (short) {
      const { prices } = linear as Extract<Outcome, { status: 'optimal' }>
      return this.blamable(pattern).filter((other) => Math.abs(prices[other]!) > tolerance)
    }
    this.accept(pattern, point(linear))
    if (this.hasWorld(pattern, row, side, level)) return null
    const span = side === 'lowest' ? ([1, level] as const) : ([level, Number.POSITIVE_INFINITY] as const)
    const whole = this.solve(true, pattern, [], new Map([[row, span]]))
    // Without an objective there is nothing to be unbounded: presolve only could not tell the two apart.
    if (whole.status !== 'optimal') return this.blamable(pattern)
    if (!this.accept(pattern, whole.point)) throw new Stopped('solver-failed')
    return null
  }

  /** Tries to settle many ends at once with one program; those it settles cost nothing to ask for afterwards. */
  prepare(pattern: Pattern, ends: readonly { row: number; side: Side; level: number }[]): void {
    for (const side of ['highest', 'lowest'] as const) {
      const open = ends.filter(
        (end) => end.side === side && pattern[end.row] === 1 && !this.hasWorld(pattern, end.row, side, end.level),
      )
      if (open.length < 2) continue
      const caps = new Map(open.map(({ row, level }) => [row, [1, level] as const]))
      const outcome = this.solve(false, pattern, open, side === 'highest' ? caps : undefined)
      if (outcome.status === 'optimal') this.accept(pattern, outcome.point)
    }
  }

  /** Whether a world already found lets the row be as low (as high) as the level under this pattern. */
  private hasWorld(pattern: Pattern, row: number, side: Side, level: number): boolean {
    return this.worlds.some(
      ({ values, moved }) =>
        (side === 'lowest' ? values[row]! <= level : values[row]! >= level) &&
        moved.every((other) => pattern[other] === 1),
    )
  }

  private blamable(pattern: Pattern): number[] {
    return [...this.part.rows.keys()].filter((row) => pattern[row] === 0 && this.part.rows[row]!.candidate)
  }

  private sum(row: number, at: ArrayLike<number>): number {
    return this.condensed.terms[row]!.reduce((total, unknown) => total + at[unknown]!, 0)
  }

  private accept(pattern: Pattern, at: ArrayLike<number>): World | null {
    const world = this.remember(Array.from(at, Math.round))
    return world && world.moved.every((row) => pattern[row] === 1) ? world : null
  }

  /** Keeps whole unknowns that contradict nothing which is known under every pattern; else null. */
  private remember(unknowns: readonly number[]): World | null {
    if (unknowns.some((unknown) => unknown < 0)) return null
    const total = (list: readonly number[]) => list.reduce((sum, unknown) => sum + unknowns[unknown]!, 0)
    if (this.condensed.ties.some(([left, right]) => total(left) !== total(right))) return null
    const values = this.condensed.terms.map(total)
    const moved = [...values.keys()].filter((row) => values[row] !== this.part.rows[row]!.value)
    if (moved.some((row) => this.part.rows[row]!.known || values[row]! < 1)) return null
    const world = { values, moved }
    this.worlds.unshift(world)
    return world
  }

  private solve(
    whole: boolean,
    pattern: Pattern,
    objective: readonly { row: number; side: Side }[],
    caps: ReadonlyMap<number, readonly [number, number]> = new Map(),
  ): Outcome {
    const seconds = this.effort.secondsLeft()
    try {
      const program = whole ? (this.whole ??= this.open(true)) : (this.linear ??= this.open(false))
      for (const [row, { value }] of this.part.rows.entries())
        program.bound(row, ...(caps.get(row) ?? (pattern[row] === 1 ? [1, Number.POSITIVE_INFINITY] : [value, value])))
      const prices = new Map<number, number>()
      for (const { row, side } of objective)
        for (const unknown of this.condensed.terms[row]!)
          prices.set(unknown, (prices.get(unknown) ?? 0) + (side === 'lowest' ? 1 : -1))
      program.price(prices)
      this.effort.programs += 1
      const outcome = program.run(seconds)
      if (outcome.status === 'out-of-time') throw new Stopped('out-of-time')
      return outcome
    } catch (error) {
      if (error instanceof Stopped) throw error
      throw new Stopped('solver-failed', { cause: error })
    }
  }

  private open(whole: boolean): Bounded {
    const { unknowns, terms, ties } = this.condensed
    const rows = [...terms.map((plus) => ({ plus })), ...ties.map(([plus, minus]) => ({ plus, minus }))]
    const program = new Bounded(this.solver.open({ columns: unknowns, rows, whole }))
    for (const index of ties.keys()) program.bound(terms.length + index, 0, 0)
    return program
  }
}

/** Counts that fit what is always known, and the rows in which they differ from the truth: all must be hidden. */
interface World {
  values: readonly number[]
  moved: readonly number[]
}

/** A program that is told only what has changed. */
class Bounded {
  private readonly bounds = new Map<number, readonly [number, number]>()
  private prices: ReadonlyMap<number, number> = new Map()

  constructor(private readonly program: Program) {}

  bound(row: number, lower: number, upper: number): void {
    const now = this.bounds.get(row)
    if (now && now[0] === lower && now[1] === upper) return
    this.program.bound(row, lower, upper)
    this.bounds.set(row, [lower, upper])
  }

  price(prices: ReadonlyMap<number, number>): void {
    for (const column of this.prices.keys()) if (!prices.has(column)) this.program.price(column, 0)
    for (const [column, price] of prices) if (this.prices.get(column) !== price) this.program.price(column, price)
    this.prices = prices
  }

  run(seconds: number): Outcome {
    return this.program.run(seconds)
  }

  close(): void {
    this.program.close()
  }
}

function point(outcome: Outcome): ArrayLike<number> {
  if (outcome.status !== 'optimal') throw new Stopped('solver-failed')
  return outcome.point
}
