import loadHighs, { type Highs, type Model } from 'highs'

/** Rows of a program: which columns each sums, with what sign. Columns are >= 0 without an upper bound. */
export interface ProgramShape {
  columns: number
  rows: readonly { plus: readonly number[]; minus?: readonly number[] }[]
  /** True when columns are whole numbers. */
  whole: boolean
}

export type Outcome =
  | { status: 'optimal'; point: ArrayLike<number>; prices: ArrayLike<number> }
  | { status: 'unbounded' | 'infeasible' | 'out-of-time' }

/** A program kept open, so that one can change bounds and objective and solve again from where it stood. */
export interface Program {
  bound(row: number, lower: number, upper: number): void
  /** The price of a column in the objective, which is always made as small as can be. */
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
const longest = 86_400

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
      colUpper: new Float64Array(columns).fill(highs.infinity),
      rowLower: new Float64Array(rows),
      rowUpper: new Float64Array(rows).fill(highs.infinity),
      matrix: { format: 'csr', numRows: rows, numCols: columns, starts, indices, values },
      ...(shape.whole ? { integrality: new Int32Array(columns).fill(1) } : {}),
    })
    this.model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0 })
  }

  bound(row: number, lower: number, upper: number): void {
    this.model.changeRowBounds(row, lower, Math.min(upper, this.highs.infinity))
  }

  price(column: number, price: number): void {
    this.model.changeColCost(column, price)
  }

  run(seconds: number): Outcome {
    const { modelStatus } = this.highs.constants
    // HiGHS counts the time of all runs of a model against the limit, unless its clocks are put back.
    this.model.zeroAllClocks()
    this.model.options.set('time_limit', Math.min(seconds, longest))
    this.model.run()
    const status = this.model.getModelStatus()
    if (status === modelStatus.optimal) {
      const { colValue, rowDual } = this.model.getSolution()
      return { status: 'optimal', point: colValue, prices: rowDual }
    }
    if (status === modelStatus.infeasible) return { status: 'infeasible' }
    // Presolve may leave open which of the two it is; every program here has the truth as a solution or no objective.
    if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return { status: 'unbounded' }
    if (status === modelStatus.timeLimit) return { status: 'out-of-time' }
    throw new Error(`HiGHS ended with model status ${status}`)
  }

  close(): void {
    this.model.dispose()
  }
}
