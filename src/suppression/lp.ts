/** The shape of a linear or integer program; bounds of rows and costs of columns are set afterwards. */
export interface ModelShape {
  /** How many; each is >= 0. */
  columns: number
  /** Upper bounds of columns, when they have any. */
  upper?: readonly number[]
  rows: readonly WeightedSum[]
  /** True when columns are whole numbers. */
  integer: boolean
}

/** Which columns a row sums, each as often as its weight says: 1 unless weights are given. */
export interface WeightedSum {
  columns: readonly number[]
  weights?: readonly number[]
}

/** `point` by column; `duals` by row: how much the optimum rests on the row's bounds. */
export type Solution =
  | { status: 'optimal'; point: ArrayLike<number>; duals: ArrayLike<number> }
  | { status: 'infeasible' | 'out-of-time' | 'out-of-nodes' }

/** `nodes` of branch and bound, so that where a search ends does not depend on the machine. */
export interface SolveLimits {
  seconds: number
  nodes?: number
}

/** A program kept open, so that one can change bounds and costs and solve again from where it stood. */
export interface LinearModel {
  setRowBounds(row: number, lower: number, upper: number): void
  /** The cost of a column in the objective, which is minimised. It must be bounded. */
  setCost(column: number, cost: number): void
  /** Throws when the solver gives no answer; then it must not be used again. */
  solve(limits: SolveLimits): Solution
  /** Gives its memory back; never throws. */
  close(): void
}

export interface Solver {
  /** Rows are >= 0 and costs 0 to begin with. */
  open(shape: ModelShape): LinearModel
}
