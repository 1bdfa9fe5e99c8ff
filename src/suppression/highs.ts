import loadHighs, { type Highs, type Model } from 'highs'
import type { LinearModel, ModelShape, Solution, SolveLimits, Solver } from './lp.ts'

/**
 * HiGHS (MIT, University of Edinburgh) as WebAssembly. Loading is asynchronous, solving is not: it blocks the thread.
 * Every call gives an instance of its own, because one that has failed or aborted stays unusable.
 */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs()
  return { open: (shape) => new HighsModel(highs, shape) }
}

/** Options must be finite numbers; a day is as good as no limit. */
const LONGEST_SECONDS = 86_400
const MOST_NODES = 2 ** 31 - 1

/**
 * The integer programs here are small, and most are solved at the first node: restarts, further heuristics and a pool
 * of cuts take more time than they save (`npm run bench`; the feasibility jump goes for points that are far off).
 */
const OPTIONS = {
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 0,
  mip_allow_restart: false,
  mip_pool_age_limit: 0,
  mip_pool_soft_limit: 1,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_root_reduced_cost: false,
}

class HighsModel implements LinearModel {
  private readonly model: Model

  constructor(
    private readonly highs: Highs,
    { columns, upper, rows, integer }: ModelShape,
  ) {
    this.model = highs.createModel({
      numCols: columns,
      numRows: rows.length,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: Float64Array.from(upper ?? new Array<number>(columns).fill(highs.infinity)),
      rowLower: new Float64Array(rows.length),
      rowUpper: new Float64Array(rows.length).fill(highs.infinity),
      matrix: { format: 'csr', numRows: rows.length, numCols: columns, ...sparse(rows) },
      ...(integer ? { integrality: new Int32Array(columns).fill(1) } : {}),
    })
    this.model.options.set(OPTIONS)
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    const { infinity } = this.highs
    this.model.changeRowBounds(row, Math.max(lower, -infinity), Math.min(upper, infinity))
  }

  setCost(column: number, cost: number): void {
    this.model.changeColCost(column, cost)
  }

  solve({ seconds, nodes = MOST_NODES }: SolveLimits): Solution {
    // HiGHS counts the time of all runs of a model against the limit, unless its clocks are put back.
    this.model.zeroAllClocks()
    this.model.options.set({ time_limit: Math.min(seconds, LONGEST_SECONDS), mip_max_nodes: nodes })
    this.model.run()
    const solution = this.solution()
    if (solution) return solution
    // Going on from an earlier basis now and then ends in "unknown"; from scratch the same program is solved.
    this.model.clearSolver()
    this.model.run()
    const again = this.solution()
    if (again) return again
    throw new Error(`HiGHS ended with model status ${this.model.getModelStatus()}`)
  }

  close(): void {
    try {
      this.model.dispose()
    } catch {
      // An aborted instance cannot tidy up after itself; its memory goes with it.
    }
  }

  private solution(): Solution | null {
    const { modelStatus } = this.highs.constants
    switch (this.model.getModelStatus()) {
      case modelStatus.optimal: {
        const { colValue, rowDual } = this.model.getSolution()
        return { status: 'optimal', point: colValue, duals: rowDual }
      }
      // Every program here is bounded, so where presolve does not tell the two apart it is this one.
      case modelStatus.infeasible:
      case modelStatus.unboundedOrInfeasible:
        return { status: 'infeasible' }
      case modelStatus.timeLimit:
        return { status: 'out-of-time' }
      case modelStatus.solutionLimit:
        return { status: 'out-of-nodes' }
      default:
        return null
    }
  }
}

function sparse(rows: ModelShape['rows']): { starts: number[]; indices: number[]; values: number[] } {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { columns, weights } of rows) {
    for (const [index, column] of columns.entries()) values[indices.push(column) - 1] = weights?.[index] ?? 1
    starts.push(indices.length)
  }
  return { starts, indices, values }
}
