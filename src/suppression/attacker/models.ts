import { type Effort, Stopped } from '../budget.ts'
import type { Outcome, Program, ProgramShape, Solver } from '../highs.ts'
import type { Condensed } from './presolve.ts'

/** From what to what a row may go. */
export type Span = readonly [lower: number, upper: number]

/**
 * The programs of one part, kept open from question to question:
 * `linear` over the unknowns, `whole` the same in whole numbers, `shift` over how far they go up and down from the truth.
 */
export class Programs {
  private readonly open = new Map<Kind, Kept>()

  constructor(
    private readonly condensed: Condensed,
    private readonly solver: Solver,
    private readonly effort: Effort,
  ) {}

  /** The objective is made as small as can be. Spans and prices of all rows and columns not named are free and 0. */
  solve(kind: Kind, spans: readonly Span[], prices: ReadonlyMap<number, number>): Outcome {
    const seconds = this.effort.secondsLeft()
    try {
      const program = this.open.get(kind) ?? this.start(kind)
      program.bound(spans)
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

  close(): void {
    for (const program of this.open.values()) {
      try {
        program.close()
      } catch {
        // An aborted instance cannot tidy up after itself; its memory goes with it.
      }
    }
  }

  private start(kind: Kind): Kept {
    const ties = this.condensed.ties.map((): Span => [0, 0])
    const kept = new Kept(this.solver.open(shapeOf(kind, this.condensed)), ties)
    this.open.set(kind, kept)
    return kept
  }
}

type Kind = 'linear' | 'whole' | 'shift'

function shapeOf(kind: Kind, { unknowns, terms, ties, truth }: Condensed): ProgramShape {
  const sums = [...terms.map((plus) => ({ plus, minus: [] })), ...ties.map(([plus, minus]) => ({ plus, minus }))]
  if (kind !== 'shift') return { columns: unknowns, rows: sums, whole: kind === 'whole' }
  const down = (list: readonly number[]) => list.map((unknown) => unknowns + unknown)
  return {
    columns: 2 * unknowns,
    upper: [...truth.map(() => Number.POSITIVE_INFINITY), ...truth],
    rows: sums.map(({ plus, minus }) => ({ plus: [...plus, ...down(minus)], minus: [...minus, ...down(plus)] })),
    whole: false,
  }
}

/** A program that is told only what has changed. */
class Kept {
  private spans: readonly Span[] = []
  private prices: ReadonlyMap<number, number> = new Map()

  constructor(
    private readonly program: Program,
    private readonly ties: readonly Span[],
  ) {}

  bound(rows: readonly Span[]): void {
    const spans = [...rows, ...this.ties]
    for (const [row, [lower, upper]] of spans.entries()) {
      const now = this.spans[row]
      if (now?.[0] !== lower || now[1] !== upper) this.program.bound(row, lower, upper)
    }
    this.spans = spans
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
