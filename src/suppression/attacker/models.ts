import type { Budget } from '../budget.ts'
import type { LinearModel, ModelShape, Solution, Solver, WeightedSum } from '../lp.ts'
import type { Unknowns } from './builder.ts'

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
    private readonly presolved: Omit<Unknowns, 'terms'>,
    private readonly sums: readonly Required<WeightedSum>[],
    private readonly solver: Solver,
    private readonly budget: Budget,
  ) {}

  /**
   * The objective is minimised; the cost of a column not named is 0.
   * @param bounds of all sums
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
    const open = new OpenModel(this.solver.open(shapeOf(kind, this.presolved, this.sums)), ties)
    this.open.set(kind, open)
    return open
  }
}

function shapeOf(
  kind: Kind,
  { unknowns, ties, truth }: Omit<Unknowns, 'terms'>,
  known: readonly Required<WeightedSum>[],
): ModelShape {
  const sums = [...known, ...ties.map(([plus, minus]) => differenceOf([plus], [minus]))]
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

/** Lists of unknowns added up, less others; what is in both cancels out. */
export function differenceOf(
  plus: readonly (readonly number[])[],
  minus: readonly (readonly number[])[],
): Required<WeightedSum> {
  const weights = new Map<number, number>()
  const add = (unknown: number, weight: number) => weights.set(unknown, (weights.get(unknown) ?? 0) + weight)
  for (const unknown of plus.flat()) add(unknown, 1)
  for (const unknown of minus.flat()) add(unknown, -1)
  const left = [...weights].filter(([, weight]) => weight !== 0)
  return { columns: left.map(([unknown]) => unknown), weights: left.map(([, weight]) => weight) }
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
