import loadHighs, { type Highs, type Model } from 'highs'

/** Rows of a program: which columns each sums, with what sign. */
export interface ProgramShape {
  /** Columns are >= 0. */
  columns: number
  /** Upper bounds of columns, when they have any. */
  upper?: readonly number[]
  rows: readonly { plus: readonly number[]; minus?: readonly number[] }[]
  /** True when columns are whole numbers. */
  whole: boolean
}

export type Outcome =
  | { status: 'optimal'; point: ArrayLike<number>; prices: ArrayLike<number> }
  | { status: 'infeasible' | 'out-of-time' }

/** A program kept open, so that one can change bounds and objective and solve again from where it stood. */
export interface Program {
  bound(row: number, lower: number, upper: number): void
  /** The price of a column in the objective, which is made as small as can be. It must have an end. */
  price(column: number, price: number): void
  /** Throws when the solver gives no answer; then it must not be used again. */
  run(seconds: number): Outcome
  close(): void
}

export interface Solver {
  open(shape: ProgramShape): Program
}

/**
 * HiGHS (MIT, University of Edinburgh) as WebAssembly. Loading is asynchronous, solving is not: it blocks the thread.
 * Every call gives an instance of its own, because one that has failed or aborted stays unusable.
 */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs()
  return { open: (shape) => new HighsProgram(highs, shape) }
}

/** Options must be finite numbers; a day is as good as no limit. */
const LONGEST = 86_400

class HighsProgram implements Program {
  private readonly model: Model

  constructor(
    private readonly highs: Highs,
    shape: ProgramShape,
  ) {
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const { plus, minus = [] } of shape.rows) {
      for (const column of plus) values[indices.push(column) - 1] = 1
      for (const column of minus) values[indices.push(column) - 1] = -1
      starts.push(indices.length)
    }
    const [columns, rows] = [shape.columns, shape.rows.length]
    this.model = highs.createModel({
      numCols: columns,
      numRows: rows,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: Float64Array.from(shape.upper ?? new Array<number>(columns).fill(highs.infinity)),
      rowLower: new Float64Array(rows),
      rowUpper: new Float64Array(rows).fill(highs.infinity),
      matrix: { format: 'csr', numRows: rows, numCols: columns, starts, indices, values },
      ...(shape.whole ? { integrality: new Int32Array(columns).fill(1) } : {}),
    })
    // The feasibility jump takes its time to find points that are far off; the other heuristics do better here.
    this.model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: 0,
      mip_heuristic_run_feasibility_jump: false,
    })
  }

  bound(row: number, lower: number, upper: number): void {
    this.model.changeRowBounds(row, lower, Math.min(upper, this.highs.infinity))
  }

  price(column: number, price: number): void {
    this.model.changeColCost(column, price)
  }

  run(seconds: number): Outcome {
    // HiGHS counts the time of all runs of a model against the limit, unless its clocks are put back.
    this.model.zeroAllClocks()
    this.model.options.set('time_limit', Math.min(seconds, LONGEST))
    this.model.run()
    const outcome = this.outcome()
    if (outcome) return outcome
    // Going on from an earlier basis now and then ends in "unknown"; from scratch the same program is solved.
    this.model.clearSolver()
    this.model.run()
    const again = this.outcome()
    if (again) return again
    throw new Error(`HiGHS ended with model status ${this.model.getModelStatus()}`)
  }

  private outcome(): Outcome | null {
    const { modelStatus } = this.highs.constants
    const status = this.model.getModelStatus()
    if (status === modelStatus.optimal) {
      const { colValue, rowDual } = this.model.getSolution()
      return { status: 'optimal', point: colValue, prices: rowDual }
    }
    // Every program here has an end, so where presolve does not tell the two apart it is this one.
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
      return { status: 'infeasible' }
    if (status === modelStatus.timeLimit) return { status: 'out-of-time' }
    return null
  }

  close(): void {
    this.model.dispose()
  }
}
