import type { LinearModel, Solution, Solver } from '../../suppression/lp.ts'
import type { KnownCount } from './known-count.ts'
import type { System } from './system.ts'

/** A weighted sum of unknowns that may be a small number of people. */
export type AttackTarget = { columns: readonly number[]; weights: readonly number[]; facts: readonly KnownCount[] }

/** Between what a target must lie, and which figures say so. */
export type TargetBounds = { target: AttackTarget; least: number; most: number; because: KnownCount[] }

/** The figures of a block do not fit together as they are understood here. */
export class DoNotFit extends Error {}

const SECONDS = 20
const NODES = 2000
const NEAR = 1e-6

/**
 * Of every target that can only be small the least and the most that it can be, in whole numbers; the others are left out. A
 * point that fits all figures and at which a target is nothing, or k, or at which it reaches both ends of 1…k − 1, settles it.
 * @throws DoNotFit
 */
export function boundsOf(system: System, targets: readonly AttackTarget[], k: number, solver: Solver): TargetBounds[] {
  const search = new Search(system, targets, k, solver)
  try {
    return search.run()
  } finally {
    search.close()
  }
}

class Search {
  private readonly linear: LinearModel
  private whole: LinearModel | null = null
  private readonly seen: { least: number; most: number }[]

  constructor(
    private readonly system: System,
    private readonly targets: readonly AttackTarget[],
    private readonly k: number,
    private readonly solver: Solver,
  ) {
    this.linear = this.open(false)
    this.seen = targets.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }))
  }

  close(): void {
    this.linear.close()
    this.whole?.close()
  }

  run(): TargetBounds[] {
    return this.targets.flatMap((target, nth) => {
      if (this.isSettled(nth)) return []
      const least = this.extreme(target, 1)
      if (least.value < 1 && least.isWhole) return []
      if (this.isSettled(nth)) return []
      const most = this.extreme(target, -1)
      const bounds = { target, least: Math.ceil(least.value - NEAR), most: Math.floor(most.value + NEAR) }
      if (!isGivenAway(bounds, this.k)) return []
      return [{ ...bounds, because: [...new Set([...least.because, ...most.because])] }]
    })
  }

  private isSettled(nth: number): boolean {
    const { k } = this
    const { least, most } = this.seen[nth]!
    return least <= 0 || most >= k || (least <= 1 && most >= k - 1)
  }

  /** @param direction 1 for the least, -1 for the most */
  private extreme(target: AttackTarget, direction: 1 | -1): { value: number; because: KnownCount[]; isWhole: boolean } {
    const found = this.solve(this.linear, target, direction)
    const value = sumAt(found.point, target)
    const because = this.system.rows.flatMap(({ fact }, row) =>
      fact && Math.abs(found.duals[row]!) > NEAR ? [fact] : [],
    )
    if (this.note(found.point)) return { value, because, isWhole: true }
    this.whole ??= this.open(true)
    const exact = this.solve(this.whole, target, direction, true)
    if (!exact) return { value, because, isWhole: false }
    this.note(exact.point)
    return { value: sumAt(exact.point, target), because, isWhole: true }
  }

  private solve(model: LinearModel, target: AttackTarget, direction: 1 | -1): Solved
  private solve(model: LinearModel, target: AttackTarget, direction: 1 | -1, mayGiveUp: true): Solved | null
  private solve(
    model: LinearModel,
    { columns, weights }: AttackTarget,
    direction: 1 | -1,
    mayGiveUp = false,
  ): Solved | null {
    for (const [nth, column] of columns.entries()) model.setCost(column, direction * weights[nth]!)
    const found = model.solve({ seconds: SECONDS, nodes: NODES })
    for (const column of columns) model.setCost(column, 0)
    if (found.status === 'optimal') return found
    if (mayGiveUp && found.status !== 'infeasible') return null
    throw new DoNotFit(found.status)
  }

  /** Keeps what a point in whole numbers shows of every target; false when it is not whole. */
  private note(point: ArrayLike<number>): boolean {
    for (let column = 0; column < point.length; column++)
      if (Math.abs(point[column]! - Math.round(point[column]!)) > NEAR) return false
    for (const [nth, target] of this.targets.entries()) {
      const value = Math.round(sumAt(point, target))
      const seen = this.seen[nth]!
      seen.least = Math.min(seen.least, value)
      seen.most = Math.max(seen.most, value)
    }
    return true
  }

  private open(integer: boolean): LinearModel {
    const { columns, rows, most: above } = this.system
    const upper = new Array<number>(columns).fill(above)
    const model = this.solver.open({ columns, upper, rows, integer })
    for (const [nth, { lower, upper: most }] of rows.entries()) model.setRowBounds(nth, lower, most)
    return model
  }
}

type Solved = Extract<Solution, { status: 'optimal' }>

function sumAt(point: ArrayLike<number>, { columns, weights }: AttackTarget): number {
  return columns.reduce((sum, column, nth) => sum + weights[nth]! * point[column]!, 0)
}

/** All that it can be is small, and it is not the whole of 1…k − 1: the reader knows more than the rule. */
function isGivenAway({ least, most }: Pick<TargetBounds, 'least' | 'most'>, k: number): boolean {
  return least >= 1 && most < k && !(least === 1 && most === k - 1)
}
