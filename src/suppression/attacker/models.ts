import type { Budget } from '../budget.ts'
import type { LinearModel, ModelShape, Solution, Solver, WeightedSum } from '../lp.ts'
import type { Presolved } from './presolve.ts'

/** From what to what a row may go. */
export type Bounds = readonly [lower: number, upper: number]

type Kind = 'linear' | 'integer' | 'deviation'

/**
 * The programs of one block, kept open from question to question: `linear` over the unknowns, `integer` the same in
 * whole numbers, `deviation` over how far they go up and, in as many further columns, down from the truth.
 */
export class AttackerModels {
  private readonly open = new Map<Kind, OpenModel>()

  constructor(
    private readonly presolved: Presolved,
    private readonly solver: Solver,
    private readonly budget: Budget,
  ) {}

  /**
   * The objective is minimised; the cost of a column not named is 0.
   * @param bounds of all rows
   * @throws SolveFailure
   */
  solve(
    kind: Kind,
    bounds: readonly Bounds[],
    costs: ReadonlyMap<number, number>,
  ): Exclude<Solution, { status: 'out-of-time' }> {
    return this.budget.solve(() => {
      const open = this.open.get(kind) ?? this.start(kind)
      open.setBounds(bounds)
      open.setCosts(costs)
      return open.model
    })
  }

  close(): void {
    for (const { model } of this.open.values()) model.close()
  }

  private start(kind: Kind): OpenModel {
    const ties = this.presolved.ties.map((): Bounds => [0, 0])
    const open = new OpenModel(this.solver.open(shapeOf(kind, this.presolved)), ties)
    this.open.set(kind, open)
    return open
  }
}

function shapeOf(kind: Kind, { unknowns, terms, ties, truth }: Presolved): ModelShape {
  const sums = [...terms.map((plus) => difference(plus, [])), ...ties.map(([plus, minus]) => difference(plus, minus))]
  if (kind !== 'deviation') return { columns: unknowns, rows: sums, integer: kind === 'integer' }
  const withDown = ({ columns, weights }: Required<WeightedSum>): WeightedSum => ({
    columns: [...columns, ...columns.map((unknown) => unknowns + unknown)],
    weights: [...weights, ...weights.map((weight) => -weight)],
  })
  return {
    columns: 2 * unknowns,
    upper: [...truth.map(() => Number.POSITIVE_INFINITY), ...truth],
    rows: sums.map(withDown),
    integer: false,
  }
}

function difference(plus: readonly number[], minus: readonly number[]): Required<WeightedSum> {
  return { columns: [...plus, ...minus], weights: [...plus.map(() => 1), ...minus.map(() => -1)] }
}

/** A program that is told only what has changed. */
class OpenModel {
  private bounds: readonly Bounds[] = []
  private costs: ReadonlyMap<number, number> = new Map()

  constructor(
    readonly model: LinearModel,
    private readonly ties: readonly Bounds[],
  ) {}

  setBounds(rows: readonly Bounds[]): void {
    const bounds = [...rows, ...this.ties]
    for (const [row, [lower, upper]] of bounds.entries()) {
      const before = this.bounds[row]
      if (before?.[0] !== lower || before[1] !== upper) this.model.setRowBounds(row, lower, upper)
    }
    this.bounds = bounds
  }

  setCosts(costs: ReadonlyMap<number, number>): void {
    for (const column of this.costs.keys()) if (!costs.has(column)) this.model.setCost(column, 0)
    for (const [column, cost] of costs) if (this.costs.get(column) !== cost) this.model.setCost(column, cost)
    this.costs = costs
  }
}
