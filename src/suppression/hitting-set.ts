import { type Budget, SolveFailure } from './budget.ts'
import { type Loss, totalLoss } from './loss.ts'
import type { LinearModel, Solution, Solver } from './lp.ts'

/**
 * A member of every set at the least loss, as two integer programs: the fewest cells, then the smallest of those.
 * @param losses by member
 * @param nodes most nodes of branch and bound for each
 * @returns ascending; null when the nodes do not suffice
 * @throws SolveFailure
 */
export function cheapestHittingSet(
  sets: readonly (readonly number[])[],
  losses: readonly Loss[],
  solver: Solver,
  budget: Budget,
  nodes: number,
): readonly number[] | null {
  const members = [...new Set(sets.flat())].sort((a, b) => a - b)
  if (members.length === 0) return []
  const cells = members.map((member) => losses[member]!.cells)
  const model = budget.attempt(() => coveringModel(sets, members, cells, solver))
  try {
    const fewest = membersOf(
      budget.solve(() => withCosts(model, cells), nodes),
      sets,
      members,
    )
    if (!fewest) return null
    const sizes = members.map((member) => losses[member]!.size)
    const most = totalLoss(losses, fewest).cells
    return membersOf(
      budget.solve(() => withCosts(withCellsUpTo(model, most), sizes), nodes),
      sets,
      members,
    )
  } finally {
    model.close()
  }
}

/**
 * A column for each member, 0 or 1. The first row counts the cells, the others say how often a set is hit; they stand in
 * one order, for of choices that are as good as each other the solver's depends on it.
 */
function coveringModel(
  sets: readonly (readonly number[])[],
  members: readonly number[],
  cells: readonly number[],
  solver: Solver,
): LinearModel {
  const column = new Map(members.map((member, index) => [member, index]))
  const hits = inOrder(sets.map((set) => set.map((member) => column.get(member)!))).map((columns) => ({ columns }))
  const model = solver.open({
    columns: members.length,
    upper: members.map(() => 1),
    rows: [{ columns: [...members.keys()], weights: cells }, ...hits],
    integer: true,
  })
  for (const set of hits.keys()) model.setRowBounds(set + 1, 1, Number.POSITIVE_INFINITY)
  return model
}

/** Each set once, ascending in itself and among the others. */
function inOrder(sets: readonly (readonly number[])[]): number[][] {
  const distinct = new Map(sets.map((set) => [...set].sort((a, b) => a - b)).map((set) => [set.join(), set]))
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set)
}

function withCosts(model: LinearModel, costs: readonly number[]): LinearModel {
  for (const [column, cost] of costs.entries()) model.setCost(column, cost)
  return model
}

function withCellsUpTo(model: LinearModel, most: number): LinearModel {
  // They are whole numbers: half a one more is none, and keeps rounding from cutting the best off.
  model.setRowBounds(0, 0, most + 0.5)
  return model
}

/** The solver is not believed: what it chose must hit every set. */
function membersOf(
  solution: Solution,
  sets: readonly (readonly number[])[],
  members: readonly number[],
): number[] | null {
  if (solution.status === 'out-of-nodes') return null
  if (solution.status !== 'optimal') throw new SolveFailure('solver-failed')
  const chosen = new Set(members.filter((_, index) => solution.point[index]! > 0.5))
  if (!sets.every((set) => set.some((member) => chosen.has(member)))) throw new SolveFailure('solver-failed')
  return [...chosen]
}
