import type { Attacker, Requirement } from './attacker/attacker.ts'
import { type Pattern, patternOf } from './attacker/feasible-points.ts'
import type { Block } from './blocks.ts'
import { type Budget, SolveFailure } from './budget.ts'
import { cheapestHittingSet } from './hitting-set.ts'
import { byLoss, compareLoss, type Loss, rowLosses, totalLoss } from './loss.ts'
import type { Solver } from './lp.ts'

export interface SecondaryChoice {
  /** Rows suppressed to protect others. */
  rows: readonly number[]
  /** True when it is proved that no cheaper choice exists. */
  proven: boolean
}

/** What is protected, against whom, and with what. */
export interface SecondaryProblem {
  block: Pick<Block, 'rows'>
  attacker: Pick<Attacker, 'cover' | 'reachTogether'>
  requirements: readonly Requirement[]
  /** Rows of which one has to be suppressed, as far as they are known beforehand. */
  covers: readonly (readonly number[])[]
  suppressedBefore: ReadonlySet<string>
  solver: Solver
  budget: Budget
}

/** Bounds of the search in rounds and nodes, not in time, so that the outcome does not depend on the machine. */
const SEARCH = { rounds: 60, nodes: 5000 }

/**
 * The rows that must be suppressed besides the small ones: fewest cells first, then those suppressed before, then the
 * smallest.
 *
 * Whenever the attack succeeds, the duals of its program name the shown rows it rests on: a cover, of which one must be
 * suppressed, whatever else is. So the cheapest choice that hits all covers found so far is a lower bound, and once the
 * attack fails on it, it is the best there is (Fischetti and Salazar-González 2001 solve cell suppression along this
 * line). Covers are gathered until the choice, patched as cheaply as each allows, withstands the attack; then the
 * cheapest is sought again.
 */
export function chooseSecondary(problem: SecondaryProblem, search = SEARCH): SecondaryChoice {
  const { block, requirements, solver, budget } = problem
  const losses = rowLosses(block.rows, problem.suppressedBefore)
  const separation = new Separation(block, problem.attacker, requirements, losses)
  const covers: (readonly number[])[] = [...problem.covers]
  let best: readonly number[] | null = null
  for (let round = 0; round < search.rounds; round++) {
    const chosen = cheapestHittingSet(covers, losses, solver, budget, search.nodes)
    if (chosen === null) break
    const { patched, found } = separation.patch(chosen)
    if (found.length === 0) return { rows: chosen, proven: true }
    covers.push(...found)
    if (best === null || compareLoss(totalLoss(losses, patched), totalLoss(losses, best)) < 0) best = patched
  }
  const pools = [best ?? separation.patch([]).patched, separation.spread()]
  const trimmed = pools.map((pool) => separation.trim(pool))
  const [rows] = trimmed.sort((a, b) => compareLoss(totalLoss(losses, a), totalLoss(losses, b)))
  return { rows: rows!, proven: false }
}

/** Finds the covers that a choice of rows does not hit. */
class Separation {
  constructor(
    private readonly block: SecondaryProblem['block'],
    private readonly attacker: SecondaryProblem['attacker'],
    private readonly requirements: readonly Requirement[],
    private readonly losses: readonly Loss[],
  ) {}

  /** The rows with the cheapest of each cover that they do not hit, until there is none; and those covers. */
  patch(rows: readonly number[]): { patched: readonly number[]; found: number[][] } {
    const patched = new Set(rows)
    const found: number[][] = []
    for (;;) {
      const covers = this.violated([...patched])
      if (covers.length === 0) return { patched: [...patched].sort((a, b) => a - b), found }
      for (const cover of covers) patched.add(byLoss(this.losses, cover)[0]!)
      found.push(...covers)
    }
  }

  /** The whole of each cover, one by one, until none is left: far more than is needed, and so much to choose from. */
  spread(): readonly number[] {
    return this.violated([])
      .flat()
      .sort((a, b) => a - b)
  }

  /** Without a proof in reasonable time: a choice that holds, less everything it can do without, dearest first. */
  trim(rows: readonly number[]): readonly number[] {
    let left = rows
    for (const row of byLoss(this.losses, rows).reverse()) {
      const fewer = left.filter((other) => other !== row)
      const pattern = patternOf(this.block, fewer)
      if (this.requirements.every((one) => this.attacker.cover(pattern, one) === null)) left = fewer
    }
    return left
  }

  /** After each cover the whole of it is suppressed, so one call yields covers that have nothing in common. */
  private violated(rows: readonly number[]): number[][] {
    const pattern = patternOf(this.block, rows)
    const covers: number[][] = []
    this.attacker.reachTogether(pattern, this.requirements.flat())
    for (const requirement of this.requirements)
      for (;;) {
        const cover = this.attacker.cover(pattern, requirement)
        if (cover === null) break
        if (cover.length === 0) throw new SolveFailure('solver-failed')
        const tight = this.tighten(requirement, cover)
        covers.push(tight)
        for (const row of tight) pattern[row] = 1
      }
    return covers
  }

  /** The cover without the rows that may be suppressed and the attack still succeeds, dearest first. */
  private tighten(requirement: Requirement, cover: readonly number[]): number[] {
    const pattern: Pattern = Uint8Array.from(this.block.rows, (row) => (row.suppressed || row.candidate ? 1 : 0))
    for (const row of cover) pattern[row] = 0
    let tight = byLoss(this.losses, cover).reverse()
    for (const row of [...tight]) {
      if (!tight.includes(row) || tight.length === 1) continue
      pattern[row] = 1
      const smaller = this.attacker.cover(pattern, requirement)
      if (!smaller?.length) pattern[row] = 0
      else {
        const kept = tight.filter((other) => smaller.includes(other))
        for (const other of tight) if (!kept.includes(other)) pattern[other] = 1
        tight = kept
      }
    }
    return tight
  }
}
