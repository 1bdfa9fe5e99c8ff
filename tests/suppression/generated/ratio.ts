import { Attacker } from '../../../src/suppression/attacker/attacker.ts'
import { blockSystem, idsOf, smallRows } from '../../../src/suppression/blocks.ts'
import { Budget } from '../../../src/suppression/budget.ts'
import { candidateGroups } from '../../../src/suppression/groups/candidates.ts'
import { groupRequirements } from '../../../src/suppression/groups/requirements.ts'
import { loadSolver } from '../../../src/suppression/highs.ts'
import type { Solver } from '../../../src/suppression/lp.ts'
import { isRefusal, type SuppressionProblem } from '../../../src/suppression/problem.ts'
import { protect } from '../../../src/suppression/protect.ts'
import { protectionLevels, requirementsOf } from '../../../src/suppression/protection-levels.ts'
import { chooseSecondary } from '../../../src/suppression/secondary.ts'
import fc from '../../fast-check.ts'
import { optimum } from './optimum.ts'
import { tables, tablesWithEarlier } from './tables.ts'

export interface Ratio {
  tables: number
  /** Figures hidden to protect others, in all tables together. */
  hidden: number
  /** The same with the cheapest choice that trying every set of cells finds. */
  optimum: number
  /** Mean of hidden ÷ optimum over the tables where something has to be hidden. */
  mean: number
  worst: number
}

/** How many more cells are hidden on small generated tables than have to be. */
export async function ratioToOptimum(count = 400, seed = 2021): Promise<Ratio> {
  const solver = await loadSolver()
  return compare(count, seed, (problem) => {
    const answer = protect(problem, solver)
    if (isRefusal(answer)) throw new Error(answer.refused)
    return Object.keys(answer.suppressed).filter((id) => answer.suppressed[id] === 'secondary')
  })
}

/** The same when the search for the cheapest choice is cut short at once, as it may be on very large tables. */
export async function ratioCutShort(count = 400, seed = 2021): Promise<Ratio> {
  const solver = await loadSolver()
  return compare(count, seed, (problem) => cutShort(problem, solver, 1))
}

/** Ids of the cells hidden for others when only so many rounds are allowed. */
export function cutShort(problem: SuppressionProblem, solver: Solver, rounds: number): string[] {
  const system = blockSystem(problem)
  return system.blocks.flatMap((block) => {
    const budget = new Budget()
    const groups = candidateGroups(block, system.counts, problem.threshold)
    const attacker = new Attacker(block, system.counts, solver, budget, groups)
    const levels = protectionLevels(block, attacker, smallRows(block), problem.threshold)
    const needs = groupRequirements(block, attacker, groups.list, problem.threshold)
    const requirements = [...levels.flatMap(requirementsOf), ...needs.requirements]
    const suppressedBefore = new Set<string>()
    const { rows } = chooseSecondary(
      { block, attacker, requirements, covers: needs.covers, suppressedBefore, solver, budget },
      { rounds, nodes: 0 },
    )
    attacker.close()
    return idsOf(block, rows)
  })
}

function compare(count: number, seed: number, choose: (problem: SuppressionProblem) => readonly string[]): Ratio {
  const ratio: Ratio = { tables: 0, hidden: 0, optimum: 0, mean: 0, worst: 1 }
  const half = { numRuns: Math.ceil(count / 2), seed }
  for (const problem of [...fc.sample(tables, half), ...fc.sample(tablesWithEarlier, half)]) {
    const { cells } = optimum(problem)
    const hidden = choose(problem).length
    if (cells === 0 && hidden === 0) continue
    ratio.tables += 1
    ratio.hidden += hidden
    ratio.optimum += cells
    ratio.mean += hidden / cells
    ratio.worst = Math.max(ratio.worst, hidden / cells)
  }
  return { ...ratio, mean: ratio.mean / ratio.tables }
}

if (import.meta.url === `file://${process.argv[1]}`) {
  console.log('hidden against the optimum', await ratioToOptimum())
  console.log('with the search cut short', await ratioCutShort())
}
